import { DateTime } from 'luxon';
import { v7 as newId } from 'uuid';
import { dayOf, toStoredTime } from '../clock.ts';
import type { Refusal } from '../edge/index.ts';
import type { ArrangementBody } from './change-schema.ts';
import { fixedHolidaysOf } from './day-of-calendar.ts';
import type { OfficeDays } from './office-days.ts';
import { type MakePlan, refuseUnless } from './plan.ts';
import { calendarRefusals } from './refusals.ts';

export const arrangementKeepers = ['administrator'] as const;

/** The State Council's arrangement of a year, as the office has it from the document; an earlier edition stays on record. */
export function planArrangement(body: ArrangementBody): MakePlan {
  return async (db, { staff, now }) => {
    refuseUnless(arrangementKeepers, staff);
    const { year, source } = body;
    const days = [...body.days].sort((a, b) => (a.day < b.day ? -1 : 1));
    const fault = faultOfArrangement({ ...body, days }, dayOf(now));
    if (fault) throw fault;
    const earlier: { id: string; edition: number }[] = await db('holiday_arrangements')
      .where({ year })
      .orderBy('edition', 'desc')
      .select('id', 'edition');
    const [newest] = earlier;
    if (newest) {
      const known: ArrangementBody['days'] = await db('calendar_days')
        .where({ arrangement_id: newest.id })
        .orderBy('day')
        .select('day', 'kind', 'festival');
      const same = JSON.stringify(known.map(asText)) === JSON.stringify(days.map(asText));
      if (same) throw calendarRefusals.arrangement_unchanged({ year });
    }
    const id = newId();
    const edition = (newest?.edition ?? 0) + 1;
    return {
      prisonId: null,
      after: (calendar) => ({ ...calendar, officeDays: withYear(calendar.officeDays, { ...body, days }) }),
      async write(trx) {
        await trx('holiday_arrangements').insert({
          id,
          year,
          edition,
          source,
          entered_by: staff.id,
          entered_at: toStoredTime(now),
        });
        await trx('calendar_days').insert(days.map((one) => ({ arrangement_id: id, ...one })));
      },
      entry: {
        kind: 'holidays_entered',
        subjects: [{ kind: 'holiday_arrangement', id }],
        facts: {
          year,
          edition,
          holidays: daysOf(days, 'holiday'),
          makeupDays: daysOf(days, 'makeup_working_day'),
        },
      },
    };
  };
}

/** None is left out. */
function daysOf(days: ArrangementBody['days'], kind: ArrangementBody['days'][number]['kind']) {
  const found = days.filter((one) => one.kind === kind).map(({ day }) => day);
  return found.length > 0 ? found : undefined;
}

const asText = ({ day, kind, festival }: ArrangementBody['days'][number]) => [day, kind, festival];

/** What cannot be so in an arrangement of this year. */
function faultOfArrangement({ year, days }: ArrangementBody, today: string): Refusal | undefined {
  if (year < Number(today.slice(0, 4))) return calendarRefusals.begins_in_the_past({ today });
  for (const [index, { day, kind }] of days.entries()) {
    if (Number(day.slice(0, 4)) !== year) return calendarRefusals.day_of_another_year({ day, year });
    if (day === days[index + 1]?.day) return calendarRefusals.day_given_twice({ day });
    if (kind === 'makeup_working_day' && DateTime.fromISO(day).weekday < 6)
      return calendarRefusals.makeup_day_is_no_weekend({ day });
  }
  const missing = fixedHolidaysOf(year).filter(
    (fixed) => !days.some(({ day, kind }) => day === fixed && kind === 'holiday'),
  );
  return missing.length > 0
    ? calendarRefusals.statutory_day_missing({ days: missing.join(' / ') })
    : undefined;
}

function withYear(officeDays: OfficeDays, { year, days }: ArrangementBody): OfficeDays {
  const others = Object.entries(officeDays.days).filter(([day]) => Number(day.slice(0, 4)) !== year);
  return {
    years: [...new Set([...officeDays.years, year])],
    days: Object.fromEntries([
      ...others,
      ...days.map(({ day, kind, festival }) => [day, { kind, festival }] as const),
    ]),
  };
}
