import type { Knex } from 'knex';
import type { DateTime } from 'luxon';
import { inTransaction } from '../../db/connection.ts';
import { edgeRefusals, type Role, type StaffPrincipal } from '../edge/index.ts';
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

/** Does what is planned, with the ledger entry in the book of each prison that it concerns. @throws Refusal */
export async function carryOut(
  { db, clock, ledger }: Foundation,
  staff: StaffPrincipal,
  makePlan: MakePlan,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    // Before anything is read: no booking is being made, and no other change.
    await holdCalendarToChange(trx);
    const { prisonId, entry, write } = await makePlan(trx, { staff, now: clock.now() });
    await write(trx);
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
