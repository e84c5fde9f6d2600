/** VP8 frames from RTP packets (RFC 7741). A frame is whole, and all that it refers to is whole, or it is left out. */
import type { Frame } from './frame.ts';
import type { OrderedPacket } from './packets-in-order.ts';

/** The VP8 data of a payload, and whether a frame starts with it. Nothing when the descriptor is cut short. */
export function readVp8Payload(payload: Buffer): { startsFrame: boolean; data: Buffer } | undefined {
  const head = payload[0];
  if (head === undefined) return undefined;
  let at = 1;
  if (head & 0x80) {
    const extension = payload[at] ?? 0;
    at += 1;
    if (extension & 0x80) at += (payload[at] ?? 0) & 0x80 ? 2 : 1;
    if (extension & 0x40) at += 1;
    if (extension & 0x30) at += 1;
  }
  if (at >= payload.length) return undefined;
  return { startsFrame: (head & 0x10) !== 0 && (head & 0x07) === 0, data: payload.subarray(at) };
}

/** Width and height that a key frame begins with (RFC 6386, 9.1); nothing for any other data. */
export function readKeyFrameSize(data: Buffer): { width: number; height: number } | undefined {
  if (data.length < 10 || (data[0] ?? 1) & 1) return undefined;
  if (data.readUIntBE(3, 3) !== 0x9d012a) return undefined;
  return { width: data.readUInt16LE(6) & 0x3fff, height: data.readUInt16LE(8) & 0x3fff };
}

type Growing = { timestamp: number; pieces: Buffer[] };

/** After a gap, frames are left out up to the next key frame: what they refer to is not there. */
export async function* vp8Frames(
  packets: AsyncIterable<OrderedPacket>,
  payloadType: number,
  unwrap: (timestamp: number) => number,
): AsyncGenerator<Frame> {
  let growing: Growing | undefined;
  let needsKey = true;

  function finish(): Frame | undefined {
    if (!growing) return undefined;
    const { timestamp, pieces } = growing;
    growing = undefined;
    const data = Buffer.concat(pieces);
    const key = readKeyFrameSize(data) !== undefined;
    if (needsKey && !key) return undefined;
    needsKey = false;
    return { timestamp, key, data };
  }

  function lose(): void {
    growing = undefined;
    needsKey = true;
  }

  for await (const packet of packets) {
    if (packet.afterGap) lose();
    // Padding keeps the sequence whole and carries nothing.
    if (packet.payloadType !== payloadType || packet.payload.length === 0) continue;
    const piece = readVp8Payload(packet.payload);
    if (!piece) {
      lose();
      continue;
    }
    const timestamp = unwrap(packet.timestamp);
    if (piece.startsFrame) {
      // Without a gap, the start of a frame ends the one before, marker or not.
      const before = finish();
      if (before) yield before;
      growing = { timestamp, pieces: [piece.data] };
    } else if (growing?.timestamp === timestamp) {
      growing.pieces.push(piece.data);
    } else {
      lose();
    }
    if (packet.marker) {
      const frame = finish();
      if (frame) yield frame;
    }
  }
}
