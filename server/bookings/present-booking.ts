import type { Knex } from 'knex';
import type { DateTime } from 'luxon';
import { staffNames } from '../accounts/index.ts';
import { toStoredTime } from '../clock.ts';
import { type Language, type StaffPrincipal, toAllowedAction } from '../edge/index.ts';
import { personNameFor } from '../people/index.ts';
import { termsReadBy } from '../reviews/index.ts';
import { attentionOf } from './attention.ts';
import type { BookingDetails } from './booking-details.ts';
import { type BookingChange, whyNotChange, whyNotKeep } from './decide-change.ts';
import { reviewBookings } from './find-flagged.ts';
import { sayReason } from './refusals.ts';
import { loadReviews } from './review-records.ts';
import type { Booking } from './schema.ts';

/** The bookings as this member of staff sees them, with what has come between and what they may do. */
export async function presentBookings(
  db: Knex,
  bookings: readonly BookingDetails[],
  { staff, now, language }: { staff: StaffPrincipal; now: DateTime; language: Language },
): Promise<Booking[]> {
  const today = toStoredTime(now);
  const waiting = bookings.filter(({ state, endsAt }) => state === 'booked' && endsAt > today);
  const { reasonsOf } = await reviewBookings(
    db,
    waiting.map(({ id }) => id),
  );
  const reviews = await loadReviews(
    db,
    bookings.map(({ id }) => id),
  );
  const names = await staffNames(
    db,
    reviews.map((review) => review.decided_by),
  );
  const personName = personNameFor(staff.role);
  return bookings.map((details) => {
    const reasons = reasonsOf(details.id);
    const may = (change: BookingChange) =>
      toAllowedAction(whyNotChange(change, details, { role: staff.role, now }), language);
    return {
      ...details,
      prisoner: { ...details.prisoner, name: personName(details.prisoner.name) },
      visitors: details.visitors.map((visitor) => ({ ...visitor, name: personName(visitor.name) })),
      terms: termsReadBy(details.terms, personName),
      attention: attentionOf(reasons, language),
      reviews: reviews
        .filter((review) => review.booking_id === details.id)
        .map((review) => ({
          outcome: review.outcome,
          reasons: review.reasons.map((reason) => sayReason(reason, language)),
          note: review.note,
          by: names.get(review.decided_by) ?? '',
          at: review.decided_at,
        })),
      actions: {
        move: may('move'),
        cancel: may('cancel'),
        keep: toAllowedAction(whyNotKeep(details, reasons, staff), language),
      },
    };
  });
}
