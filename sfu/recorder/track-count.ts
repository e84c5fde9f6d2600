/** Counting a track's packets in the order of its capture, for the chain, the manifest and the verifier alike. */
import type { TrackFacts } from './recording-part.ts';
import { asStreamPacket, readRtp } from './rtp-packet.ts';
import { createSequenceCount, type Gap } from './sequence-count.ts';

export type CapturedPacket = { rtcp: boolean; arrival: bigint; data: Buffer };

/** What a segment's line in the chain says of its packets. */
export type SegmentCount = {
  packets: number;
  rtcpPackets: number;
  firstArrival?: string;
  lastArrival?: string;
  firstSequence?: number;
  lastSequence?: number;
  /** Numbers passed over in this segment and not come by its end; a later segment may still hold them. */
  gaps: { from: number; to: number }[];
};

export type TrackCount = {
  count(packet: CapturedPacket): void;
  /** Answers for the packets since the last call. */
  endSegment(): SegmentCount;
  totals(): {
    packets: number;
    rtcpPackets: number;
    duplicates: number;
    otherPackets: number;
    firstSequence?: number;
    lastSequence?: number;
    firstArrival?: bigint;
    lastArrival?: bigint;
    gaps: Gap[];
  };
};

export const isoTime = (nanoseconds: bigint) => new Date(Number(nanoseconds / 1_000_000n)).toISOString();

const emptySegment = () => ({ packets: 0, rtcpPackets: 0 });

type Running = {
  packets: number;
  rtcpPackets: number;
  firstArrival?: bigint;
  lastArrival?: bigint;
  firstSequence?: number;
  lastSequence?: number;
};

export function createTrackCount(facts: TrackFacts, options: { keepGaps: boolean }): TrackCount {
  const sequences = createSequenceCount();
  let packets = 0;
  let rtcpPackets = 0;
  let otherPackets = 0;
  let firstArrival: bigint | undefined;
  let lastArrival: bigint | undefined;
  let segment: Running = emptySegment();
  let highestBefore = 0;

  function countRtp(packet: CapturedPacket): void {
    packets += 1;
    segment.packets += 1;
    const rtp = readRtp(packet.data);
    const member = rtp && asStreamPacket(rtp, facts);
    if (!member) {
      otherPackets += 1;
      return;
    }
    const extended = sequences.receive(member.sequence, packet.arrival);
    if (extended === undefined) return;
    segment.firstSequence = Math.min(segment.firstSequence ?? extended, extended);
    segment.lastSequence = Math.max(segment.lastSequence ?? extended, extended);
  }

  return {
    count(packet) {
      if (packet.rtcp) {
        rtcpPackets += 1;
        segment.rtcpPackets += 1;
      } else {
        countRtp(packet);
      }
      firstArrival ??= packet.arrival;
      lastArrival = packet.arrival;
      segment.firstArrival ??= packet.arrival;
      segment.lastArrival = packet.arrival;
    },
    endSegment() {
      const { firstArrival: from, lastArrival: until, ...numbers } = segment;
      const gaps = sequences.gaps().filter((gap) => gap.to > highestBefore);
      highestBefore = sequences.highest() ?? 0;
      if (!options.keepGaps) sequences.forgetSettledGaps();
      segment = emptySegment();
      return {
        ...numbers,
        ...(from !== undefined && until !== undefined
          ? { firstArrival: isoTime(from), lastArrival: isoTime(until) }
          : {}),
        gaps: gaps.map(({ from, to }) => ({ from, to })),
      };
    },
    totals: () => ({
      packets,
      rtcpPackets,
      duplicates: sequences.duplicates(),
      otherPackets,
      firstSequence: sequences.first(),
      lastSequence: sequences.highest(),
      firstArrival,
      lastArrival,
      gaps: sequences.gaps(),
    }),
  };
}
