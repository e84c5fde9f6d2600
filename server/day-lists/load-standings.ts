import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import type { BookingState } from '../bookings/schema.ts';
import { loadOfficeDays, workingDayBefore } from '../calendar/index.ts';
import { fromStoredTime, peopleZone, toStoredTime } from '../clock.ts';
import { loadRules } from '../rules/index.ts';
import { type LastSeen, standingOf } from './decide-standing.ts';
import type { VisitStanding } from './schema.ts';

/** A visit on the list of a day. */
export type ListedVisit = {
  bookingId: string;
  prisonId: string;
  day: string;
  version: number;
  wardId: string;
  standing: VisitStanding;
};

/** Lists of the days from one to another, both included, of all prisons or of one. */
export type DayRange = { from: string; to: string; prisonId?: string | undefined };

type BookingRow = {
  id: string;
  prison_id: string;
  ward_id: string;
  state: BookingState;
  starts_at: string;
  version: number;
};
type SeenRow = { booking_id: string; day: string; booking_version: number; gone: boolean | 0 | 1 };

export const dayOf = (moment: string) => fromStoredTime(moment).setZone(peopleZone).toISODate() ?? '';
const beginOf = (day: string) => DateTime.fromISO(day, { zone: peopleZone });

/** Every visit on the lists of some days, with how it stands: those that take place, and those that did before. */
export async function loadListed(db: Knex, { from, to, prisonId }: DayRange): Promise<ListedVisit[]> {
  const seenRows: SeenRow[] = await db('day_list_acknowledged_bookings')
    .join('day_list_acknowledgements', 'day_list_acknowledgements.id', 'acknowledgement_id')
    .where('day', '>=', from)
    .where('day', '<=', to)
    .where((query) => prisonId !== undefined && query.where({ prison_id: prisonId }))
    .orderBy(['acknowledged_at', 'acknowledgement_id'])
    .select('booking_id', 'day', 'booking_version', 'gone');
  // The last one comes last and stays.
  const seen = new Map<string, LastSeen & { bookingId: string; day: string }>();
  for (const row of seenRows) {
    const one = { version: row.booking_version, gone: Boolean(row.gone) };
    seen.set(`${row.booking_id} ${row.day}`, { ...one, bookingId: row.booking_id, day: row.day });
  }
  const onTheDays = await bookingsOf(db, prisonId, (query) =>
    query
      .where('starts_at', '>=', toStoredTime(beginOf(from)))
      .where('starts_at', '<', toStoredTime(beginOf(to).plus({ days: 1 }))),
  );
  // Asked for apart, so that each way has its index however many bookings there are.
  const listedNow = new Set(onTheDays.map(({ id }) => id));
  const elsewhere = [...new Set(seenRows.map((row) => row.booking_id))].filter((id) => !listedNow.has(id));
  const movedAway = await bookingsOf(db, prisonId, (query) => query.whereIn('bookings.id', elsewhere));
  const rows = [...onTheDays, ...movedAway];

  return rows.flatMap((row) => {
    const ownDay = dayOf(row.starts_at);
    const days = [...seen.values()].filter(({ bookingId }) => bookingId === row.id).map(({ day }) => day);
    if (ownDay >= from && ownDay <= to) days.push(ownDay);
    return [...new Set(days)].flatMap((day): ListedVisit[] => {
      const now = { version: row.version, state: row.state, onTheDay: day === ownDay };
      const standing = standingOf(now, seen.get(`${row.id} ${day}`));
      if (standing === undefined) return [];
      const { id: bookingId, prison_id: ofPrison, ward_id: wardId, version } = row;
      return [{ bookingId, prisonId: ofPrison, day, version, wardId, standing }];
    });
  });
}

async function bookingsOf(
  db: Knex,
  prisonId: string | undefined,
  narrow: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
): Promise<BookingRow[]> {
  const query = db('bookings')
    .join('prisoners', 'prisoners.id', 'bookings.prisoner_id')
    .where((ofPrison) => prisonId !== undefined && ofPrison.where('bookings.prison_id', prisonId))
    .orderBy(['starts_at', 'bookings.id'])
    .select(
      'bookings.id',
      'bookings.prison_id',
      'bookings.state',
      'starts_at',
      'bookings.version',
      'ward_id',
    );
  return narrow(query);
}

/** By when the prison acknowledges the list of a day: rule acknowledgement_hour, on the working day before. */
export async function acknowledgeByOf(
  db: Knex,
  { prisonId, day, now }: { prisonId: string; day: string; now: DateTime },
): Promise<DateTime> {
  const hour = (await loadRules(db, { at: now, prisonId })).get('acknowledgement_hour');
  // The working day before may be of the year before.
  const officeDays = await loadOfficeDays(db, beginOf(day).minus({ days: 30 }));
  return workingDayBefore(day, officeDays).set({ hour });
}
