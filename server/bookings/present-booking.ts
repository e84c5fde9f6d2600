import type { DateTime } from 'luxon';
import { type Language, type StaffPrincipal, toAllowedAction } from '../edge/index.ts';
import type { BookingDetails } from './booking-details.ts';
import { type BookingChange, whyNotChange } from './decide-change.ts';
import type { Booking } from './schema.ts';

/** The booking as this member of staff sees it, with what they may do to it. */
export function presentBooking(
  details: BookingDetails,
  { staff, now, language }: { staff: StaffPrincipal; now: DateTime; language: Language },
): Booking {
  const may = (change: BookingChange) =>
    toAllowedAction(whyNotChange(change, details, { role: staff.role, now }), language);
  return { ...details, actions: { move: may('move'), cancel: may('cancel') } };
}
