import type { Knex } from 'knex';
import type { ComingVisit } from './coming-visits.ts';
import type { BookingReason } from './refusals.ts';
import type { ReviewOutcome } from './schema.ts';

export type ReviewRow = {
  id: string;
  booking_id: string;
  outcome: ReviewOutcome;
  /** JSON: `BookingReason[]`. */
  reasons: string;
  starts_at: string;
  note: string;
  decided_by: string;
  decided_at: string;
};

const reviewsTable = (db: Knex) => db<ReviewRow>('booking_reviews');

export type ReviewRecord = Omit<ReviewRow, 'reasons'> & { reasons: BookingReason[] };

/** How flags of these bookings were settled, the oldest first. */
export async function loadReviews(db: Knex, bookingIds: readonly string[]): Promise<ReviewRecord[]> {
  const rows = await reviewsTable(db)
    .whereIn('booking_id', [...bookingIds])
    .orderBy(['decided_at', 'id']);
  return rows.map((row) => ({ ...row, reasons: JSON.parse(row.reasons) }));
}

/** The reasons that nobody has settled: a visit is kept for the very reasons that were seen, at the time it had then. */
export function unsettled(
  reasons: readonly BookingReason[],
  visit: Pick<ComingVisit, 'id' | 'starts_at'>,
  reviews: readonly ReviewRecord[],
): BookingReason[] {
  const kept = reviews
    .filter(
      (review) =>
        review.booking_id === visit.id && review.outcome === 'kept' && review.starts_at === visit.starts_at,
    )
    .flatMap((review) => review.reasons.map(identityOf));
  return reasons.filter((reason) => !kept.includes(identityOf(reason)));
}

export async function insertReview(trx: Knex.Transaction, row: ReviewRecord): Promise<void> {
  await reviewsTable(trx).insert({ ...row, reasons: JSON.stringify(row.reasons) });
}

/** The same reason with the same facts, whatever their order; when something else would be possible is not one of them. */
function identityOf({ code, facts: { next: _next, ...facts } = {} }: BookingReason): string {
  return JSON.stringify([code, Object.entries(facts).sort(([one], [other]) => (one < other ? -1 : 1))]);
}
