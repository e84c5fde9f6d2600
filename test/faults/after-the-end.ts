import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { LedgerEntry } from '../../server/ledger/schema.ts';
import type { Recording } from '../../server/recordings/schema.ts';
import { type ManifestPart, type RecordingManifest, readManifest } from '../../sfu/recorder/manifest.ts';
import type { LiveVisit } from './a-live-visit.ts';
import { until } from './patience.ts';

/** What lay in the recording's folder at a moment: the size of each file. */
export type Written = Map<string, number>;

export function writtenIn(folder: string): Written {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files.map(({ parentPath, name }) => [join(parentPath, name), statSync(join(parentPath, name)).size]),
  );
}

/** Not a byte of what had been written is gone: what sealing cuts off as torn, it sets aside. */
export function expectKept(written: Written): void {
  for (const [path, size] of written) {
    const sizeOf = (name: string) => statSync(name, { throwIfNoEntry: false })?.size ?? 0;
    expect(sizeOf(path) + sizeOf(`${path}.torn`), path).to.be.at.least(size);
  }
}

export type Whole = {
  manifest: RecordingManifest;
  /** Kinds of the timeline's lines, in order. */
  timeline: string[];
};

/**
 * What has to hold after every fault, once the visit has ended: the recording is sealed, verifies against the ledger and
 * can be played; the ledger verifies and tells what the timeline tells.
 */
export async function expectWhole(visit: LiveVisit): Promise<Whole> {
  const recording = await until(async () => {
    const now = await visit.get<Recording>(`/api/visits/${visit.visitId}/recording`).catch(() => undefined);
    return now?.state === 'playable' && now;
  });
  const environment = { DATA_DIR: visit.dataDir, DATABASE_URL: visit.databaseUrl ?? '' };
  command('server/ledger/commands/verify.ts', [], environment);
  command('sfu/recorder/commands/verify.ts', [visit.folder, recording.manifestSha256 ?? ''], {});
  for (const party of recording.playable) {
    const file = join(visit.folder, 'playable', `${party}.webm`);
    const decoded = spawnSync('ffmpeg', ['-v', 'error', '-i', file, '-f', 'null', '-'], { encoding: 'utf8' });
    expect([decoded.status, decoded.stderr], file).to.deep.equal([0, '']);
  }
  expect(recording.playable).to.deep.equal(['visitors', 'prisoner']);

  const timeline = (await visit.read()).timeline.map(({ kind }) => kind);
  expect(await ledgerOf(visit)).to.deep.equal([
    ...timeline.map((kind) => `visit_${kind}`),
    'recording_sealed',
  ]);
  const manifest = await readManifest(visit.folder);
  if (!manifest) throw new Error('the recording has no manifest');
  return { manifest, timeline };
}

function command(script: string, args: string[], environment: Record<string, string>): void {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', script, ...args],
    { encoding: 'utf8', env: { PATH: process.env.PATH, ...environment } },
  );
  expect(status, `${script}: ${stdout}${stderr}`).to.equal(0);
}

/** The kinds of all entries about what happened in the visit, the oldest first. */
async function ledgerOf(visit: LiveVisit): Promise<string[]> {
  const kinds: string[] = [];
  let page = '';
  do {
    const { entries, before } = await visit.get<{ entries: LedgerEntry[]; before: number | null }>(
      `/api/ledger/baimaoling/entries?subject=${visit.visitId}${page}`,
    );
    kinds.push(...entries.map(({ kind }) => kind));
    page = before === null ? '' : `&before=${before}`;
  } while (page);
  return kinds.reverse().filter((kind) => kind !== 'visit_booked' && !kind.startsWith('recording_replay'));
}

/** The recording goes up to the moment of the fault, within what a process holds in memory and a loaded machine delays. */
export function expectRecordedUntil(part: ManifestPart | undefined, fault: Date): void {
  const last = part?.tracks.map(({ lastArrival = '' }) => Date.parse(lastArrival)) ?? [];
  expect(Math.max(...last)).to.be.greaterThan(fault.getTime() - 1000);
}

/** Says in the run's report how long something took; how long it may take depends on the machine. */
export function reportSeconds(what: string, since: number, until = performance.now()): void {
  process.stdout.write(`      ${what}: ${((until - since) / 1000).toFixed(1)} s\n`);
}
