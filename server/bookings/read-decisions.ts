import type { Knex } from 'knex';
import { loadDecisionRecords, replayDecision } from '../decisions/index.ts';
import { edgeRefusals, type StaffPrincipal, worksWith } from '../edge/index.ts';
import { describeRulesUsed } from '../rules/index.ts';
import { bookingDecisionKind } from './booking-decision-kind.ts';
import type { BookingDecision } from './schema.ts';
import { bookingsTable } from './tables.ts';

/** What the booking was decided by, whatever holds now, and whether that gives the same answer again. @throws Refusal */
export async function readDecisions(db: Knex, id: string, staff: StaffPrincipal): Promise<BookingDecision> {
  const row = await bookingsTable(db).where({ id }).first('number', 'prison_id', 'rules_used');
  if (row === undefined || !worksWith(staff, row.prison_id)) throw edgeRefusals.not_found();
  const records = await loadDecisionRecords(db, { kind: 'booking', id });
  const decisions = await Promise.all(
    records
      .toReversed()
      .map((record) => replayDecision(db, record, { bookId: row.prison_id, kind: bookingDecisionKind })),
  );
  return {
    bookingId: id,
    number: row.number,
    rulesUsed: await describeRulesUsed(db, JSON.parse(row.rules_used)),
    decisions,
  };
}
