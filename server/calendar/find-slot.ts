import type { DateTime } from 'luxon';
import { peopleZone } from '../clock.ts';
import type { VisitDay } from './schema.ts';
import { hoursOn, type IsHoliday, momentOf, type SlotGrid, type SlotTime, slotsOf } from './slots-of.ts';

export type NoSlot = { refused: 'closed_on_holiday' | 'outside_visit_hours' | 'between_slots' };

/** The slot that starts at a moment, or why there is none. */
export function findSlot(
  visitDays: readonly VisitDay[],
  startsAt: DateTime,
  grid: SlotGrid & { isHoliday: IsHoliday },
): SlotTime | NoSlot {
  const date = startsAt.setZone(peopleZone).toISODate() as string;
  const slot = slotsOf(visitDays, { ...grid, from: date, to: date }).find(
    (candidate) => candidate.startsAt.toMillis() === startsAt.toMillis(),
  );
  if (slot !== undefined) return slot;
  const endsAt = startsAt.plus({ minutes: grid.durationMinutes });
  const within = hoursOn(visitDays, date).filter(
    (day) => momentOf(date, day.opensAt) <= startsAt && endsAt <= momentOf(date, day.closesAt),
  );
  if (within.length === 0) return { refused: 'outside_visit_hours' };
  const open = within.some((day) => day.openOnHolidays || !grid.isHoliday(date));
  return { refused: open ? 'between_slots' : 'closed_on_holiday' };
}
