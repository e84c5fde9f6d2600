import { DateTime } from 'luxon';
import { dayBefore } from '../days.ts';
import type { Refusal } from '../edge/index.ts';
import type { RecurringHours } from './calendar-of-prison.ts';
import { calendarRefusals } from './refusals.ts';
import { datesOf, hoursOn } from './slots-of.ts';

/** What contradicts itself in hours that somebody wants to begin; undefined if nothing does. */
export function faultOfHours(hours: RecurringHours, today: string): Refusal | undefined {
  const { opensAt, closesAt, validFrom, validTo } = hours;
  if (closesAt <= opensAt)
    return calendarRefusals.closes_before_opening({ opens: opensAt, closes: closesAt });
  if (validFrom < today) return calendarRefusals.begins_in_the_past({ today });
  if (validTo === null) return undefined;
  if (validTo < validFrom) return calendarRefusals.ends_before_it_begins({ from: validFrom, to: validTo });
  return isEverHeld(hours, validTo)
    ? undefined
    : calendarRefusals.never_held({ from: validFrom, to: validTo });
}

/** What contradicts ending these hours with a day; the day before they begin takes them back. */
export function faultOfEnd(
  { validFrom, validTo }: Pick<RecurringHours, 'validFrom' | 'validTo'>,
  lastDay: string,
  today: string,
): Refusal | undefined {
  if (validTo !== null && validTo < today) return calendarRefusals.ended_already({ date: validTo });
  const takenBack = validFrom > today && lastDay === dayBefore(validFrom);
  if (lastDay < today && !takenBack) return calendarRefusals.ends_in_the_past({ today });
  if (lastDay < validFrom && !takenBack)
    return calendarRefusals.ends_before_it_begins({ from: validFrom, to: lastDay });
  if (validTo !== null && lastDay >= validTo) return calendarRefusals.ends_sooner_already({ date: validTo });
  return undefined;
}

/** What contradicts replacing these hours by others from a day on. */
export function faultOfReplacement(
  { validFrom, validTo }: Pick<RecurringHours, 'validFrom' | 'validTo'>,
  from: string,
  today: string,
): Refusal | undefined {
  if (validTo !== null && validTo < today) return calendarRefusals.ended_already({ date: validTo });
  if (from < today) return calendarRefusals.begins_in_the_past({ today });
  if (from < validFrom) return calendarRefusals.changes_before_it_begins({ from: validFrom });
  if (validTo !== null && from > validTo) return calendarRefusals.ended_already({ date: validTo });
  return undefined;
}

/** Whether two are open at one moment of some day. */
export function overlap(one: RecurringHours, other: RecurringHours): boolean {
  return (
    one.opensAt < other.closesAt &&
    other.opensAt < one.closesAt &&
    one.weekdays.some((weekday) => other.weekdays.includes(weekday)) &&
    one.validFrom <= (other.validTo ?? '9999-12-31') &&
    other.validFrom <= (one.validTo ?? '9999-12-31') &&
    weeksMeet(one, other)
  );
}

export const sayHours = ({ opensAt, closesAt, validFrom, validTo }: RecurringHours) =>
  `${opensAt}–${closesAt}, ${validFrom} – ${validTo ?? '…'}`;

/** Weeks are the same every so often: looked at until they repeat, or the end. */
function isEverHeld(hours: RecurringHours, validTo: string): boolean {
  const round = DateTime.fromISO(hours.validFrom, { zone: 'utc' }).plus({ weeks: hours.everyWeeks });
  const last = round.toFormat('yyyy-MM-dd');
  return datesOf(hours.validFrom, last < validTo ? last : validTo).some(
    (date) => hoursOn([hours], date).length > 0,
  );
}

/** Of every so many weeks and every so many others some are the same if their beginnings differ by a common measure. */
function weeksMeet(one: RecurringHours, other: RecurringHours): boolean {
  const apart = weekOf(other.validFrom) - weekOf(one.validFrom);
  return apart % commonMeasure(one.everyWeeks, other.everyWeeks) === 0;
}

const weekOf = (day: string) =>
  Math.round(DateTime.fromISO(day, { zone: 'utc' }).startOf('week').toMillis() / (7 * 24 * 3_600_000));

const commonMeasure = (a: number, b: number): number => (b === 0 ? a : commonMeasure(b, a % b));
