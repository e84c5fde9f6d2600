import type { Knex } from 'knex';
import type { DayPart } from '../bookings/schema.ts';
import type { OfferAnswer, WaitingState } from './schema.ts';

export type WaitingEntryRow = {
  id: string;
  application_id: string;
  prison_id: string;
  state: WaitingState;
  from_day: string;
  to_day: string;
  weekday: number | null;
  part: DayPart | null;
  rank: number;
  in_line_since: string;
  joined_by: string;
  joined_at: string;
  ended_at: string | null;
  version: number;
  live_application_id: string | null;
};

export type WaitingOfferRow = {
  booking_id: string;
  entry_id: string;
  starts_at: string;
  made_at: string;
  held_until: string;
  answer: OfferAnswer | null;
  answered_at: string | null;
  answered_by: string | null;
};

export const waitingEntries = (db: Knex) => db<WaitingEntryRow>('waiting_entries');
export const waitingOffers = (db: Knex) => db<WaitingOfferRow>('waiting_offers');

/** Everybody who waits, the next one first. */
export function inLine(db: Knex): Promise<WaitingEntryRow[]> {
  return waitingEntries(db).where({ state: 'waiting' }).orderBy(['rank', 'in_line_since', 'id']);
}

export async function loadEntry(
  db: Knex,
  id: string,
  { forUpdate = false } = {},
): Promise<WaitingEntryRow | undefined> {
  const query = waitingEntries(db).where({ id });
  return (forUpdate ? query.forUpdate() : query).first();
}

/** Changes an entry that this transaction has locked. */
export async function changeEntry(
  trx: Knex.Transaction,
  { id, version }: Pick<WaitingEntryRow, 'id' | 'version'>,
  change: Partial<WaitingEntryRow>,
): Promise<void> {
  await waitingEntries(trx)
    .where({ id })
    .update({ ...change, version: version + 1 });
}
