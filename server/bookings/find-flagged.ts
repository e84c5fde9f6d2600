import type { Knex } from 'knex';
import type { DateTime } from 'luxon';
import { mostCounted } from '../desk/schema.ts';
import type { Refusal } from '../edge/index.ts';
import { type ComingVisit, loadVisitsById, loadWaitingVisits } from './coming-visits.ts';
import type { BookingReason } from './refusals.ts';
import { canBeKept, gateRefusalOf } from './review-reasons.ts';
import { loadReviews, type ReviewRecord, unsettled } from './review-records.ts';
import { reviewVisits } from './review-visits.ts';

/** A booked visit with what stands against it and is not settled. */
export type FlaggedVisit = { visit: ComingVisit; reasons: BookingReason[] };

/** Every booked visit to come that somebody has to look at; of one prison or one prisoner, if that is given. */
export async function findFlagged(
  db: Knex,
  asked: { now: DateTime; prisonId?: string | undefined; prisonerId?: string },
): Promise<FlaggedVisit[]> {
  return flaggedOf(db, await loadWaitingVisits(db, asked));
}

/** How many there are, for the work desk; one more than it shows stands for any more. */
export async function countFlagged(
  db: Knex,
  asked: { now: DateTime; prisonId?: string | undefined },
): Promise<number> {
  const waiting = await loadWaitingVisits(db, asked);
  let count = 0;
  for (let n = 0; n < waiting.length && count <= mostCounted; n += mostCounted)
    count += (await flaggedOf(db, waiting.slice(n, n + mostCounted))).length;
  return Math.min(count, mostCounted + 1);
}

/** What stands against each of these bookings, with how it was settled before. */
export async function reviewBookings(
  db: Knex,
  ids: readonly string[],
): Promise<{ reasonsOf: (id: string) => BookingReason[]; reviews: ReviewRecord[] }> {
  const visits = await loadVisitsById(db, ids);
  const reasons = await reviewVisits(db, visits);
  const reviews = await loadReviews(db, ids);
  const open = new Map(
    visits.map((visit) => [visit.id, unsettled(reasons.get(visit.id) ?? [], visit, reviews)]),
  );
  return { reasonsOf: (id) => open.get(id) ?? [], reviews };
}

/** What stands against one booking and is not settled. */
export async function openReasonsOf(db: Knex, id: string): Promise<BookingReason[]> {
  return (await reviewBookings(db, [id])).reasonsOf(id);
}

/** Why no key may turn for a visit now, and why it must not begin; undefined if nothing bars it. */
export async function barAtTheGate(db: Knex, bookingId: string): Promise<Refusal | undefined> {
  return barAmong(await openReasonsOf(db, bookingId));
}

/** The same, of reasons that are known. */
export function barAmong(reasons: readonly BookingReason[]): Refusal | undefined {
  const reason = reasons.find((one) => !canBeKept(one));
  return reason && gateRefusalOf(reason);
}

async function flaggedOf(db: Knex, visits: ComingVisit[]): Promise<FlaggedVisit[]> {
  const reasons = await reviewVisits(db, visits);
  const flagged = visits.filter(({ id }) => reasons.get(id)?.length);
  const reviews = await loadReviews(
    db,
    flagged.map(({ id }) => id),
  );
  return flagged
    .map((visit) => ({ visit, reasons: unsettled(reasons.get(visit.id) ?? [], visit, reviews) }))
    .filter((one) => one.reasons.length > 0);
}
