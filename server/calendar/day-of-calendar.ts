import chineseDays from 'chinese-days';
import { DateTime } from 'luxon';
import { peopleZone } from '../clock.ts';
import { type Festival, festivalTexts } from './codes.ts';
import type { OfficeDays } from './office-days.ts';
import type { CalendarDay } from './schema.ts';

/**
 * Holidays on fixed dates (全国年节及纪念日放假办法, 2024): all that is known of a year before the State Council has
 * announced its arrangement, usually in November of the year before.
 */
const fixedHolidays: Record<string, Festival> = {
  '01-01': 'new_year',
  '05-01': 'labour_day',
  '05-02': 'labour_day',
  '10-01': 'national_day',
  '10-02': 'national_day',
  '10-03': 'national_day',
};

/** The holidays that every year has, whatever is arranged around them. */
export const fixedHolidaysOf = (year: number) => Object.keys(fixedHolidays).map((day) => `${year}-${day}`);

/** What kind of day a date of Asia/Shanghai is: `2026-10-01`. What the office has entered goes before all else. */
export function dayOfCalendar(date: string, officeDays: OfficeDays): CalendarDay {
  const isWeekend = DateTime.fromISO(date, { zone: peopleZone }).weekday >= 6;
  const ordinaryKind = isWeekend ? 'weekend' : 'ordinary';
  const arrangementKnown = isArrangementKnown(Number(date.slice(0, 4)), officeDays);
  if (isEntered(date, officeDays)) {
    const special = officeDays.days[date];
    const festival = special ? festivalTexts[special.festival] : null;
    return { date, kind: special?.kind ?? ordinaryKind, festival, arrangementKnown };
  }
  if (!arrangementKnown) {
    const fixed = fixedHolidays[date.slice(5)];
    return {
      date,
      kind: fixed ? 'holiday' : ordinaryKind,
      festival: fixed ? festivalTexts[fixed] : null,
      arrangementKnown,
    };
  }
  const { work, festival } = detailOf(date);
  // The arrangement names a festival for its holidays and for the working days that make up for them.
  const kind = !festival ? ordinaryKind : work ? 'makeup_working_day' : 'holiday';
  return { date, kind, festival, arrangementKnown };
}

export function isWorkingDay(date: string, officeDays: OfficeDays): boolean {
  const { kind } = dayOfCalendar(date, officeDays);
  return kind === 'ordinary' || kind === 'makeup_working_day';
}

export function isHoliday(date: string, officeDays: OfficeDays): boolean {
  return dayOfCalendar(date, officeDays).kind === 'holiday';
}

/** Whether the State Council's arrangement of a year is known: entered here, or come with the system. */
export function isArrangementKnown(year: number, officeDays: OfficeDays): boolean {
  // The package knows a year's arrangement if it knows the holiday that every year has.
  return officeDays.years.includes(year) || detailOf(`${year}-10-01`).festival !== null;
}

const isEntered = (date: string, { years }: OfficeDays) => years.includes(Number(date.slice(0, 4)));

function detailOf(date: string): { work: boolean; festival: { zh: string; en: string } | null } {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  // The package reads the local date of what it is given: noon is of the same date in every zone of a server.
  const { work, name } = chineseDays.getDayDetail(new Date(year, month - 1, day, 12));
  const [en, zh] = name.split(',');
  return { work, festival: en !== undefined && zh !== undefined ? { zh, en } : null };
}
