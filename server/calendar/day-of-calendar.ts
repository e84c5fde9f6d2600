import chineseDays from 'chinese-days';
import { DateTime } from 'luxon';
import { peopleZone } from '../clock.ts';
import type { CalendarDay } from './schema.ts';

/**
 * Holidays on fixed dates (全国年节及纪念日放假办法, 2024): all that is known of a year before the State Council has
 * announced its arrangement, usually in November of the year before.
 */
const fixedHolidays: Record<string, { zh: string; en: string }> = {
  '01-01': { zh: '元旦', en: "New Year's Day" },
  '05-01': { zh: '劳动节', en: 'Labour Day' },
  '05-02': { zh: '劳动节', en: 'Labour Day' },
  '10-01': { zh: '国庆节', en: 'National Day' },
  '10-02': { zh: '国庆节', en: 'National Day' },
  '10-03': { zh: '国庆节', en: 'National Day' },
};

/** What kind of day a date of Asia/Shanghai is: `2026-10-01`. */
export function dayOfCalendar(date: string): CalendarDay {
  const isWeekend = DateTime.fromISO(date, { zone: peopleZone }).weekday >= 6;
  const ordinaryKind = isWeekend ? 'weekend' : 'ordinary';
  const arrangementKnown = isArrangementKnown(date.slice(0, 4));
  if (!arrangementKnown) {
    const festival = fixedHolidays[date.slice(5)] ?? null;
    return { date, kind: festival ? 'holiday' : ordinaryKind, festival, arrangementKnown };
  }
  const { work, festival } = detailOf(date);
  // The arrangement names a festival for its holidays and for the working days that make up for them.
  const kind = !festival ? ordinaryKind : work ? 'makeup_working_day' : 'holiday';
  return { date, kind, festival, arrangementKnown };
}

export function isWorkingDay(date: string): boolean {
  const { kind } = dayOfCalendar(date);
  return kind === 'ordinary' || kind === 'makeup_working_day';
}

export function isHoliday(date: string): boolean {
  return dayOfCalendar(date).kind === 'holiday';
}

/** The package knows a year's arrangement if it knows the holiday that every year has. */
function isArrangementKnown(year: string): boolean {
  return detailOf(`${year}-10-01`).festival !== null;
}

function detailOf(date: string): { work: boolean; festival: { zh: string; en: string } | null } {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  // The package reads the local date of what it is given: noon is of the same date in every zone of a server.
  const { work, name } = chineseDays.getDayDetail(new Date(year, month - 1, day, 12));
  const [en, zh] = name.split(',');
  return { work, festival: en !== undefined && zh !== undefined ? { zh, en } : null };
}
