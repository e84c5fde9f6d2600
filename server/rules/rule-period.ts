import { DateTime } from 'luxon';
import { dayOf, fromStoredTime, peopleZone } from '../clock.ts';
import type { RuleRow } from './tables.ts';

/** From a moment on, until another or until a later version takes its place. */
export type RulePeriod = { from: DateTime; until: DateTime | null };

export const startOfDay = (day: string) => DateTime.fromISO(day, { zone: peopleZone });

export const periodOf = (row: RuleRow): RulePeriod => ({
  from: fromStoredTime(row.effective_from),
  until: row.effective_to === null ? null : fromStoredTime(row.effective_to),
});

/** The last day on which a version holds; null if it has none. */
export function lastDayOf({ effective_to: until }: Pick<RuleRow, 'effective_to'>): string | null {
  return until === null ? null : dayOf(fromStoredTime(until).minus({ milliseconds: 1 }));
}

/** Whether the version holds at a moment as far as its own days go, whichever others do. */
export function holdsAt(row: RuleRow, at: string): boolean {
  return (
    row.withdrawn_id === '' &&
    row.effective_from <= at &&
    (row.effective_to === null || at < row.effective_to)
  );
}

/**
 * Whether two versions of one scope get in each other's way. Of two without an end the later one takes the place of the
 * earlier; one with an end stands on an earlier one without, and nothing else may begin or end meanwhile.
 */
export function collide(a: RulePeriod, b: RulePeriod): boolean {
  if (a.until === null && b.until === null) return false;
  if (a.until === null) return b.until !== null && a.from > b.from && a.from < b.until;
  if (b.until === null) return b.from > a.from && b.from < a.until;
  return a.from < b.until && b.from < a.until;
}
