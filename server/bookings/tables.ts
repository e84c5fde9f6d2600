import type { Knex } from 'knex';
import type { ApplicationKind } from '../applications/schema.ts';
import type { Ending } from '../quota/schema.ts';
import type { BookingState, CancelReason, OfferEnd } from './schema.ts';

export type BookingRow = {
  id: string;
  number: string;
  kind: ApplicationKind;
  application_id: string;
  prison_id: string;
  prisoner_id: string;
  visit_room_id: string;
  terminal_id: string;
  starts_at: string;
  ends_at: string;
  occupied_until: string;
  state: BookingState;
  cancel_reason: CancelReason | OfferEnd | null;
  cancel_note: string;
  given_back: boolean | 0 | 1;
  /** JSON: the rule versions of the decision that put the visit where it is. */
  rules_used: string;
  created_by: string;
  created_at: string;
  version: number;
  live_application_id: string | null;
  held_until: string | null;
  /** How it came out; null while it is to come. */
  ending: Ending | null;
  /** The failed visit that this one makes up for. */
  makeup_of: string | null;
  /** The same, unless the failed visit is open to be made up for again. */
  makeup_claim: string | null;
  /** Of a failed visit: the last day on which it is made up for. */
  makeup_until: string | null;
  outside_quota: boolean | 0 | 1;
};

export const bookingsTable = (db: Knex) => db<BookingRow>('bookings');

/** A booking as other capabilities use it. */
export type BookingRecord = {
  id: string;
  number: string;
  kind: ApplicationKind;
  applicationId: string;
  prisonId: string;
  prisonerId: string;
  /** In the order of the application: the first is the applicant. */
  visitorIds: string[];
  visitRoomId: string;
  terminalId: string;
  startsAt: string;
  endsAt: string;
  occupiedUntil: string;
  state: BookingState;
  /** Of a slot that is held for an answer. */
  heldUntil: string | null;
  /** The failed visit that this one makes up for. */
  makeupOf: string | null;
  version: number;
};

/** With `forUpdate` it stays as it is until the transaction ends. */
export async function loadBooking(
  db: Knex,
  id: string,
  { forUpdate = false }: { forUpdate?: boolean } = {},
): Promise<BookingRecord | undefined> {
  const query = bookingsTable(db).where({ id });
  const row = await (forUpdate ? query.forUpdate() : query).first();
  if (row === undefined) return undefined;
  const visitorIds: string[] = await db('application_visitors')
    .where({ application_id: row.application_id })
    .orderBy('position')
    .pluck('visitor_id');
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    applicationId: row.application_id,
    prisonId: row.prison_id,
    prisonerId: row.prisoner_id,
    visitorIds,
    visitRoomId: row.visit_room_id,
    terminalId: row.terminal_id,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    occupiedUntil: row.occupied_until,
    state: row.state,
    heldUntil: row.held_until,
    makeupOf: row.makeup_of,
    version: row.version,
  };
}

/** The booking of an application that waits, or else one that has served it. */
export async function findBookingOf(
  db: Knex,
  applicationId: string,
): Promise<{ id: string; number: string; live: boolean; held: boolean } | undefined> {
  const row = await bookingsTable(db)
    .where({ application_id: applicationId, given_back: false })
    .first('id', 'number', 'state', 'live_application_id');
  if (row === undefined) return undefined;
  const { id, number, state } = row;
  return { id, number, live: row.live_application_id !== null, held: state === 'held' };
}

/** Whether a visit on this application is still to come. */
export async function hasLiveBooking(db: Knex, applicationId: string): Promise<boolean> {
  const row = await bookingsTable(db).where({ live_application_id: applicationId }).first('id');
  return row !== undefined;
}
