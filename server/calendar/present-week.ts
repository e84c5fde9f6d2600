import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import { peopleZone, toStoredTime } from '../clock.ts';
import { edgeRefusals, toAllowedAction } from '../edge/index.ts';
import { dayOfCalendar } from './day-of-calendar.ts';
import { loadCalendar } from './load-calendar.ts';
import { centreHoursOn } from './openings.ts';
import { sessionKeepers } from './plan-sessions.ts';
import { findClosures, presentClosures, type Reader } from './present-closures.ts';
import type { Week, WeekDay } from './schema.ts';
import { datesOf, hoursOn, isForWard, momentOf } from './slots-of.ts';
import { sessionsTable } from './tables.ts';

/** A booked visit, as the calendar counts it. */
export type BookedTime = { startsAt: string; wardId: string };
export type LoadBookedTimes = (
  db: Knex,
  prisonId: string,
  span: { from: DateTime; until: DateTime },
) => Promise<BookedTime[]>;

type Span = { prisonId: string; from: string; to: string };

/** More than a month has of them. */
const mostClosures = 200;

/** Day by day: which sessions a prison holds, what closes them, and how many visits are booked in each. */
export async function presentWeek(
  db: Knex,
  { prisonId, from, to }: Span,
  { reader, loadBookedTimes }: { reader: Reader; loadBookedTimes: LoadBookedTimes },
): Promise<Week> {
  const begin = DateTime.fromISO(from, { zone: peopleZone });
  const end = DateTime.fromISO(to, { zone: peopleZone }).plus({ days: 1 });
  const calendar = await loadCalendar(db, prisonId, { from: begin });
  const booked = await loadBookedTimes(db, prisonId, { from: begin, until: end });
  const rows = await findClosures(db, { prisonId, after: begin, before: end, limit: mostClosures });
  const closures = await presentClosures(db, rows, reader);
  const wards: { id: string; name_zh: string; name_en: string }[] = await db('wards').where({
    prison_id: prisonId,
  });
  const names: { id: string; name: string }[] = await sessionsTable(db)
    .where({ prison_id: prisonId })
    .select('id', 'name');

  const dayOf = (date: string): WeekDay => {
    const day = dayOfCalendar(date, calendar.officeDays);
    const [opens, closes] = [momentOf(date, '00:00'), momentOf(date, '24:00')].map(toStoredTime) as [
      string,
      string,
    ];
    return {
      ...day,
      centreHours:
        centreHoursOn(calendar, date)?.map(({ opensAt, closesAt }) => ({ opensAt, closesAt })) ?? null,
      sessions: hoursOn(calendar.sessions, date).map((session) => ({
        templateId: session.id,
        name: names.find(({ id }) => id === session.id)?.name ?? '',
        opensAt: session.opensAt,
        closesAt: session.closesAt,
        wards: session.wardIds.map((id) => {
          const ward = wards.find((one) => one.id === id);
          return { id, name: { zh: ward?.name_zh ?? '', en: ward?.name_en ?? '' } };
        }),
        capacity: session.capacity,
        held: session.openOnHolidays || day.kind !== 'holiday',
        booked: booked.filter(
          ({ startsAt, wardId }) =>
            isForWard(session, wardId) &&
            toStoredTime(momentOf(date, session.opensAt)) <= startsAt &&
            startsAt < toStoredTime(momentOf(date, session.closesAt)),
        ).length,
      })),
      closureIds: closures
        .filter(({ from: begins, until, lifted }) => {
          const ends = lifted !== null && lifted.at < until ? lifted.at : until;
          return begins < closes && opens < ends;
        })
        .map(({ id }) => id),
    };
  };
  const mayAdd = sessionKeepers.some((allowed) => allowed === reader.staff.role);
  return {
    days: datesOf(from, to).map(dayOf),
    closures,
    actions: {
      addSession: toAllowedAction(mayAdd ? undefined : edgeRefusals.not_permitted(), reader.language),
    },
  };
}
