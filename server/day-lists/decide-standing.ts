import type { DateTime } from 'luxon';
import type { BookingState } from '../bookings/schema.ts';
import { toStoredTime } from '../clock.ts';
import { edgeRefusals, type Refusal, type Role } from '../edge/index.ts';
import { dayListRefusals } from './refusals.ts';
import type { ListState, SeenBooking, VisitStanding } from './schema.ts';

export const acknowledgers = ['prison_officer', 'prison_approver'] as const satisfies Role[];

/** What a booking is now, seen from one day of the list. */
export type BookingNow = { version: number; state: BookingState; onTheDay: boolean };
/** What was last seen of it by the prison for that day. */
export type LastSeen = { version: number; gone: boolean };

/** How a booking stands on the list of a day; undefined if it is no business of that list. */
export function standingOf(
  { version, state, onTheDay }: BookingNow,
  seen: LastSeen | undefined,
): VisitStanding | undefined {
  const takesPlace = onTheDay && state !== 'cancelled' && state !== 'held';
  if (!takesPlace) return seen === undefined || seen.gone ? undefined : 'gone';
  if (state !== 'booked') return 'begun';
  if (seen === undefined) return 'new';
  return seen.version === version && !seen.gone ? 'acknowledged' : 'changed';
}

export const needsAcknowledgement = (standing: VisitStanding) =>
  standing === 'new' || standing === 'changed' || standing === 'gone';

const wasSeen = (standing: VisitStanding) =>
  standing === 'acknowledged' || standing === 'changed' || standing === 'gone';

/** How the list of a day stands. */
export function listStateOf(
  standings: readonly VisitStanding[],
  { acknowledgeBy, now }: { acknowledgeBy: DateTime; now: DateTime },
): ListState {
  if (standings.length === 0) return 'empty';
  if (!standings.some(needsAcknowledgement)) return 'acknowledged';
  if (toStoredTime(now) <= toStoredTime(acknowledgeBy)) return 'waiting';
  return standings.some(wasSeen) ? 'outdated' : 'missing';
}

/** Why this person cannot acknowledge the list now; undefined if they can. */
export function whyNotAcknowledge(
  role: Role,
  { standings, day, today }: { standings: readonly VisitStanding[]; day: string; today: string },
): Refusal | undefined {
  if (!acknowledgers.some((allowed) => allowed === role)) return edgeRefusals.not_permitted();
  if (day < today) return dayListRefusals.day_over();
  if (!standings.some(needsAcknowledgement)) return dayListRefusals.nothing_to_acknowledge();
  return undefined;
}

/** Whether what was on the screen is what is on the list: no more, no less, nothing older. */
export function isSame(seen: readonly SeenBooking[], listed: readonly SeenBooking[]): boolean {
  const text = (bookings: readonly SeenBooking[]) =>
    bookings
      .map(({ bookingId, version, gone }) => `${bookingId} ${version} ${gone}`)
      .sort()
      .join('\n');
  return text(seen) === text(listed);
}
