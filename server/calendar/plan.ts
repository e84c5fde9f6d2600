import type { Knex } from 'knex';
import type { DateTime } from 'luxon';
import { inTransaction } from '../../db/connection.ts';
import { edgeRefusals, type Role, type StaffPrincipal, type Text } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import type { JsonObject, LedgerSubject } from '../ledger/index.ts';
import type { CalendarOfPrison } from './calendar-of-prison.ts';
import { holdCalendarToChange } from './hold-calendar.ts';

/** A change of the calendar, decided and not yet done: carried out, or looked at for what it would do to booked visits. */
export type Plan = {
  /** Whose calendar and book it is; null is the centre's and concerns every prison. */
  prisonId: string | null;
  /** The calendar of a prison as it will be. */
  after(calendar: CalendarOfPrison): CalendarOfPrison;
  write(trx: Knex.Transaction): Promise<void>;
  entry: { kind: string; subjects: readonly LedgerSubject[]; facts: JsonObject };
};

export type Planner = { staff: StaffPrincipal; now: DateTime };

/** Decides on a change as the database has it. @throws Refusal */
export type MakePlan = (db: Knex, planner: Planner) => Promise<Plan>;

/**
 * Looks at the booked visits, of one prison or all, before a change; what it gives tells, after it, the families whose visits
 * need review by it, and those whose visits stand again.
 */
export type WatchFlagged = (
  trx: Knex.Transaction,
  asked: { now: DateTime; prisonId?: string; reason: Text },
) => Promise<() => Promise<void>>;
export type PlanHooks = { watchFlagged: WatchFlagged };

const timesHaveChanged: Text = {
  zh: '监狱或区矫正中心的会见时间安排有变化',
  en: 'the times at which the prison or the corrections centre has visits have changed',
};

/** Does what is planned, tells the families that it touches, with the ledger entry in the book of each prison that it concerns. @throws Refusal */
export async function carryOut(
  { db, clock, ledger }: Foundation,
  staff: StaffPrincipal,
  makePlan: MakePlan,
  { watchFlagged }: PlanHooks,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    // Before anything is read: no booking is being made, and no other change.
    await holdCalendarToChange(trx);
    const now = clock.now();
    const { prisonId, entry, write } = await makePlan(trx, { staff, now });
    const tellFamilies = await watchFlagged(trx, {
      now,
      reason: timesHaveChanged,
      ...(prisonId === null ? {} : { prisonId }),
    });
    await write(trx);
    await tellFamilies();
    const books = prisonId === null ? await prisonIds(trx) : [prisonId];
    // One after the other in a fixed order, as everybody who writes in several.
    for (const bookId of books)
      await ledger.append(trx, {
        bookId,
        ...entry,
        actor: { kind: 'staff', id: staff.id, role: staff.role },
      });
  });
}

export const prisonIds = (db: Knex): Promise<string[]> => db('prisons').orderBy('id').pluck('id');

/** @throws Refusal */
export function refuseUnless(keepers: readonly Role[], { role }: Pick<StaffPrincipal, 'role'>): void {
  if (!keepers.includes(role)) throw edgeRefusals.not_permitted();
}
