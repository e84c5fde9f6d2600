import type { DateTime } from 'luxon';
import { dayOf } from '../clock.ts';
import type { CalendarOfPrison } from './calendar-of-prison.ts';
import {
  hoursOn,
  isForWard,
  momentOf,
  openHoursOn,
  type SessionSlot,
  type SlotGridOfWard,
  slotsOf,
} from './slots-of.ts';

export type NoSlot = {
  refused: 'closed_on_holiday' | 'outside_visit_hours' | 'between_slots' | 'other_wards_day';
};

/** The slot of the prisoner's ward that starts at a moment, or why there is none. */
export function findSlot(
  calendar: CalendarOfPrison,
  startsAt: DateTime,
  grid: SlotGridOfWard,
): SessionSlot | NoSlot {
  const date = dayOf(startsAt);
  const slot = slotsOf(calendar, { ...grid, from: date, to: date }).find(
    (candidate) => candidate.startsAt.toMillis() === startsAt.toMillis(),
  );
  if (slot !== undefined && isForWard(slot.session, grid.wardId)) return slot;
  const endsAt = startsAt.plus({ minutes: grid.durationMinutes });
  const within = hoursOn(calendar.sessions, date).filter(
    (session) => momentOf(date, session.opensAt) <= startsAt && endsAt <= momentOf(date, session.closesAt),
  );
  if (within.length === 0) return { refused: 'outside_visit_hours' };
  const own = within.filter((session) => isForWard(session, grid.wardId));
  if (own.length === 0) return { refused: 'other_wards_day' };
  const open = openHoursOn(own, date, calendar.officeDays).length > 0;
  return { refused: open ? 'between_slots' : 'closed_on_holiday' };
}
