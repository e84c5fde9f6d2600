import { DateTime } from 'luxon';

/** Under 18 on that day; both dates are of Asia/Shanghai. */
export function isMinor(bornOn: string, onDate: string): boolean {
  const comesOfAge = DateTime.fromISO(bornOn, { zone: 'utc' }).plus({ years: 18 }).toISODate() ?? '';
  return onDate < comesOfAge;
}
