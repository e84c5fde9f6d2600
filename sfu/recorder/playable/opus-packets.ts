/** Opus packets from RTP packets (RFC 7587): a payload is a packet; what is missing is silent. */

import type { Frame, TimedFrame } from './frame.ts';
import type { OrderedPacket } from './packets-in-order.ts';

/** Milliseconds of one frame for each configuration number (RFC 6716, table 2). */
function frameMilliseconds(configuration: number): number {
  if (configuration < 12) return [10, 20, 40, 60][configuration & 3] ?? 20;
  if (configuration < 16) return [10, 20][configuration & 1] ?? 20;
  return [2.5, 5, 10, 20][configuration & 3] ?? 20;
}

/** Twenty milliseconds of nothing (full band, one frame, mono). */
const silence = Buffer.from([0xf8, 0xff, 0xfe]);
const silenceSeconds = 0.02;

/** Length of an Opus packet, from its table-of-contents byte. */
export function opusMilliseconds(data: Buffer): number {
  const contents = data[0] ?? 0;
  const code = contents & 3;
  const frames = code === 0 ? 1 : code < 3 ? 2 : (data[1] ?? 0) & 0x3f;
  return frames * frameMilliseconds(contents >> 3);
}

/** What a decoder has to know beforehand (RFC 7845, 5.1). Nothing is skipped: the recording begins in mid-stream. */
export function opusHead(channels: number): Buffer {
  const head = Buffer.alloc(19);
  head.write('OpusHead', 0, 'latin1');
  head[8] = 1;
  head[9] = channels;
  head.writeUInt32LE(48_000, 12);
  return head;
}

export async function* opusPackets(
  packets: AsyncIterable<OrderedPacket>,
  payloadType: number,
  unwrap: (timestamp: number) => number,
): AsyncGenerator<Frame> {
  for await (const packet of packets) {
    if (packet.payloadType !== payloadType || packet.payload.length === 0) continue;
    yield { timestamp: unwrap(packet.timestamp), key: true, data: packet.payload };
  }
}

/**
 * Sound from zero on without holes. A browser starts a file at its first packet and goes on counting samples across a
 * hole; silence in the holes keeps the files of both parties together, and sound with picture.
 */
export async function* withSilence(frames: AsyncIterable<TimedFrame>): AsyncGenerator<TimedFrame> {
  let end = 0;
  for await (const frame of frames) {
    for (; frame.seconds - end >= silenceSeconds; end += silenceSeconds) {
      yield { seconds: end, key: true, data: silence };
    }
    yield frame;
    end = frame.seconds + opusMilliseconds(frame.data) / 1000;
  }
}
