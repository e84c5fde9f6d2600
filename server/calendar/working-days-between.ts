import type { DateTime } from 'luxon';
import { peopleZone } from '../clock.ts';
import { isWorkingDay } from './day-of-calendar.ts';
import type { OfficeDays } from './office-days.ts';

const dayInMs = 24 * 60 * 60_000;
/** Further nobody counts: three digits say that it is long. */
export const mostWorkingDays = 100;

/**
 * How many working days lie after the day of one moment, up to and including the day of a later one, in Asia/Shanghai; at
 * most `mostWorkingDays`. None where the later one is on the same day or before.
 */
export function workingDaysBetween(from: DateTime, to: DateTime, officeDays: OfficeDays): number {
  let counted = 0;
  const last = midnightOf(to);
  for (let day = midnightOf(from) + dayInMs; day <= last && counted < mostWorkingDays; day += dayInMs) {
    if (works(new Date(day).toISOString().slice(0, 10), officeDays)) counted += 1;
  }
  return counted;
}

/** The date of Asia/Shanghai as midnight of UTC: dates are counted, not hours. */
function midnightOf(moment: DateTime): number {
  const { year, month, day } = moment.setZone(peopleZone);
  return Date.UTC(year, month - 1, day);
}

/** A page of a queue asks for the same few weeks again and again, by the same arrangements. */
const known = new WeakMap<OfficeDays, Map<string, boolean>>();

function works(date: string, officeDays: OfficeDays): boolean {
  const answers = known.get(officeDays) ?? new Map<string, boolean>();
  known.set(officeDays, answers);
  const answer = answers.get(date) ?? isWorkingDay(date, officeDays);
  answers.set(date, answer);
  return answer;
}
