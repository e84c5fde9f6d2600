import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import { v7 as newId } from 'uuid';
import { dayOf, fromStoredTime, peopleZone, sayMoment, toStoredTime } from '../clock.ts';
import { edgeRefusals, type Refusal, type Role, type StaffPrincipal, worksWith } from '../edge/index.ts';
import type { ClosureBody } from './change-schema.ts';
import type { ClosureScope } from './codes.ts';
import { toClosure } from './load-calendar.ts';
import { type MakePlan, refuseUnless } from './plan.ts';
import { calendarRefusals } from './refusals.ts';
import { type ClosureRow, closuresTable } from './tables.ts';

/** Who closes what: each body its own. */
export const closersOf: Record<ClosureScope, readonly Role[]> = {
  prison: ['prison_approver'],
  terminal: ['prison_approver'],
  visit_room: ['district_supervisor'],
  centre: ['district_supervisor'],
};
export const closers = ['prison_approver', 'district_supervisor'] as const;

/** Something is closed from one moment until another; nothing that is booked is cancelled. */
export function planClosure({ scope, scopeId, from, until, reasonCode, note }: ClosureBody): MakePlan {
  return async (db, { staff, now }) => {
    const prisonId = await openScope(db, { scope, scopeId }, staff);
    const [closedFrom, closedUntil] = [from, until].map((moment) =>
      toStoredTime(DateTime.fromISO(moment)),
    ) as [string, string];
    if (closedUntil <= closedFrom) throw calendarRefusals.closure_ends_before_it_begins();
    const today = now.setZone(peopleZone).startOf('day');
    if (closedFrom < toStoredTime(today) || closedUntil <= toStoredTime(now))
      throw calendarRefusals.closure_in_the_past({ today: dayOf(now) });
    const row: ClosureRow = {
      id: newId(),
      scope_kind: scope,
      scope_id: scopeId,
      prison_id: prisonId,
      closed_from: closedFrom,
      closed_until: closedUntil,
      reason_code: reasonCode,
      note,
      created_by: staff.id,
      created_at: toStoredTime(now),
      lifted_by: null,
      lifted_at: null,
      lift_note: '',
    };
    await refuseRepetition(db, row);
    const closure = toClosure(row);
    return {
      prisonId,
      after: (calendar) => (closure ? { ...calendar, closures: [...calendar.closures, closure] } : calendar),
      async write(trx) {
        await closuresTable(trx).insert(row);
      },
      entry: {
        kind: 'closure_entered',
        subjects: [
          { kind: 'closure', id: row.id },
          { kind: scope, id: scopeId },
        ],
        facts: {
          closureId: row.id,
          closedScope: scope,
          scopeId,
          closedFrom,
          closedUntil,
          closureReason: reasonCode,
        },
      },
    };
  };
}

/** It is open again before its time, from now on. */
export function planLifting({ id, note }: { id: string; note: string }): MakePlan {
  return async (db, { staff, now }) => {
    const row = await closuresTable(db).where({ id }).first();
    if (row === undefined || !isShownTo(staff, row)) throw edgeRefusals.not_found();
    const fault = whyNotLift(row, staff, now);
    if (fault) throw fault;
    const liftedAt = toStoredTime(now);
    return {
      prisonId: row.prison_id,
      after: (calendar) => calendar,
      async write(trx) {
        await closuresTable(trx)
          .where({ id })
          .update({ lifted_by: staff.id, lifted_at: liftedAt, lift_note: note });
      },
      entry: {
        kind: 'closure_lifted',
        subjects: [
          { kind: 'closure', id },
          { kind: row.scope_kind, id: row.scope_id },
        ],
        facts: { closureId: id, closedScope: row.scope_kind, scopeId: row.scope_id, liftedAt },
      },
    };
  };
}

/** Why this person cannot lift a closure now; undefined if they can. */
export function whyNotLift(
  row: Pick<ClosureRow, 'scope_kind' | 'closed_until' | 'lifted_at'>,
  { role }: Pick<StaffPrincipal, 'role'>,
  now: DateTime,
): Refusal | undefined {
  if (!closersOf[row.scope_kind].includes(role)) return edgeRefusals.not_permitted();
  const over = row.lifted_at !== null || row.closed_until <= toStoredTime(now);
  return over ? calendarRefusals.closure_over() : undefined;
}

/** Staff of a prison see what is closed in it, and what the centre has closed. */
export const isShownTo = (staff: StaffPrincipal, { prison_id: prisonId }: Pick<ClosureRow, 'prison_id'>) =>
  prisonId === null || worksWith(staff, prisonId);

const tables: Record<ClosureScope, string> = {
  prison: 'prisons',
  terminal: 'terminals',
  visit_room: 'visit_rooms',
  centre: 'corrections_centres',
};

/** The prison of what is to be closed; null for what is the centre's. @throws Refusal */
async function openScope(
  db: Knex,
  { scope, scopeId }: Pick<ClosureBody, 'scope' | 'scopeId'>,
  staff: StaffPrincipal,
): Promise<string | null> {
  refuseUnless(closersOf[scope], staff);
  const place = await db(tables[scope]).where({ id: scopeId }).first();
  const prisonId: string | null =
    scope === 'prison' ? scopeId : scope === 'terminal' ? (place?.prison_id ?? null) : null;
  if (place === undefined || !isShownTo(staff, { prison_id: prisonId })) throw edgeRefusals.not_found();
  return prisonId;
}

/** A second click: the same is closed already for all of the time. @throws Refusal */
async function refuseRepetition(db: Knex, row: ClosureRow): Promise<void> {
  const others = await closuresTable(db)
    .where({ scope_kind: row.scope_kind, scope_id: row.scope_id })
    .where('closed_until', '>=', row.closed_until);
  const covering = others
    .flatMap((other) => toClosure(other) ?? [])
    .find(({ from, until }) => from <= row.closed_from && until !== null && row.closed_until <= until);
  if (covering?.until == null) return;
  const until = sayMoment(fromStoredTime(covering.until));
  throw calendarRefusals.closed_already({ until });
}
