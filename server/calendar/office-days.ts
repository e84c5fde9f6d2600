import type { Knex } from 'knex';
import type { DateTime } from 'luxon';
import { peopleZone } from '../clock.ts';
import type { Festival } from './codes.ts';

export type SpecialDay = { kind: 'holiday' | 'makeup_working_day'; festival: Festival };

/**
 * What the office has entered of the State Council's arrangements: plain data, loaded once for a decision and handed to
 * it. A year that is in it is known by it alone; any other by what the system came with.
 */
export type OfficeDays = { years: readonly number[]; days: Readonly<Record<string, SpecialDay>> };

/** Nothing was entered. */
export const noOfficeDays: OfficeDays = { years: [], days: {} };

/** The arrangements of the year of a moment and of later ones: nothing that is decided now looks further back. */
export async function loadOfficeDays(db: Knex, from: DateTime): Promise<OfficeDays> {
  const { year } = from.setZone(peopleZone);
  const arrangements: { id: string; year: number }[] = await db('holiday_arrangements')
    .where('year', '>=', year)
    .orderBy(['year', 'edition'])
    .select('id', 'year');
  if (arrangements.length === 0) return noOfficeDays;
  // The newest edition of a year comes last and stays.
  const newest = new Map(arrangements.map((one) => [one.year, one.id]));
  const rows: ({ day: string } & SpecialDay)[] = await db('calendar_days')
    .whereIn('arrangement_id', [...newest.values()])
    .orderBy('day')
    .select('day', 'kind', 'festival');
  return {
    years: [...newest.keys()],
    days: Object.fromEntries(rows.map(({ day, kind, festival }) => [day, { kind, festival }])),
  };
}
