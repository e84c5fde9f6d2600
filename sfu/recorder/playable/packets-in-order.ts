/** A track's packets by extended sequence number: late ones in their place, duplicates left out, gaps marked. */
import { join } from 'node:path';
import type { ManifestTrack } from '../manifest.ts';
import { readPackets } from '../read-segment.ts';
import { asStreamPacket, type RtpPacket, readRtp } from '../rtp-packet.ts';
import { createSequenceCount } from '../sequence-count.ts';

export type OrderedPacket = RtpPacket & {
  arrival: bigint;
  /** Packets before this one never came. */
  afterGap: boolean;
};

/** The manifest tells what never came, so that a packet waits only for packets that will come. */
export async function* packetsInOrder(
  partFolder: string,
  track: ManifestTrack,
): AsyncGenerator<OrderedPacket> {
  const sequences = createSequenceCount();
  const early = new Map<number, RtpPacket & { arrival: bigint }>();
  const missing = new Map(track.missing.map((gap) => [gap.from, gap.to]));
  let next = track.firstSequence ?? 0;
  let afterGap = false;
  for await (const { rtcp, arrival, data } of readPackets(join(partFolder, track.name), track.segments)) {
    const rtp = rtcp ? undefined : readRtp(data);
    const member = rtp && asStreamPacket(rtp, track);
    const extended = member && sequences.receive(member.sequence, arrival);
    if (!member || extended === undefined) continue;
    early.set(extended, { ...member, arrival });
    for (;;) {
      const end = missing.get(next);
      if (end !== undefined) {
        next = end + 1;
        afterGap = true;
      }
      const packet = early.get(next);
      if (!packet) break;
      early.delete(next);
      yield { ...packet, afterGap };
      next += 1;
      afterGap = false;
    }
  }
}

/** Makes 32-bit RTP timestamps into numbers that go on growing; `start` is the timestamp that stays as it is. */
export function createTimestampUnwrap(start: number): (timestamp: number) => number {
  let last = start;
  return (timestamp) => {
    last += (timestamp - last) | 0;
    return last;
  };
}
