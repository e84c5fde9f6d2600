/** Reading RTP headers (RFC 3550) and retransmissions (RFC 4588). */

export type RtpPacket = {
  payloadType: number;
  marker: boolean;
  sequence: number;
  timestamp: number;
  ssrc: number;
  /** Between the header and the payload: the header extension's profile and data. */
  extension?: { profile: number; data: Buffer };
  payload: Buffer;
};

/** Nothing when the bytes are not an RTP packet. */
export function readRtp(packet: Buffer): RtpPacket | undefined {
  if (packet.length < 12 || (packet[0] ?? 0) >> 6 !== 2) return undefined;
  const flags = packet[0] ?? 0;
  let start = 12 + 4 * (flags & 0x0f);
  let extension: RtpPacket['extension'];
  if (flags & 0x10) {
    if (packet.length < start + 4) return undefined;
    const end = start + 4 + 4 * packet.readUInt16BE(start + 2);
    extension = { profile: packet.readUInt16BE(start), data: packet.subarray(start + 4, end) };
    start = end;
  }
  const padding = flags & 0x20 ? (packet[packet.length - 1] ?? 0) : 0;
  if (packet.length - padding < start) return undefined;
  return {
    payloadType: (packet[1] ?? 0) & 0x7f,
    marker: ((packet[1] ?? 0) & 0x80) !== 0,
    sequence: packet.readUInt16BE(2),
    timestamp: packet.readUInt32BE(4),
    ssrc: packet.readUInt32BE(8),
    extension,
    payload: packet.subarray(start, packet.length - padding),
  };
}

/**
 * The packet as a member of its track's stream: itself, or the original that a retransmission carries.
 * Nothing when it belongs to neither stream, or is padding.
 */
export function asStreamPacket(
  packet: RtpPacket,
  track: { ssrc: number; rtxSsrc?: number; payloadType: number },
): RtpPacket | undefined {
  if (packet.ssrc === track.ssrc) return packet;
  if (track.rtxSsrc === undefined || packet.ssrc !== track.rtxSsrc || packet.payload.length < 2)
    return undefined;
  return {
    ...packet,
    ssrc: track.ssrc,
    payloadType: track.payloadType,
    sequence: packet.payload.readUInt16BE(0),
    payload: packet.payload.subarray(2),
  };
}

/** The data of one header extension element (RFC 8285), in its one-byte or two-byte form. */
export function readExtension(packet: RtpPacket, id: number): Buffer | undefined {
  if (!packet.extension) return undefined;
  const { profile, data } = packet.extension;
  const oneByte = profile === 0xbede;
  if (!oneByte && (profile & 0xfff0) !== 0x1000) return undefined;
  let at = 0;
  while (at + 1 < data.length) {
    const head = data[at] ?? 0;
    if (head === 0) {
      at += 1;
      continue;
    }
    const element = oneByte ? head >> 4 : head;
    const length = oneByte ? (head & 0x0f) + 1 : (data[at + 1] ?? 0);
    const start = at + (oneByte ? 1 : 2);
    if (oneByte && element === 15) return undefined;
    if (element === id) return data.subarray(start, start + length);
    at = start + length;
  }
  return undefined;
}
