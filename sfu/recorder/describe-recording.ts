/** The manifest's body worked out from the files alone: by sealing to write it, by the verifier to compare it. */
import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { sha256 } from './canonical-json.ts';
import { type EndLine, readChain, type SegmentLine } from './chain.ts';
import { byNumber, tornEnding } from './layout.ts';
import { type ManifestBody, type ManifestPart, type ManifestTrack, manifestFormat } from './manifest.ts';
import { parseSegment } from './read-segment.ts';
import { listFiles, listParts } from './recording-files.ts';
import { createTrackCount, isoTime, type TrackCount } from './track-count.ts';

const missingFile = (error: NodeJS.ErrnoException) => {
  if (error.code === 'ENOENT') return undefined;
  throw error;
};

function describeCount(count: TrackCount) {
  const { gaps, firstArrival, lastArrival, ...totals } = count.totals();
  const { firstSequence: first, lastSequence: last } = totals;
  return {
    ...totals,
    expected: first === undefined || last === undefined ? 0 : last - first + 1,
    missingPackets: gaps.reduce((sum, gap) => sum + gap.to - gap.from + 1, 0),
    missing: gaps.map((gap) => ({ ...gap, since: isoTime(gap.since), until: isoTime(gap.until) })),
    firstArrival: firstArrival === undefined ? undefined : isoTime(firstArrival),
    lastArrival: lastArrival === undefined ? undefined : isoTime(lastArrival),
  };
}

/** The chain says which segments there are; the files say what is in them. Nothing when no file says what track it is. */
async function describeTrack(partFolder: string, name: string, lines: SegmentLine[]) {
  let facts: ReturnType<typeof parseSegment>['facts'];
  let count: TrackCount | undefined;
  for (const { segment } of lines) {
    const bytes = await readFile(join(partFolder, name, segment)).catch(missingFile);
    const parsed = bytes && parseSegment(bytes);
    if (!parsed?.facts) continue;
    facts ??= parsed.facts;
    count ??= createTrackCount(facts, { keepGaps: true });
    for (const packet of parsed.packets) count.count(packet);
  }
  if (!facts || !count) return [];
  const segments = lines.map(({ segment, sha256, bytes, packets, recovered }) => ({
    name: segment,
    sha256,
    bytes,
    packets,
    recovered,
  }));
  const track: ManifestTrack = { ...facts, name, segments, ...describeCount(count) };
  return [track];
}

async function describeTorn(partFolder: string): Promise<ManifestPart['torn']> {
  const names = (await listFiles(partFolder)).filter((name) => name.endsWith(tornEnding));
  return Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(join(partFolder, name));
      return { name, sha256: sha256(bytes), bytes: bytes.length };
    }),
  );
}

async function describePart(folder: string, name: string): Promise<ManifestPart> {
  const partFolder = join(folder, name);
  const { lines, head, fault } = await readChain(partFolder);
  const segmentLines = lines
    .filter((line) => line.kind === 'segment')
    .sort((a, b) => byNumber(a.segment, b.segment));
  const tracks: ManifestTrack[] = [];
  for (const track of [...new Set(segmentLines.map((line) => line.track))].sort()) {
    const ofTrack = segmentLines.filter((line) => line.track === track);
    tracks.push(...(await describeTrack(partFolder, track, ofTrack)));
  }
  const end = lines.find((line): line is EndLine => line.kind === 'end');
  return {
    name,
    closed: end !== undefined,
    lost: end?.lost ?? 0,
    failure: end?.failure,
    chain: { lines: lines.length, head, fault },
    tracks,
    torn: await describeTorn(partFolder),
  };
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

export async function describeRecording(folder: string): Promise<ManifestBody> {
  const parts: ManifestPart[] = [];
  for (const name of await listParts(folder)) parts.push(await describePart(folder, name));
  const tracks = parts.flatMap((part) => part.tracks);
  // ISO times of one length sort as text.
  const firsts = tracks.flatMap((track) => track.firstArrival ?? []).sort();
  const lasts = tracks.flatMap((track) => track.lastArrival ?? []).sort();
  return {
    format: manifestFormat,
    recording: basename(resolve(folder)),
    parts,
    packets: sum(tracks.map((track) => track.packets)),
    expected: sum(tracks.map((track) => track.expected)),
    missingPackets: sum(tracks.map((track) => track.missingPackets)),
    bytes: sum(tracks.flatMap((track) => track.segments.map((segment) => segment.bytes))),
    firstArrival: firsts[0],
    lastArrival: lasts.at(-1),
  };
}
