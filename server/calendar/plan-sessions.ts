import type { Knex } from 'knex';
import { v7 as newId } from 'uuid';
import { dayOf, toStoredTime } from '../clock.ts';
import { dayBefore } from '../days.ts';
import { edgeRefusals, type StaffPrincipal, worksWith } from '../edge/index.ts';
import type { JsonObject } from '../ledger/index.ts';
import { loadRules } from '../rules/index.ts';
import type { CalendarOfPrison, Session } from './calendar-of-prison.ts';
import type { AddSessionBody, SessionBody } from './change-schema.ts';
import { faultOfEnd, faultOfHours, faultOfReplacement, overlap, sayHours } from './decide-hours.ts';
import { toSession } from './load-calendar.ts';
import { type MakePlan, type Planner, refuseUnless } from './plan.ts';
import { calendarRefusals } from './refusals.ts';
import { momentOf } from './slots-of.ts';
import { type SessionRow, sessionsTable, sessionWardsTable, wardsOfSessions } from './tables.ts';

/** Who changes when a prison has visits: the prison itself. */
export const sessionKeepers = ['prison_approver'] as const;

/** A new session from a day on. */
export function planAddedSession({ prisonId, from, session }: AddSessionBody): MakePlan {
  return async (db, planner) => {
    await openPrison(db, prisonId, planner.staff);
    const added = asSession(session, from);
    await refuseFaults(db, prisonId, { added, instead: undefined }, planner);
    return {
      prisonId,
      after: (calendar) => ({ ...calendar, sessions: [...calendar.sessions, added] }),
      write: (trx) => insertSession(trx, prisonId, session, added, planner),
      entry: {
        kind: 'session_template_added',
        subjects: [{ kind: 'session_template', id: added.id }],
        facts: factsOf(added),
      },
    };
  };
}

/** A session is held for the last time on a day, or, if it has not begun, never. */
export function planEndedSession({ id, lastDay }: { id: string; lastDay: string }): MakePlan {
  return async (db, planner) => {
    const row = await openSession(db, id, planner.staff);
    const fault = faultOfEnd(validityOf(row), lastDay, dayOf(planner.now));
    if (fault) throw fault;
    return {
      prisonId: row.prison_id,
      after: ending(id, lastDay),
      write: (trx) => endSession(trx, id, lastDay, planner),
      entry: {
        kind: 'session_template_ended',
        subjects: [{ kind: 'session_template', id }],
        facts: { lastDay },
      },
    };
  };
}

/** A session ends, and from a day on another is in its place: what was held before stays on record. */
export function planChangedSession({
  id,
  from,
  session,
}: {
  id: string;
  from: string;
  session: SessionBody;
}): MakePlan {
  return async (db, planner) => {
    const row = await openSession(db, id, planner.staff);
    const prisonId = row.prison_id;
    const fault = faultOfReplacement(validityOf(row), from, dayOf(planner.now));
    if (fault) throw fault;
    const added = asSession(session, from);
    await refuseFaults(db, prisonId, { added, instead: id }, planner);
    const lastDay = dayBefore(from);
    const end = ending(id, lastDay);
    return {
      prisonId,
      after: (calendar) => ({ ...end(calendar), sessions: [...end(calendar).sessions, added] }),
      async write(trx) {
        await endSession(trx, id, lastDay, planner);
        await insertSession(trx, prisonId, session, added, planner);
      },
      entry: {
        kind: 'session_template_changed',
        subjects: [
          { kind: 'session_template', id },
          { kind: 'session_template', id: added.id },
        ],
        facts: { lastDay, ...factsOf(added) },
      },
    };
  };
}

async function openPrison(db: Knex, prisonId: string, staff: StaffPrincipal): Promise<void> {
  refuseUnless(sessionKeepers, staff);
  const prison = await db('prisons').where({ id: prisonId }).first('id');
  if (prison === undefined || !worksWith(staff, prisonId)) throw edgeRefusals.not_found();
}

async function openSession(db: Knex, id: string, staff: StaffPrincipal): Promise<SessionRow> {
  refuseUnless(sessionKeepers, staff);
  const row = await sessionsTable(db).where({ id }).first();
  if (row === undefined || !worksWith(staff, row.prison_id)) throw edgeRefusals.not_found();
  return row;
}

/** What contradicts itself, or another session that is not the one in whose place it comes. @throws Refusal */
async function refuseFaults(
  db: Knex,
  prisonId: string,
  { added, instead }: { added: Session; instead: string | undefined },
  { now }: Planner,
): Promise<void> {
  const fault = faultOfHours(added, dayOf(now));
  if (fault) throw fault;
  const wards: string[] = await db('wards').where({ prison_id: prisonId }).pluck('id');
  if (!added.wardIds.every((id) => wards.includes(id))) throw calendarRefusals.ward_not_of_prison();
  const opens = momentOf(added.validFrom, added.opensAt);
  const length = momentOf(added.validFrom, added.closesAt).diff(opens).as('minutes');
  const minutes = (await loadRules(db, { at: opens, prisonId })).get('duration_minutes');
  if (length < minutes) throw calendarRefusals.session_shorter_than_visit({ length, minutes });
  const rows = await sessionsTable(db).where({ prison_id: prisonId });
  const wardsOf = await wardsOfSessions(
    db,
    rows.map(({ id }) => id),
  );
  for (const row of rows) {
    const other = toSession(row, wardsOf(row.id));
    if (row.id === instead || !overlap(added, other) || !shareAWard(added, other)) continue;
    throw calendarRefusals.session_overlaps({ name: row.name, hours: sayHours(other) });
  }
}

const shareAWard = (one: Session, other: Session) =>
  one.wardIds.length === 0 ||
  other.wardIds.length === 0 ||
  one.wardIds.some((id) => other.wardIds.includes(id));

function asSession({ name: _name, ...body }: SessionBody, from: string): Session {
  return { ...body, id: newId(), validFrom: from };
}

const validityOf = (row: SessionRow) => ({ validFrom: row.valid_from, validTo: row.valid_to });

const ending = (id: string, lastDay: string) => (calendar: CalendarOfPrison) => ({
  ...calendar,
  sessions: calendar.sessions.map((one) => (one.id === id ? { ...one, validTo: lastDay } : one)),
});

async function endSession(trx: Knex.Transaction, id: string, lastDay: string, { staff, now }: Planner) {
  await sessionsTable(trx)
    .where({ id })
    .update({ valid_to: lastDay, ended_by: staff.id, ended_at: toStoredTime(now) });
}

async function insertSession(
  trx: Knex.Transaction,
  prisonId: string,
  { name }: SessionBody,
  added: Session,
  { staff, now }: Planner,
): Promise<void> {
  await sessionsTable(trx).insert({
    id: added.id,
    prison_id: prisonId,
    name,
    weekdays: added.weekdays.join(','),
    opens_at: added.opensAt,
    closes_at: added.closesAt,
    every_weeks: added.everyWeeks,
    capacity: added.capacity,
    open_on_holidays: added.openOnHolidays,
    valid_from: added.validFrom,
    valid_to: added.validTo,
    created_by: staff.id,
    created_at: toStoredTime(now),
    ended_by: null,
    ended_at: null,
  });
  if (added.wardIds.length > 0)
    await sessionWardsTable(trx).insert(
      added.wardIds.map((wardId) => ({ template_id: added.id, ward_id: wardId })),
    );
}

function factsOf({ id: templateId, wardIds, ...session }: Session): JsonObject {
  return { templateId, ...session, ...(wardIds.length > 0 ? { wardIds } : {}) };
}
