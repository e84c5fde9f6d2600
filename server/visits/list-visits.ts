import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import { type BookingDetails, bookingsOfDay } from '../bookings/index.ts';
import { type Clock, dayOf, fromStoredTime, peopleZone } from '../clock.ts';
import { edgeRefusals, type Role } from '../edge/index.ts';
import { personNameFor } from '../people/index.ts';
import { termsReadBy } from '../reviews/index.ts';
import { sides, type VisitSummary } from './schema.ts';
import { isStopReasonMissing } from './snapshot.ts';
import { readVisit, visitsTable } from './tables.ts';
import type { VisitPlan, VisitState } from './visit-state.ts';

/** The visits of a day of Asia/Shanghai: every booking that was not cancelled nor is only held for an answer, with the state of its visit. */
export async function listVisits(
  db: Knex,
  { day, prisonId }: { day: string; prisonId: string | null },
): Promise<VisitSummary[]> {
  const from = DateTime.fromISO(day, { zone: peopleZone });
  const bookings = await bookingsOfDay(db, {
    from,
    to: from.plus({ days: 1 }),
    prisonId: prisonId ?? undefined,
  });
  const states = await statesOf(
    db,
    bookings.map(({ id }) => id),
  );
  return bookings
    .filter(({ state }) => state !== 'cancelled' && state !== 'held')
    .map((booking) => summaryOf(booking, states.get(booking.id) ?? { name: 'scheduled' }));
}

export const today = (clock: Clock) => dayOf(clock.now());

/** The line of one visit. */
export async function summariseVisit(
  db: Knex,
  { visitId, startsAt, prisonId }: VisitPlan,
  state: VisitState,
): Promise<VisitSummary> {
  return summaryOf(await bookingDetailsOf(db, { visitId, startsAt, prisonId }), state);
}

/** The booking of a visit with the names of all that it joins. */
export async function bookingDetailsOf(
  db: Knex,
  { visitId, startsAt, prisonId }: Pick<VisitPlan, 'visitId' | 'startsAt' | 'prisonId'>,
): Promise<BookingDetails> {
  const from = fromStoredTime(startsAt);
  const bookings = await bookingsOfDay(db, { from, to: from.plus(1), prisonId });
  const booking = bookings.find(({ id }) => id === visitId);
  if (!booking) throw edgeRefusals.not_found();
  return booking;
}

/** The line of a visit with the names that this role may read. */
export function readBy(role: Role, visit: VisitSummary): VisitSummary {
  const personName = personNameFor(role);
  return {
    ...visit,
    prisoner: { ...visit.prisoner, name: personName(visit.prisoner.name) },
    terms: termsReadBy(visit.terms, personName),
    visitors: visit.visitors.map((visitor) => ({ ...visitor, name: personName(visitor.name) })),
  };
}

async function statesOf(db: Knex, ids: string[]): Promise<Map<string, VisitState>> {
  const rows = await visitsTable(db).whereIn('id', ids);
  return new Map(rows.map((row) => [row.id, readVisit(row).state]));
}

function summaryOf(booking: BookingDetails, state: VisitState): VisitSummary {
  const { id, number, prison, prisoner, visitors, visitRoom, terminal, startsAt, endsAt, terms } = booking;
  return {
    id,
    bookingNumber: number,
    prison,
    prisoner,
    visitors: visitors.map((visitor) => ({
      id: visitor.id,
      name: visitor.name,
      relationship: visitor.relationship,
    })),
    visitRoom,
    terminal,
    startsAt,
    endsAt,
    terms,
    state: state.name,
    keysTurned: 'keys' in state ? sides.filter((side) => state.keys[side]) : [],
    outcome: state.name === 'ended' ? state.outcome : null,
    stopReasonMissing: isStopReasonMissing(state),
  };
}
