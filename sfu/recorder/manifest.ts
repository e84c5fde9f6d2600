/** The manifest: what a sealed recording holds. Its canonical bytes (RFC 8785) are hashed, and the ledger keeps the hash. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { canonicalJson, sha256 } from './canonical-json.ts';
import { manifestPath } from './layout.ts';
import { trackFacts } from './track-facts.ts';

export const manifestFormat = 'visit-recording/1';

const count = z.number().int().nonnegative();
const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** RTP packets that never came, by extended sequence number, and when the packets around them arrived. */
const missingPackets = z.strictObject({ from: count, to: count, since: z.string(), until: z.string() });

const manifestSegment = z.strictObject({
  /** File name inside the track's folder. */
  name: z.string(),
  sha256: hash,
  bytes: count,
  /** RTP packets. */
  packets: count,
  /** Closed by sealing, because the recorder's life ended before it could. */
  recovered: z.literal(true).optional(),
});

const manifestTrack = trackFacts.extend({
  name: z.string(),
  segments: z.array(manifestSegment),
  packets: count,
  rtcpPackets: count,
  duplicates: count,
  /** Packets that belong to no known stream of this track. */
  otherPackets: count,
  /** Extended sequence numbers, counted from 65,536 on. */
  firstSequence: count.optional(),
  lastSequence: count.optional(),
  expected: count,
  missingPackets: count,
  missing: z.array(missingPackets),
  firstArrival: z.string().optional(),
  lastArrival: z.string().optional(),
});

const manifestPart = z.strictObject({
  name: z.string(),
  /** False when the recorder's life ended without closing the part. */
  closed: z.boolean(),
  /** Packets that came but could not be written. */
  lost: count,
  failure: z.string().optional(),
  chain: z.strictObject({ lines: count, head: hash, fault: z.string().optional() }),
  tracks: z.array(manifestTrack),
  /** Tails of half-written blocks and lines, set aside so that the files stay readable. */
  torn: z.array(z.strictObject({ name: z.string(), sha256: hash, bytes: count })),
});

const manifestBody = z.strictObject({
  format: z.literal(manifestFormat),
  /** Name of the recording's folder. */
  recording: z.string(),
  parts: z.array(manifestPart),
  packets: count,
  expected: count,
  missingPackets: count,
  /** Of all segments. */
  bytes: count,
  firstArrival: z.string().optional(),
  lastArrival: z.string().optional(),
});

export type ManifestTrack = z.infer<typeof manifestTrack>;
export type ManifestPart = z.infer<typeof manifestPart>;
export type ManifestBody = z.infer<typeof manifestBody>;
/** The manifest with the SHA-256 of its canonical bytes, in hexadecimal. */
export type RecordingManifest = ManifestBody & { sha256: string };

/** The manifest of a sealed recording; nothing when it is not sealed; throws when the file is not a canonical manifest. */
export async function readManifest(folder: string): Promise<RecordingManifest | undefined> {
  let bytes: Buffer;
  try {
    bytes = await readFile(manifestPath(folder));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const text = bytes.toString('utf8');
  const body = manifestBody.parse(JSON.parse(text));
  if (canonicalJson(body) !== text) throw new Error('The manifest is not in canonical form.');
  return { ...body, sha256: sha256(bytes) };
}
