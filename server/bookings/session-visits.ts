import type { Knex } from 'knex';
import type { DateTime } from 'luxon';
import type { BookedTime, CalendarOfPrison } from '../calendar/index.ts';
import { peopleZone, toStoredTime } from '../clock.ts';
import type { SessionVisit } from './reasons-of-calendar.ts';

/** Far enough to name the next slot with a place; no session is full for weeks without an end. */
const daysAhead = 14;

/**
 * The visits that a session's capacity counts, from the day of one moment to some days after another. None are asked for where
 * no session of the prison has a capacity.
 */
export async function loadSessionVisits(
  db: Knex,
  { prisonId, sessions }: CalendarOfPrison,
  { from, to, except }: { from: DateTime; to: DateTime; except: string | undefined },
): Promise<(SessionVisit & { bookingId: string })[]> {
  if (sessions.every(({ capacity }) => capacity === null)) return [];
  const first = from.setZone(peopleZone).startOf('day');
  const last = to.setZone(peopleZone).endOf('day').plus({ days: daysAhead });
  const rows: { id: string; starts_at: string; occupied_until: string; ward_id: string }[] = await db(
    'bookings',
  )
    .join('prisoners', 'prisoners.id', 'bookings.prisoner_id')
    .where('bookings.prison_id', prisonId)
    .whereBetween('starts_at', [toStoredTime(first), toStoredTime(last)])
    .whereNotIn('state', ['ended', 'cancelled'])
    .where((query) => except && query.whereNot('bookings.id', except))
    .select('bookings.id', 'starts_at', 'occupied_until', 'ward_id');
  return rows.map((row) => ({
    bookingId: row.id,
    from: row.starts_at,
    until: row.occupied_until,
    wardId: row.ward_id,
  }));
}

/** When the visits of a prison begin that are booked from one moment until another, and of which ward they are. */
export async function loadBookedTimes(
  db: Knex,
  prisonId: string,
  { from, until }: { from: DateTime; until: DateTime },
): Promise<BookedTime[]> {
  const rows: { starts_at: string; ward_id: string }[] = await db('bookings')
    .join('prisoners', 'prisoners.id', 'bookings.prisoner_id')
    .where('bookings.prison_id', prisonId)
    .where('starts_at', '>=', toStoredTime(from))
    .where('starts_at', '<', toStoredTime(until))
    .whereNot({ state: 'cancelled' })
    .select('starts_at', 'ward_id');
  return rows.map((row) => ({ startsAt: row.starts_at, wardId: row.ward_id }));
}
