import type { Knex } from 'knex';
import type { DateTime } from 'luxon';
import { toStoredTime } from '../clock.ts';
import { loadRules } from '../rules/index.ts';
import { draftsTable } from './tables.ts';

/** How long a draft that nobody touches is kept (rule application_draft_days). */
export async function draftDays(db: Knex, now: DateTime): Promise<number> {
  return (await loadRules(db, { at: now })).get('application_draft_days');
}

/** Deletes the drafts that nobody has touched for so long: what was typed about people is not kept for nothing. */
export async function expireDrafts(db: Knex, now: DateTime): Promise<number> {
  const days = await draftDays(db, now);
  return draftsTable(db)
    .where('saved_at', '<', toStoredTime(now.minus({ days })))
    .delete();
}
