import type { Knex } from 'knex';
import { edgeRefusals, type StaffPrincipal, worksWith } from '../edge/index.ts';
import { describeRulesUsed } from '../rules/index.ts';
import type { BookingDecision } from './schema.ts';
import { bookingsTable } from './tables.ts';

/** What the booking was decided by, whatever holds now. @throws Refusal */
export async function replayDecision(db: Knex, id: string, staff: StaffPrincipal): Promise<BookingDecision> {
  const row = await bookingsTable(db).where({ id }).first('number', 'prison_id', 'rules_used');
  if (row === undefined || !worksWith(staff, row.prison_id)) throw edgeRefusals.not_found();
  return {
    bookingId: id,
    number: row.number,
    rulesUsed: await describeRulesUsed(db, JSON.parse(row.rules_used)),
  };
}
