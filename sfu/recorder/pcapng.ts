/** Blocks of the pcapng format: sections of one interface with raw IP packets and nanosecond times, little-endian. */
import { type CaptureSource, headerBytes, writeHeaders } from './capture-packet.ts';
import type { TrackFacts } from './recording-part.ts';

export const sectionBlock = 0x0a0d0d0a;
export const interfaceBlock = 1;
export const packetBlock = 6;
export const byteOrderMagic = 0x1a2b3c4d;
export const linkTypeRawIp = 101;
export const commentOption = 1;
const timeResolutionOption = 9;
/** Bytes of a packet block before its data. */
export const packetBlockHead = 28;

const padded = (length: number) => (length + 3) & ~3;

/** The start of every segment: what makes it a capture of its own, with the facts of its track as a comment. */
export function encodeSectionStart(facts: TrackFacts): Buffer {
  const comment = Buffer.from(JSON.stringify(facts));
  const section = Buffer.alloc(28);
  section.writeUInt32LE(sectionBlock, 0);
  section.writeUInt32LE(28, 4);
  section.writeUInt32LE(byteOrderMagic, 8);
  section.writeUInt16LE(1, 12);
  // The section's length is not known beforehand: -1.
  section.fill(0xff, 16, 24);
  section.writeUInt32LE(28, 24);

  const length = 16 + 4 + padded(comment.length) + 8 + 4 + 4;
  const description = Buffer.alloc(length);
  description.writeUInt32LE(interfaceBlock, 0);
  description.writeUInt32LE(length, 4);
  description.writeUInt16LE(linkTypeRawIp, 8);
  description.writeUInt16LE(commentOption, 16);
  description.writeUInt16LE(comment.length, 18);
  comment.copy(description, 20);
  const resolution = 20 + padded(comment.length);
  description.writeUInt16LE(timeResolutionOption, resolution);
  description.writeUInt16LE(1, resolution + 2);
  description[resolution + 4] = 9;
  description.writeUInt32LE(length, length - 4);
  return Buffer.concat([section, description]);
}

/** One packet as a block of its own; copies the packet, whose buffer belongs to the caller. */
export function encodePacket(packet: Buffer, source: CaptureSource, rtcp: boolean, arrival: bigint): Buffer {
  const captured = headerBytes + packet.length;
  const length = packetBlockHead + padded(captured) + 4;
  const block = Buffer.alloc(length);
  block.writeUInt32LE(packetBlock, 0);
  block.writeUInt32LE(length, 4);
  block.writeUInt32LE(Number((arrival >> 32n) & 0xffffffffn), 12);
  block.writeUInt32LE(Number(arrival & 0xffffffffn), 16);
  block.writeUInt32LE(captured, 20);
  block.writeUInt32LE(captured, 24);
  writeHeaders(block.subarray(packetBlockHead), source, rtcp, packet.length);
  packet.copy(block, packetBlockHead + headerBytes);
  block.writeUInt32LE(length, length - 4);
  return block;
}
