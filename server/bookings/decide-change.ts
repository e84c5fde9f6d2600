import type { DateTime } from 'luxon';
import { toStoredTime } from '../clock.ts';
import { edgeRefusals, type Refusal, type Role } from '../edge/index.ts';
import { type BookingReason, bookingRefusals, refusalOf } from './refusals.ts';
import { canBeKept } from './review-reasons.ts';
import type { BookingState } from './schema.ts';

/** Who may do what to a booking; the routes are declared with these, too. */
export const changers = {
  move: ['district_officer'],
  cancel: ['district_officer', 'prison_approver'],
} as const satisfies Record<string, readonly [Role, ...Role[]]>;

/** Who may say that a flagged visit takes place as it is. */
export const keepers = ['prison_approver'] as const satisfies readonly [Role, ...Role[]];

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

/** Why somebody may not keep a visit as it is, with what stands against it; undefined if they may. */
export function whyNotKeep(
  { state }: { state: BookingState },
  reasons: readonly BookingReason[],
  { role }: { role: Role },
): Refusal | undefined {
  if (!keepers.some((allowed) => allowed === role)) return edgeRefusals.not_permitted();
  if (state !== 'booked') return bookingRefusals.booking_not_open();
  if (reasons.length === 0) return bookingRefusals.nothing_to_review();
  const stays = reasons.find((reason) => !canBeKept(reason));
  if (stays === undefined) return undefined;
  const { zh, en } = { zh: refusalOf(stays).say('zh'), en: refusalOf(stays).say('en') };
  return bookingRefusals.reason_stays({ reason: { zh, en } });
}
