/** Checks a sealed recording with nothing but its files, trusting none of them, and names the first thing that is wrong. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type ChainLine, readChain } from './chain.ts';
import { describeRecording } from './describe-recording.ts';
import { chainName, manifestName, playableGrowingName, playableName, timelineName } from './layout.ts';
import { type ManifestBody, type ManifestPart, type RecordingManifest, readManifest } from './manifest.ts';
import { readPackets } from './read-segment.ts';
import { listFiles } from './recording-files.ts';
import { createTrackCount, type SegmentCount } from './track-count.ts';

export type RecordingVerdict = { ok: true; manifest: RecordingManifest } | { ok: false; problem: string };

type SealedFile = { path: string; sha256: string; bytes: number };

const pickCounts = (of: Partial<SegmentCount> | ChainLine | undefined) => {
  const { packets, rtcpPackets, firstArrival, lastArrival, firstSequence, lastSequence, gaps } = (of ??
    {}) as Partial<SegmentCount>;
  return { packets, rtcpPackets, firstArrival, lastArrival, firstSequence, lastSequence, gaps };
};

/** Files that are made from the recording, or stand beside it; the manifest does not bind them. */
const isBeside = (path: string) =>
  path === manifestName ||
  path === timelineName ||
  path.startsWith(`${playableName}/`) ||
  path.startsWith(`${playableGrowingName}/`);

function sealedFiles(manifest: ManifestBody): SealedFile[] {
  return manifest.parts.flatMap((part) => [
    ...part.torn.map((torn) => ({ ...torn, path: `${part.name}/${torn.name}` })),
    ...part.tracks.flatMap((track) =>
      track.segments.map((segment) => ({ ...segment, path: `${part.name}/${track.name}/${segment.name}` })),
    ),
  ]);
}

async function findWrongFileList(folder: string, manifest: ManifestBody): Promise<string | undefined> {
  const present = new Set(await listFiles(folder));
  const sealed = new Set(sealedFiles(manifest).map(({ path }) => path));
  for (const part of manifest.parts) if (part.chain.lines > 0) sealed.add(`${part.name}/${chainName}`);
  const missing = [...sealed].find((path) => !present.has(path));
  if (missing) return `${missing} is missing`;
  // A part that ended before its first line may have an empty chain.
  const isEmptyChain = (path: string) =>
    manifest.parts.some((part) => part.chain.lines === 0 && path === `${part.name}/${chainName}`);
  const extra = [...present].find((path) => !sealed.has(path) && !isBeside(path) && !isEmptyChain(path));
  return extra && `${extra} is not part of the recording`;
}

async function findWrongChain(folder: string, part: ManifestPart): Promise<string | undefined> {
  const path = `${part.name}/${chainName}`;
  const chain = await readChain(join(folder, part.name));
  if (chain.fault) return `${path}: ${chain.fault}`;
  if (chain.wholeBytes < chain.bytes) return `${path}: the last line is not whole`;
  if (chain.head !== part.chain.head || chain.lines.length !== part.chain.lines) {
    return `${path}: its last line is not the one that the manifest names`;
  }
  const chained = chain.lines.flatMap((line) => (line.kind === 'segment' ? [line] : []));
  const known = new Map(
    part.tracks.flatMap((track) =>
      track.segments.map((segment) => [`${track.name}/${segment.name}`, segment]),
    ),
  );
  const unknown = chained.find((line) => known.get(`${line.track}/${line.segment}`)?.sha256 !== line.sha256);
  if (unknown) return `${path}: ${unknown.track}/${unknown.segment} is not in the manifest with this hash`;
  if (chained.length !== known.size) return `${path}: a segment of the manifest has no line`;
  return undefined;
}

async function findWrongBytes(folder: string, file: SealedFile): Promise<string | undefined> {
  const { size } = await stat(join(folder, file.path));
  if (size !== file.bytes) return `${file.path} has ${size} bytes, sealed were ${file.bytes}`;
  const hash = createHash('sha256');
  await pipeline(createReadStream(join(folder, file.path)), hash);
  return hash.digest('hex') === file.sha256 ? undefined : `${file.path} was changed: its hash is another one`;
}

/** Counts every segment's packets again, in the order of the capture. */
async function findWrongCount(folder: string, part: ManifestPart): Promise<string | undefined> {
  const { lines } = await readChain(join(folder, part.name));
  for (const track of part.tracks) {
    const count = createTrackCount(track, { keepGaps: false });
    for (const { name } of track.segments) {
      for await (const packet of readPackets(join(folder, part.name, track.name), [{ name }]))
        count.count(packet);
      const line = lines.find(
        (one) => one.kind === 'segment' && one.track === track.name && one.segment === name,
      );
      const difference = findDifference(pickCounts(line), pickCounts(count.endSegment()), '');
      if (difference) return `${part.name}/${track.name}/${name}: ${difference}`;
    }
  }
  return undefined;
}

/** The first member in which two JSON values differ. */
function findDifference(sealed: unknown, found: unknown, path: string): string | undefined {
  const isObject = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null;
  if (!isObject(sealed) || !isObject(found)) {
    if (sealed === found) return undefined;
    return `${path}: sealed is ${JSON.stringify(sealed)}, the files say ${JSON.stringify(found)}`;
  }
  for (const key of new Set([...Object.keys(sealed), ...Object.keys(found)])) {
    const difference = findDifference(sealed[key], found[key], path ? `${path}.${key}` : key);
    if (difference) return difference;
  }
  return undefined;
}

async function findProblem(folder: string, manifest: RecordingManifest): Promise<string | undefined> {
  const wrongList = await findWrongFileList(folder, manifest);
  if (wrongList) return wrongList;
  for (const part of manifest.parts) {
    const wrong = await findWrongChain(folder, part);
    if (wrong) return wrong;
  }
  for (const file of sealedFiles(manifest)) {
    const wrong = await findWrongBytes(folder, file);
    if (wrong) return wrong;
  }
  for (const part of manifest.parts) {
    const wrong = await findWrongCount(folder, part);
    if (wrong) return wrong;
  }
  const { sha256, ...body } = manifest;
  // An exported recording may lie in a folder of another name.
  return findDifference(body, { ...(await describeRecording(folder)), recording: body.recording }, '');
}

/** `expectedHash` is what the ledger keeps; without it, only the inner agreement of the files is proved. */
export async function verifyRecording(folder: string, expectedHash?: string): Promise<RecordingVerdict> {
  try {
    const manifest = await readManifest(folder);
    if (!manifest) return { ok: false, problem: `${manifestName} is missing: the recording is not sealed` };
    if (expectedHash !== undefined && expectedHash !== manifest.sha256) {
      return {
        ok: false,
        problem: `${manifestName} has the hash ${manifest.sha256}, expected was ${expectedHash}`,
      };
    }
    const problem = await findProblem(folder, manifest);
    return problem === undefined ? { ok: true, manifest } : { ok: false, problem };
  } catch (error) {
    return { ok: false, problem: (error as Error).message };
  }
}
