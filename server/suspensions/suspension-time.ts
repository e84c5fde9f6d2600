import { DateTime } from 'luxon';
import type { SuspensionDecision, SuspensionState } from './schema.ts';

/** Days without visits, the first and the last of them: dates of Asia/Shanghai, which compare as text. */
export type Period = { from: string; to: string };

/**
 * The last day of so many months that begin on a day: the same day of the month, or else the last of the month, and still
 * part of them (民法典 art. 202).
 */
export function lastDayOf(from: string, months: number): string {
  return DateTime.fromISO(from, { zone: 'utc' }).plus({ months }).toFormat('yyyy-MM-dd');
}

export function covers({ from, to }: Period, day: string): boolean {
  return from <= day && day <= to;
}

/** The first day from this one on that none of the periods covers: they may follow upon one another. */
export function firstDayFree(periods: readonly Period[], day: string): string {
  const covering = periods.find((period) => covers(period, day));
  if (covering === undefined) return day;
  return firstDayFree(periods, dayAfter(covering.to));
}

const dayAfter = (day: string) =>
  DateTime.fromISO(day, { zone: 'utc' }).plus({ days: 1 }).toFormat('yyyy-MM-dd');

export type Decided = {
  answer: { decision: SuspensionDecision; period: Period | null } | null;
  lifted: boolean;
};

/** How a suspension stands on a day. */
export function stateOn({ answer, lifted }: Decided, day: string): SuspensionState {
  if (answer === null) return 'proposed';
  if (answer.period === null) return 'declined';
  if (lifted) return 'lifted';
  if (day < answer.period.from) return 'not_begun';
  return day <= answer.period.to ? 'in_force' : 'over';
}
