/** Closes what the end of a recorder's life left open. No byte is destroyed: torn tails are set aside first. */
import { open, readFile, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { sha256 } from './canonical-json.ts';
import { openChain, readChain, type SegmentLine } from './chain.ts';
import { syncFolder, writeFileAtomically } from './durable-file.ts';
import { chainPath, tornEnding } from './layout.ts';
import { parseSegment } from './read-segment.ts';
import { listSegments, listTracks } from './recording-files.ts';
import { createTrackCount, type TrackCount } from './track-count.ts';

/** Copies the tail aside, then cuts it off; repeating it after a crash in between gives the same files. */
async function setTailAside(path: string, bytes: Buffer, validBytes: number): Promise<void> {
  if (validBytes === bytes.length) return;
  await writeFileAtomically(`${path}${tornEnding}`, bytes.subarray(validBytes));
  const handle = await open(path, 'r+');
  try {
    await handle.truncate(validBytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function cutChain(partFolder: string): Promise<void> {
  const path = chainPath(partFolder);
  const { wholeBytes, bytes } = await readChain(partFolder);
  if (wholeBytes < bytes) await setTailAside(path, await readFile(path), wholeBytes);
}

/** Mends a segment without a line in the chain, and counts it; nothing when no start of a section is left of it. */
async function recoverSegment(path: string, startCount: () => TrackCount) {
  const bytes = await readFile(path);
  const segment = parseSegment(bytes);
  if (!segment.facts) {
    await rename(path, `${path}${tornEnding}`);
    await syncFolder(dirname(path));
    return undefined;
  }
  await setTailAside(path, bytes, segment.validBytes);
  const valid = bytes.subarray(0, segment.validBytes);
  const handle = await open(path, 'r');
  await handle.sync();
  await handle.close();
  await syncFolder(dirname(path));
  const count = startCount();
  for (const packet of segment.packets) count.count(packet);
  return { sha256: sha256(valid), bytes: valid.length, ...count.endSegment() };
}

/** The lines that a track's chain lacks. Counts from the track's first packet, so that extended numbers go on. */
async function recoverTrack(partFolder: string, track: string, chained: Set<string>) {
  const folder = join(partFolder, track);
  const lines: Omit<SegmentLine, 'previous'>[] = [];
  const names = await listSegments(folder);
  if (names.every((name) => chained.has(`${track}/${name}`))) return lines;
  let count: TrackCount | undefined;
  for (const name of names) {
    const path = join(folder, name);
    const { facts, packets } = parseSegment(await readFile(path));
    const startCount = () => {
      if (!facts) throw new Error(`${basename(path)} has no start of a section.`);
      count ??= createTrackCount(facts, { keepGaps: false });
      return count;
    };
    if (!chained.has(`${track}/${name}`)) {
      const recovered = await recoverSegment(path, startCount);
      if (recovered) lines.push({ kind: 'segment', track, segment: name, recovered: true, ...recovered });
    } else if (facts) {
      for (const packet of packets) startCount().count(packet);
      startCount().endSegment();
    }
  }
  return lines;
}

/** After this, every segment of the part has its line in the chain. */
export async function recoverPart(partFolder: string): Promise<void> {
  await cutChain(partFolder);
  const { lines } = await readChain(partFolder);
  const chained = new Set(
    lines.flatMap((line) => (line.kind === 'segment' ? `${line.track}/${line.segment}` : [])),
  );
  const tracks = await listTracks(partFolder);
  const missing = [];
  for (const track of tracks) missing.push(...(await recoverTrack(partFolder, track, chained)));
  if (missing.length === 0) return;
  const chain = await openChain(partFolder);
  try {
    for (const line of missing) await chain.append(line);
  } finally {
    await chain.close();
  }
}
