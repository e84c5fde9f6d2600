import type { Knex } from 'knex';
import { edgeRefusals } from '../edge/index.ts';
import { describeRulesUsed } from '../rules/index.ts';
import type { BookingDecision } from './schema.ts';
import { bookingsTable } from './tables.ts';

/** What the booking was decided by, whatever holds now. Of one prison's bookings where that is said. @throws Refusal */
export async function replayDecision(
  db: Knex,
  id: string,
  onlyPrisonId: string | null,
): Promise<BookingDecision> {
  const row = await bookingsTable(db)
    .where({ id })
    .where((query) => onlyPrisonId && query.where({ prison_id: onlyPrisonId }))
    .first('number', 'rules_used');
  if (row === undefined) throw edgeRefusals.not_found();
  return {
    bookingId: id,
    number: row.number,
    rulesUsed: await describeRulesUsed(db, JSON.parse(row.rules_used)),
  };
}
