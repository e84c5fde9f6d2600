import { DateTime } from 'luxon';

/** Days without visits; `to` is the last of them, null until the prison ends it. Dates compare as text. */
export type OpenPeriod = { from: string; to: string | null };

export const dayAfter = (day: string) => shifted(day, 1);
export const dayBefore = (day: string) => shifted(day, -1);

/** The last day of so many months that begin on a day, as of a suspension: the same day of the month (民法典 art. 202). */
export function lastDayOf(from: string, months: number): string {
  return DateTime.fromISO(from, { zone: 'utc' }).plus({ months }).toFormat('yyyy-MM-dd');
}

export function coversDay({ from, to }: OpenPeriod, day: string): boolean {
  return from <= day && (to === null || day <= to);
}

/** The first day from this one on that no period covers; null where one has no end. They may follow upon one another. */
export function firstDayFree(periods: readonly OpenPeriod[], day: string): string | null {
  const covering = periods.find((period) => coversDay(period, day));
  if (covering === undefined) return day;
  return covering.to === null ? null : firstDayFree(periods, dayAfter(covering.to));
}

function shifted(day: string, days: number): string {
  return DateTime.fromISO(day, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd');
}
