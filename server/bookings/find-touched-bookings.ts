import type { Knex } from 'knex';
import type { CalendarQuestion, TouchedBooking } from '../calendar/index.ts';
import { loadWaitingVisits } from './coming-visits.ts';
import { refusalOf } from './refusals.ts';
import { reviewVisits } from './review-visits.ts';

/** The booked visits to come that a change of the calendar gives a reason against that they do not have now. */
export async function findTouchedBookings(
  db: Knex,
  { from, prisonIds, after }: CalendarQuestion,
): Promise<{ lookedAt: number; touched: TouchedBooking[] }> {
  const waiting = await loadWaitingVisits(db, { now: from });
  const visits = waiting.filter((visit) => prisonIds.includes(visit.prison_id));
  const now = await reviewVisits(db, visits);
  const changed = await reviewVisits(db, visits, after);
  const touched = visits.flatMap((visit): TouchedBooking[] => {
    const known = now.get(visit.id) ?? [];
    const reason = changed.get(visit.id)?.find(({ code }) => !known.some((one) => one.code === code));
    if (reason === undefined) return [];
    const { id: bookingId, number, prison_id: prisonId, starts_at: startsAt } = visit;
    return [{ bookingId, number, prisonId, startsAt, reason: refusalOf(reason) }];
  });
  return { lookedAt: visits.length, touched };
}
