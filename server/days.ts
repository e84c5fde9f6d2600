import { DateTime } from 'luxon';

/** Days, the first and the last of them: dates of Asia/Shanghai, which compare as text. */
export type Period = { from: string; to: string };

/** The same, without a last day where nobody knows it yet. */
export type OpenPeriod = { from: string; to: string | null };

export const dayAfter = (day: string) => shifted(day, 1);
export const dayBefore = (day: string) => shifted(day, -1);

/**
 * The last day of so many months that begin on a day: the same day of the month, or else the last of the month, and still
 * part of them (民法典 art. 202).
 */
export function lastDayOf(from: string, months: number): string {
  return DateTime.fromISO(from, { zone: 'utc' }).plus({ months }).toFormat('yyyy-MM-dd');
}

export function covers({ from, to }: OpenPeriod, day: string): boolean {
  return from <= day && (to === null || day <= to);
}

/** The first day from this one on that no period covers; null where one has no end. They may follow upon one another. */
export function firstDayFree(periods: readonly Period[], day: string): string;
export function firstDayFree(periods: readonly OpenPeriod[], day: string): string | null;
export function firstDayFree(periods: readonly OpenPeriod[], day: string): string | null {
  const covering = periods.find((period) => covers(period, day));
  if (covering === undefined) return day;
  return covering.to === null ? null : firstDayFree(periods, dayAfter(covering.to));
}

function shifted(day: string, days: number): string {
  return DateTime.fromISO(day, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd');
}
