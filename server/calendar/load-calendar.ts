import type { Knex } from 'knex';
import type { DateTime } from 'luxon';
import { dayOf, toStoredTime } from '../clock.ts';
import type {
  CalendarOfPrison,
  CentreHours,
  Closure,
  RecurringHours,
  Session,
} from './calendar-of-prison.ts';
import { loadOfficeDays } from './office-days.ts';
import { momentOf } from './slots-of.ts';
import {
  type CentreHoursRow,
  type ClosureRow,
  centreHoursTable,
  closuresTable,
  type HoursRow,
  type SessionRow,
  sessionsTable,
  wardsOfSessions,
  weekdaysOf,
} from './tables.ts';

/** All that decides when a visit to a prisoner of this prison can be, from the day of a moment on. */
export async function loadCalendar(
  db: Knex,
  prisonId: string,
  { from }: { from: DateTime },
): Promise<CalendarOfPrison> {
  const sessions = await sessionsTable(db)
    .where({ prison_id: prisonId })
    .where((held) => held.whereNull('valid_to').orWhere('valid_to', '>=', dayOf(from)))
    .orderBy(['opens_at', 'id']);
  const wardsOf = await wardsOfSessions(
    db,
    sessions.map(({ id }) => id),
  );
  return {
    prisonId,
    sessions: sessions.map((row) => toSession(row, wardsOf(row.id))),
    // The ended ones too: they tell that the centre has hours of its own.
    centreHours: (await centreHoursTable(db).orderBy(['opens_at', 'id'])).map(toCentreHours),
    closures: await loadClosures(db, prisonId, from),
    officeDays: await loadOfficeDays(db, from),
  };
}

export function toSession(row: SessionRow, wardIds: string[]): Session {
  return {
    id: row.id,
    ...toHours(row),
    everyWeeks: row.every_weeks,
    wardIds,
    capacity: row.capacity,
  };
}

export const toCentreHours = (row: CentreHoursRow): CentreHours => ({ id: row.id, ...toHours(row) });

/** A closure as it is in force: opened early, it ended then. Undefined if it was lifted before it began. */
export function toClosure(row: ClosureRow): Closure | undefined {
  const until = row.lifted_at !== null && row.lifted_at < row.closed_until ? row.lifted_at : row.closed_until;
  if (until <= row.closed_from) return undefined;
  return {
    scope: row.scope_kind,
    scopeId: row.scope_id,
    from: row.closed_from,
    until,
    reason: row.reason_code,
  };
}

function toHours(row: HoursRow): RecurringHours {
  return {
    weekdays: weekdaysOf(row),
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    everyWeeks: 1,
    openOnHolidays: Boolean(row.open_on_holidays),
    validFrom: row.valid_from,
    validTo: row.valid_to,
  };
}

async function loadClosures(db: Knex, prisonId: string, from: DateTime): Promise<Closure[]> {
  const rows = await closuresTable(db)
    .where('closed_until', '>', toStoredTime(from))
    .where((query) => query.where({ prison_id: prisonId }).orWhereNull('prison_id'))
    .orderBy(['closed_from', 'id']);
  const terminals: OutOfUse[] = await db('terminals')
    .where({ prison_id: prisonId })
    .whereNotNull('out_of_use_from')
    .select('id', 'out_of_use_from');
  const rooms: OutOfUse[] = await db('visit_rooms')
    .whereNotNull('out_of_use_from')
    .select('id', 'out_of_use_from');
  return [
    ...rows.flatMap((row) => toClosure(row) ?? []),
    ...terminals.map((row) => outOfUse('terminal', row)),
    ...rooms.map((row) => outOfUse('visit_room', row)),
  ];
}

type OutOfUse = { id: string; out_of_use_from: string };

/** What is taken out of use is closed from the beginning of a day on, for good. */
const outOfUse = (scope: 'terminal' | 'visit_room', row: OutOfUse): Closure => ({
  scope,
  scopeId: row.id,
  from: toStoredTime(momentOf(row.out_of_use_from, '00:00')),
  until: null,
  reason: null,
});
