import type { Knex } from 'knex';
import type { DateTime } from 'luxon';
import { type Language, type StaffPrincipal, toAllowedAction } from '../edge/index.ts';
import { personNameFor } from '../people/index.ts';
import { termsReadBy } from '../reviews/index.ts';
import { barsOf } from '../suspensions/index.ts';
import { attentionOf } from './attention.ts';
import type { BookingDetails } from './booking-details.ts';
import { type BookingChange, whyNotChange } from './decide-change.ts';
import type { Booking } from './schema.ts';

/** The bookings as this member of staff sees them, with what has come between and what they may do. */
export async function presentBookings(
  db: Knex,
  bookings: readonly BookingDetails[],
  { staff, now, language }: { staff: StaffPrincipal; now: DateTime; language: Language },
): Promise<Booking[]> {
  const waiting = bookings.filter(({ state }) => state === 'booked');
  const suspensions = await barsOf(
    db,
    waiting.flatMap(({ visitors }) => visitors.map(({ id }) => id)),
  );
  const personName = personNameFor(staff.role);
  return bookings.map((details) => {
    const may = (change: BookingChange) =>
      toAllowedAction(whyNotChange(change, details, { role: staff.role, now }), language);
    return {
      ...details,
      prisoner: { ...details.prisoner, name: personName(details.prisoner.name) },
      visitors: details.visitors.map((visitor) => ({ ...visitor, name: personName(visitor.name) })),
      terms: termsReadBy(details.terms, personName),
      attention: attentionOf(details, suspensions, language),
      actions: { move: may('move'), cancel: may('cancel') },
    };
  });
}
