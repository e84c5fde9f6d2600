import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import { inTransaction } from '../../db/connection.ts';
import type { RecordingArchive, RecordingManifest } from '../../sfu/media-node.ts';
import { isoNow } from '../clock.ts';
import type { Foundation } from '../foundation.ts';
import { recordingFolderOf } from '../visits/index.ts';
import type { RecordedVisit } from './recorded-visit.ts';
import { loadRecording } from './tables.ts';

/**
 * Brings the recording of an ended visit to its last state, from wherever a crash left it: sealed, in the ledger,
 * playable. Each step can be done again; the ledger line is written once. Says whether nothing is left to do.
 */
export async function sealRecording(
  foundation: Foundation,
  archive: RecordingArchive,
  visit: RecordedVisit,
): Promise<boolean> {
  const folder = recordingFolderOf(foundation.dataDir, visit.visitId);
  // Closed before any media: there is nothing to seal.
  if (!existsSync(folder)) return true;
  const row = await loadRecording(foundation.db, visit.visitId);
  if (!row) await noteSealingBegun(foundation, visit);
  if (!row?.sealed_at) {
    await writeTimeline(folder, visit);
    await noteSealed(foundation, visit, await archive.seal(folder));
  }
  return row?.state === 'playable' || makePlayable(foundation, archive, visit.visitId, folder);
}

async function noteSealingBegun({ db, clock }: Foundation, { visitId }: RecordedVisit): Promise<void> {
  await db('recordings')
    .insert({ visit_id: visitId, state: 'sealing', created_at: isoNow(clock) })
    .onConflict('visit_id')
    .ignore();
}

async function writeTimeline(folder: string, { timeline }: RecordedVisit): Promise<void> {
  const lines = timeline.map((line) => `${JSON.stringify(line)}\n`);
  await writeFile(join(folder, 'timeline.jsonl'), lines.join(''));
}

async function noteSealed(
  { db, clock, ledger }: Foundation,
  { visitId, prisonId }: RecordedVisit,
  manifest: RecordingManifest,
): Promise<void> {
  const figures = {
    manifest_sha256: manifest.sha256,
    packets: manifest.packets,
    missing_packets: manifest.missingPackets,
    bytes: manifest.bytes,
    seconds: secondsOf(manifest),
  };
  await inTransaction(db, async (trx) => {
    const sealed = await trx('recordings')
      .where({ visit_id: visitId })
      .whereNull('sealed_at')
      .update({ state: 'sealed', sealed_at: isoNow(clock), failure: null, ...figures });
    if (sealed === 0) return;
    await ledger.append(trx, {
      bookId: prisonId,
      kind: 'recording_sealed',
      actor: { kind: 'system', id: 'recordings' },
      subjects: [{ kind: 'visit', id: visitId }],
      facts: {
        manifestSha256: manifest.sha256,
        packets: manifest.packets,
        missingPackets: manifest.missingPackets,
        bytes: manifest.bytes,
        seconds: figures.seconds,
        parts: manifest.parts.map((part) => ({ name: part.name, closed: part.closed, lost: part.lost })),
      },
    });
  });
}

function secondsOf({ firstArrival, lastArrival }: RecordingManifest): number {
  if (firstArrival === undefined || lastArrival === undefined) return 0;
  return Math.round(DateTime.fromISO(lastArrival).diff(DateTime.fromISO(firstArrival)).as('seconds'));
}

async function makePlayable(
  { db, log }: Foundation,
  archive: RecordingArchive,
  visitId: string,
  folder: string,
): Promise<boolean> {
  try {
    await archive.makePlayable(folder);
    await db('recordings').where({ visit_id: visitId }).update({ state: 'playable', failure: null });
    return true;
  } catch (error) {
    // The evidence is sealed all the same; only the copy for replay is missing.
    log.error({ err: error, visitId }, 'no playable copy could be made');
    await db('recordings')
      .where({ visit_id: visitId })
      .update({ state: 'unplayable', failure: messageOf(error) });
    return false;
  }
}

/** Shows on the screens that sealing stands still. What is sealed already stays so. */
export async function noteFailure(db: Knex, visitId: string, error: unknown): Promise<void> {
  await db('recordings')
    .where({ visit_id: visitId })
    .whereNull('sealed_at')
    .update({ state: 'failed', failure: messageOf(error) });
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 500);
}
