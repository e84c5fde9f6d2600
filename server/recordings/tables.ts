import type { Knex } from 'knex';
import { type Clock, isoNow } from '../clock.ts';
import type { RecordingState } from './schema.ts';

export type RecordingRow = {
  visit_id: string;
  state: RecordingState;
  created_at: string;
  sealed_at: string | null;
  manifest_sha256: string | null;
  packets: number | null;
  missing_packets: number | null;
  bytes: number | null;
  seconds: number | null;
  failure: string | null;
};

export function loadRecording(db: Knex, visitId: string): Promise<RecordingRow | undefined> {
  return db('recordings').where({ visit_id: visitId }).first();
}

/** Until when this member of staff may replay the recording, if at all. */
export async function replayUntil(
  db: Knex,
  clock: Clock,
  visitId: string,
  staffId: string,
): Promise<string | null> {
  const row = await db('replays')
    .where({ visit_id: visitId, staff_id: staffId })
    .where('expires_at', '>', isoNow(clock))
    .max({ until: 'expires_at' })
    .first();
  return row?.until ?? null;
}
