import type { DateTime } from 'luxon';
import { toStoredTime } from '../clock.ts';
import { edgeRefusals, type Refusal, type Role } from '../edge/index.ts';
import { bookingRefusals } from './refusals.ts';
import type { BookingState } from './schema.ts';

/** Who may do what to a booking; the routes are declared with these, too. */
export const changers = {
  move: ['district_officer'],
  cancel: ['district_officer', 'prison_approver'],
} as const satisfies Record<string, readonly [Role, ...Role[]]>;

export type BookingChange = keyof typeof changers;

/** Why somebody may not move or cancel a booking now; undefined if they may. */
export function whyNotChange(
  change: BookingChange,
  booking: { state: BookingState; startsAt: string },
  { role, now }: { role: Role; now: DateTime },
): Refusal | undefined {
  if (!changers[change].some((allowed) => allowed === role)) return edgeRefusals.not_permitted();
  if (booking.state !== 'booked') return bookingRefusals.booking_not_open();
  if (change === 'move' && booking.startsAt <= toStoredTime(now)) return bookingRefusals.visit_time_passed();
  return undefined;
}
