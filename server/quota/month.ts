import { DateTime } from 'luxon';
import { peopleZone, toStoredTime } from '../clock.ts';

/** The month of Asia/Shanghai that a moment counts for: `2026-11`. */
export const monthOf = (moment: DateTime): string => moment.setZone(peopleZone).toFormat('yyyy-MM');

/** The first moment of a month, and the last, as they are stored. */
export function edgesOf(month: string): { first: string; last: string } {
  const start = startOf(month);
  return { first: toStoredTime(start), last: toStoredTime(start.endOf('month')) };
}

/** The months that are touched from one to another, both included. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  for (let month = from; month <= to; month = monthAfter(month, 1)) months.push(month);
  return months;
}

export const monthAfter = (month: string, months: number): string =>
  startOf(month).plus({ months }).toFormat('yyyy-MM');

/** The moment whose rules say what is allowed in a month: now, or the end of a month that is over. */
export function ruleTimeOf(month: string, now: DateTime): DateTime {
  return DateTime.min(now, startOf(month).endOf('month'));
}

const startOf = (month: string) => DateTime.fromISO(`${month}-01`, { zone: peopleZone });
