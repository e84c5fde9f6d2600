/** One track's capture: packets become blocks, blocks go to the open segment, closed segments go to the chain. */
import { join } from 'node:path';
import { largestPayload } from './capture-packet.ts';
import type { ChainWriter } from './chain.ts';
import { segmentName, trackName } from './layout.ts';
import { encodePacket, encodeSectionStart } from './pcapng.ts';
import type { RecordingPartOptions, TrackFacts, TrackWriter } from './recording-part.ts';
import { createSegmentFile, type SegmentFile } from './segment-file.ts';
import { createTrackCount } from './track-count.ts';

/** No segment grows beyond this, however fast the packets come. */
const largestSegment = 16 * 1024 * 1024;

export type TrackContext = {
  partFolder: string;
  options: Required<RecordingPartOptions>;
  chain: ChainWriter;
  fail(error: Error): void;
  /** Room in memory for a packet of this size; otherwise it is counted as lost. */
  takeRoom(bytes: number): boolean;
  /** Packets that will not reach the disk. */
  lose(rtpPackets: number, error: Error): void;
  /** Something changed that `isWriting` depends on. */
  onChange(): void;
};

export type OpenTrack = TrackWriter & {
  isOpen(): boolean;
  waitingBytes(): number;
  /** Once every flush interval: flushes, watches for a stuck write, closes a segment that nothing ends. */
  tick(): void;
};

type Segment = { name: string; file: SegmentFile; began: bigint; ageMilliseconds: number };

export function createTrackWriter(index: number, facts: TrackFacts, context: TrackContext): OpenTrack {
  const { options } = context;
  const name = trackName(index, facts);
  const source = { party: facts.party, trackIndex: index };
  const count = createTrackCount(facts, { keepGaps: false });
  const segmentNanoseconds = BigInt(Math.round(options.segmentSeconds * 1e9));
  const closing = new Map<Promise<void>, { ageMilliseconds: number }>();
  const files = new Set<SegmentFile>();
  let segment: Segment | undefined;
  let segments = 0;
  let lastClosed: Promise<void> = Promise.resolve();
  let unchained = false;
  let packetsOnDisk = 0;
  let ended = false;
  let stuckMilliseconds = 0;
  let flushing = false;

  function beginSegment(arrival: bigint): Segment {
    segments += 1;
    const segmentFile = segmentName(segments);
    const file = createSegmentFile(join(context.partFolder, name, segmentFile), (rtpPackets) => {
      packetsOnDisk += rtpPackets;
      context.onChange();
    });
    files.add(file);
    file.append(encodeSectionStart(facts), 0);
    return { name: segmentFile, file, began: arrival, ageMilliseconds: 0 };
  }

  function endSegment(): void {
    if (!segment) return;
    const { name: segmentFile, file } = segment;
    const counted = count.endSegment();
    segment = undefined;
    const before = lastClosed;
    const closed = file
      .finish()
      .then(async ({ sha256, bytes }) => {
        await before;
        // Later lines count on the packets of this track that came before: without them, sealing counts anew.
        if (!unchained)
          await context.chain.append({
            kind: 'segment',
            track: name,
            segment: segmentFile,
            sha256,
            bytes,
            ...counted,
          });
      })
      .catch((error) => {
        unchained = true;
        context.lose(file.waitingPackets(), error);
      })
      .finally(() => {
        files.delete(file);
        closing.delete(closed);
      });
    lastClosed = closed;
    closing.set(closed, { ageMilliseconds: 0 });
  }

  /** True when the open segment should end before a packet that arrives now. */
  function isFull(open: Segment, arrival: bigint): boolean {
    const age = arrival - open.began;
    // A clock set back ends a segment, too.
    return age >= segmentNanoseconds || age <= -segmentNanoseconds || open.file.size() >= largestSegment;
  }

  function write(packet: Buffer, rtcp: boolean, arrival: bigint): void {
    if (ended) return;
    if (packet.length > largestPayload) {
      context.lose(1, new Error('A packet is larger than UDP allows.'));
      return;
    }
    if (!context.takeRoom(packet.length)) return;
    if (segment && isFull(segment, arrival)) endSegment();
    segment ??= beginSegment(arrival);
    segment.file.append(encodePacket(packet, source, rtcp, arrival), rtcp ? 0 : 1);
    count.count({ rtcp, arrival, data: packet });
  }

  async function flushOpen(file: SegmentFile): Promise<void> {
    flushing = true;
    try {
      await file.flush();
    } catch (error) {
      context.fail(error as Error);
    } finally {
      flushing = false;
      stuckMilliseconds = 0;
    }
  }

  /** Time is counted in ticks: a busy event loop is not a slow disk. */
  function watch(): void {
    const limit = options.writeLimitMilliseconds;
    if (flushing) stuckMilliseconds += options.flushMilliseconds;
    let slow = stuckMilliseconds > limit;
    for (const segmentClosing of closing.values()) {
      segmentClosing.ageMilliseconds += options.flushMilliseconds;
      // Making a segment durable may wait for other files of the same disk.
      slow ||= segmentClosing.ageMilliseconds > 5 * limit;
    }
    if (slow) context.fail(new Error(`The disk is too slow: a write took longer than ${limit} ms.`));
  }

  return {
    name,
    writeRtp: (packet, arrival) => write(packet, false, arrival),
    writeRtcp: (packet, arrival) => write(packet, true, arrival),
    packetsOnDisk: () => packetsOnDisk,
    isOpen: () => !ended,
    waitingBytes: () => [...files].reduce((sum, file) => sum + file.waitingBytes(), 0),
    tick() {
      watch();
      if (!segment) return;
      segment.ageMilliseconds += options.flushMilliseconds;
      if (segment.ageMilliseconds >= options.segmentSeconds * 1000) endSegment();
      else if (!flushing && segment.file.waitingBytes() > 0) void flushOpen(segment.file);
    },
    async end() {
      ended = true;
      endSegment();
      context.onChange();
      await Promise.all(closing.keys());
    },
  };
}
