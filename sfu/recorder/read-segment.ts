/** Reading a segment back: strictly what `pcapng.ts` writes, up to the first byte that is anything else. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readPayload } from './capture-packet.ts';
import {
  byteOrderMagic,
  commentOption,
  interfaceBlock,
  linkTypeRawIp,
  packetBlock,
  packetBlockHead,
  sectionBlock,
} from './pcapng.ts';
import type { TrackFacts } from './recording-part.ts';
import type { CapturedPacket } from './track-count.ts';
import { trackFacts } from './track-facts.ts';

export type Segment = {
  /** Nothing when not even the start of the section is whole. */
  facts?: TrackFacts;
  packets: CapturedPacket[];
  /** Length of the whole blocks; less than the file when its tail is torn. */
  validBytes: number;
};

/** The block at an offset if it is whole: its two lengths agree and lie inside the file. */
function blockAt(bytes: Buffer, at: number): { type: number; block: Buffer } | undefined {
  if (bytes.length < at + 12) return undefined;
  const length = bytes.readUInt32LE(at + 4);
  if (length < 12 || length % 4 !== 0 || at + length > bytes.length) return undefined;
  if (bytes.readUInt32LE(at + length - 4) !== length) return undefined;
  return { type: bytes.readUInt32LE(at), block: bytes.subarray(at, at + length) };
}

function readFacts(block: Buffer): TrackFacts | undefined {
  if (block.length < 24 || block.readUInt16LE(8) !== linkTypeRawIp) return undefined;
  if (block.readUInt16LE(16) !== commentOption) return undefined;
  try {
    const comment = block.subarray(20, 20 + block.readUInt16LE(18)).toString('utf8');
    return trackFacts.safeParse(JSON.parse(comment)).data;
  } catch {
    return undefined;
  }
}

function readPacket(block: Buffer): CapturedPacket | undefined {
  if (block.length < packetBlockHead + 4) return undefined;
  const captured = block.readUInt32LE(20);
  if (packetBlockHead + captured > block.length - 4) return undefined;
  const content = readPayload(block.subarray(packetBlockHead, packetBlockHead + captured));
  if (!content) return undefined;
  const arrival = (BigInt(block.readUInt32LE(12)) << 32n) | BigInt(block.readUInt32LE(16));
  return { rtcp: content.rtcp, arrival, data: content.payload };
}

export function parseSegment(bytes: Buffer): Segment {
  const torn: Segment = { packets: [], validBytes: 0 };
  const section = blockAt(bytes, 0);
  if (section?.type !== sectionBlock || section.block.length !== 28) return torn;
  if (section.block.readUInt32LE(8) !== byteOrderMagic) return torn;
  const description = blockAt(bytes, 28);
  if (description?.type !== interfaceBlock) return torn;
  const facts = readFacts(description.block);
  if (!facts) return torn;
  const packets: CapturedPacket[] = [];
  let at = 28 + description.block.length;
  for (;;) {
    const next = blockAt(bytes, at);
    const packet = next?.type === packetBlock ? readPacket(next.block) : undefined;
    if (!next || !packet) return { facts, packets, validBytes: at };
    packets.push(packet);
    at += next.block.length;
  }
}

/** The packets of a track in the order of its capture, a segment in memory at a time. */
export async function* readPackets(
  trackFolder: string,
  segments: { name: string }[],
): AsyncGenerator<CapturedPacket> {
  for (const { name } of segments) yield* parseSegment(await readFile(join(trackFolder, name))).packets;
}
