/** The manifest: what a sealed recording holds. Its canonical bytes (RFC 8785) are hashed, and the ledger keeps the hash. */
import type { TrackFacts } from './recording-part.ts';

export const manifestFormat = 'visit-recording/1';

/** RTP packets that never came, by extended sequence number, and when the packets around them arrived. */
export type MissingPackets = { from: number; to: number; since: string; until: string };

export type ManifestSegment = {
  /** File name inside the track's folder. */
  name: string;
  sha256: string;
  bytes: number;
  /** RTP packets. */
  packets: number;
  /** Closed by sealing, because the recorder's life ended before it could. */
  recovered?: true;
};

export type ManifestTrack = TrackFacts & {
  name: string;
  segments: ManifestSegment[];
  packets: number;
  rtcpPackets: number;
  duplicates: number;
  /** Packets that belong to no known stream of this track. */
  otherPackets: number;
  /** Extended sequence numbers, counted from 65,536 on. */
  firstSequence?: number;
  lastSequence?: number;
  expected: number;
  missingPackets: number;
  missing: MissingPackets[];
  firstArrival?: string;
  lastArrival?: string;
};

export type ManifestPart = {
  name: string;
  /** False when the recorder's life ended without closing the part. */
  closed: boolean;
  /** Packets that came but could not be written. */
  lost: number;
  failure?: string;
  chain: { lines: number; head: string; fault?: string };
  tracks: ManifestTrack[];
  /** Tails of half-written blocks, set aside so that the capture stays readable. */
  torn: { name: string; sha256: string; bytes: number }[];
};

export type ManifestBody = {
  format: typeof manifestFormat;
  /** Name of the recording's folder. */
  recording: string;
  parts: ManifestPart[];
  packets: number;
  expected: number;
  missingPackets: number;
  /** Of all segments. */
  bytes: number;
  firstArrival?: string;
  lastArrival?: string;
};

/** The manifest with the SHA-256 of its canonical bytes, in hexadecimal. */
export type RecordingManifest = ManifestBody & { sha256: string };
