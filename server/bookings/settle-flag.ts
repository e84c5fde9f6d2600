import type { Knex } from 'knex';
import type { DateTime } from 'luxon';
import { v7 as newId } from 'uuid';
import { toStoredTime } from '../clock.ts';
import { openReasonsOf } from './find-flagged.ts';
import { insertReview } from './review-records.ts';
import type { ReviewOutcome } from './schema.ts';

/**
 * A booked visit is about to be kept, moved or cancelled: if it needed review, that is how it was settled. Gives what the
 * ledger entry says of it.
 */
export async function settleFlag(
  trx: Knex.Transaction,
  booking: { id: string; startsAt: string },
  outcome: ReviewOutcome,
  { note = '', by, at }: { note?: string; by: string; at: DateTime },
): Promise<{ reviewReasons?: string[] }> {
  const reasons = await openReasonsOf(trx, booking.id);
  if (reasons.length === 0) return {};
  await insertReview(trx, {
    id: newId(),
    booking_id: booking.id,
    outcome,
    reasons,
    starts_at: booking.startsAt,
    note,
    decided_by: by,
    decided_at: toStoredTime(at),
  });
  return { reviewReasons: reasons.map(({ code }) => code) };
}
