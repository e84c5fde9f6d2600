import type { Knex } from 'knex';
import { peopleZone } from '../clock.ts';
import { edgeRefusals, toAllowedAction } from '../edge/index.ts';
import type { Festival } from './codes.ts';
import { dayOfCalendar, fixedHolidaysOf, isArrangementKnown } from './day-of-calendar.ts';
import { noOfficeDays } from './office-days.ts';
import { arrangementKeepers } from './plan-arrangement.ts';
import type { Reader } from './present-closures.ts';
import type { HolidayYear, HolidayYears } from './schema.ts';
import { datesOf } from './slots-of.ts';

/** The State Council announces the next year's arrangement in November, at the latest. */
const monthOfAnnouncement = 11;

/** What is known of the arrangements of this year and the next, and which should be known by now and is not. */
export async function presentHolidays(db: Knex, { staff, now, language }: Reader): Promise<HolidayYears> {
  const { year, month } = now.setZone(peopleZone);
  const years = [await holidaysOf(db, year), await holidaysOf(db, year + 1)];
  const due = month >= monthOfAnnouncement ? years : years.slice(0, 1);
  const mayEnter = arrangementKeepers.some((allowed) => allowed === staff.role);
  return {
    years,
    missing: due.find(({ known }) => known === 'unknown')?.year ?? null,
    actions: { enter: toAllowedAction(mayEnter ? undefined : edgeRefusals.not_permitted(), language) },
  };
}

async function holidaysOf(db: Knex, year: number): Promise<HolidayYear> {
  const newest: ArrangementRow | undefined = await db('holiday_arrangements')
    .join('staff', 'staff.id', 'holiday_arrangements.entered_by')
    .where({ year })
    .orderBy('edition', 'desc')
    .first('holiday_arrangements.*', { entered_by_name: 'staff.display_name' });
  if (newest === undefined) {
    const known = isArrangementKnown(year, noOfficeDays);
    return {
      year,
      known: known ? 'built_in' : 'unknown',
      source: null,
      entered: null,
      days: known ? builtInDays(year) : fixedDays(year),
    };
  }
  const days: HolidayYear['days'] = await db('calendar_days')
    .where({ arrangement_id: newest.id })
    .orderBy('day')
    .select('day', 'kind', 'festival');
  return {
    year,
    known: 'entered',
    source: newest.source,
    entered: { by: newest.entered_by_name, at: newest.entered_at, edition: newest.edition },
    days,
  };
}

type ArrangementRow = {
  id: string;
  edition: number;
  source: string;
  entered_at: string;
  entered_by_name: string;
};

function builtInDays(year: number): HolidayYear['days'] {
  return datesOf(`${year}-01-01`, `${year}-12-31`).flatMap((day) => {
    const { kind, festival } = dayOfCalendar(day, noOfficeDays);
    if (kind !== 'holiday' && kind !== 'makeup_working_day') return [];
    return [{ day, kind, festival: festivalOf(festival?.zh) }];
  });
}

const fixedDays = (year: number): HolidayYear['days'] =>
  fixedHolidaysOf(year).map((day) => ({
    day,
    kind: 'holiday',
    festival: festivalOf(dayOfCalendar(day, noOfficeDays).festival?.zh),
  }));

/** By the names that the package gives them. */
const festivalsByName: Record<string, Festival> = {
  元旦: 'new_year',
  春节: 'spring_festival',
  清明: 'qingming',
  清明节: 'qingming',
  劳动节: 'labour_day',
  端午: 'dragon_boat',
  端午节: 'dragon_boat',
  中秋: 'mid_autumn',
  中秋节: 'mid_autumn',
  国庆节: 'national_day',
};

const festivalOf = (name: string | undefined): Festival => festivalsByName[name ?? ''] ?? 'other';
