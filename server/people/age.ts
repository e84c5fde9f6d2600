import { DateTime } from 'luxon';

/** How many years old somebody is on a day; both dates are of Asia/Shanghai. Negative for who is not born yet. */
export function ageOn(bornOn: string, onDate: string): number {
  const years = Number(onDate.slice(0, 4)) - Number(bornOn.slice(0, 4));
  const birthday = DateTime.fromISO(bornOn, { zone: 'utc' }).plus({ years }).toISODate() ?? '';
  return onDate < birthday ? years - 1 : years;
}

/** Under 18 on that day. */
export function isMinor(bornOn: string, onDate: string): boolean {
  return ageOn(bornOn, onDate) < 18;
}
