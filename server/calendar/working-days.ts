import { DateTime } from 'luxon';
import { peopleZone } from '../clock.ts';
import { isWorkingDay } from './day-of-calendar.ts';
import type { OfficeDays } from './office-days.ts';

/**
 * The beginning of the n-th working day after the day of `moment`, in Asia/Shanghai; that day itself for 0. The day on
 * which a period begins does not count.
 */
export function nthWorkingDayAfter(moment: DateTime, n: number, officeDays: OfficeDays): DateTime {
  const today = moment.setZone(peopleZone).startOf('day');
  // Each slot of a page asks for the same.
  const known = daysKnown.get(officeDays) ?? new Map<string, DateTime>();
  daysKnown.set(officeDays, known);
  const question = `${today.toMillis()} ${n}`;
  const day = known.get(question) ?? countOn(today, n, officeDays);
  known.set(question, day);
  return day;
}

const daysKnown = new WeakMap<OfficeDays, Map<string, DateTime>>();

function countOn(today: DateTime, n: number, officeDays: OfficeDays): DateTime {
  let day = today;
  for (let left = n; left > 0; ) {
    day = day.plus({ days: 1 });
    if (isWorkingDay(day.toISODate() as string, officeDays)) left -= 1;
  }
  return day;
}

/** The beginning of the last working day before a date of Asia/Shanghai: `2026-10-09`. */
export function workingDayBefore(date: string, officeDays: OfficeDays): DateTime {
  let day = DateTime.fromISO(date, { zone: peopleZone });
  do day = day.minus({ days: 1 });
  while (!isWorkingDay(day.toISODate() as string, officeDays));
  return day;
}
