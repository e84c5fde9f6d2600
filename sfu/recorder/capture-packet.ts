/**
 * RTP and RTCP as IPv4/UDP packets, so that a capture is one that network analysers read.
 * The addresses are synthetic (RFC 5737): a party each, and the recorder; the ports are those of RFC 3551.
 */
import type { Party } from '../parties.ts';

export const rtpPort = 5004;
export const rtcpPort = 5005;
export const headerBytes = 28;
export const largestPayload = 65_535 - headerBytes;

const recorderAddress = [192, 0, 2, 10];
const partyAddress: Record<Party, number[]> = { visitors: [192, 0, 2, 1], prisoner: [192, 0, 2, 2] };

/** Sum of 16-bit words with end-around carry (RFC 1071). */
export function headerChecksum(header: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < 20; at += 2) sum += ((header[at] ?? 0) << 8) | (header[at + 1] ?? 0);
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  return ~sum & 0xffff;
}

export type CaptureSource = { party: Party; trackIndex: number };

/** Writes the IPv4 and UDP headers of a payload into `target`. The UDP checksum is left out, as IPv4 allows. */
export function writeHeaders(
  target: Buffer,
  source: CaptureSource,
  rtcp: boolean,
  payloadBytes: number,
): void {
  target[0] = 0x45;
  target[1] = 0;
  target.writeUInt16BE(headerBytes + payloadBytes, 2);
  target.writeUInt16BE(0, 4);
  target.writeUInt16BE(0x4000, 6);
  target[8] = 64;
  target[9] = 17;
  target.writeUInt16BE(0, 10);
  target.set(partyAddress[source.party], 12);
  target.set(recorderAddress, 16);
  target.writeUInt16BE(headerChecksum(target), 10);
  target.writeUInt16BE(40_000 + 2 * source.trackIndex + (rtcp ? 1 : 0), 20);
  target.writeUInt16BE(rtcp ? rtcpPort : rtpPort, 22);
  target.writeUInt16BE(8 + payloadBytes, 24);
  target.writeUInt16BE(0, 26);
}

/** The payload of a packet that `writeHeaders` began, or nothing when it is not one. */
export function readPayload(packet: Buffer): { rtcp: boolean; payload: Buffer } | undefined {
  if (packet.length < headerBytes || packet[0] !== 0x45 || packet[9] !== 17) return undefined;
  if (packet.readUInt16BE(2) !== packet.length || headerChecksum(packet) !== 0) return undefined;
  const port = packet.readUInt16BE(22);
  if (packet.readUInt16BE(24) !== packet.length - 20 || (port !== rtpPort && port !== rtcpPort))
    return undefined;
  return { rtcp: port === rtcpPort, payload: packet.subarray(headerBytes) };
}
