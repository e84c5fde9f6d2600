import type { Knex } from 'knex';
import { type BookingDetails, loadBookingDetails } from '../bookings/index.ts';
import type { StopReason } from './schema.ts';
import { readVisit, timelineOf, visitsTable } from './tables.ts';

/** What is on record of broken rules in a visit, and whose visit it was. */
export type ViolationFacts = {
  id: string;
  number: string;
  prisonId: string;
  startsAt: string;
  visitors: { id: string; name: string }[];
  ended: boolean;
  stopped: boolean;
  stopReason: StopReason | null;
  warned: boolean;
};

/** Undefined where nothing was ever begun: then no rule was broken either. */
export async function loadViolationFacts(db: Knex, visitId: string): Promise<ViolationFacts | undefined> {
  const row = await visitsTable(db).where({ id: visitId }).first();
  const [booking]: BookingDetails[] = row ? await loadBookingDetails(db, { id: visitId }) : [];
  if (row === undefined || booking === undefined) return undefined;
  const { state } = readVisit(row);
  const stop = state.name === 'ended' ? state.stop : null;
  return {
    id: visitId,
    number: booking.number,
    prisonId: booking.prison.id,
    startsAt: booking.startsAt,
    visitors: booking.visitors.map(({ id, name }) => ({ id, name })),
    ended: state.name === 'ended',
    stopped: stop !== null,
    stopReason: stop?.reason ?? null,
    warned: (await timelineOf(db, visitId)).some(({ kind }) => kind === 'warned'),
  };
}
