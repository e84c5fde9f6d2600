import { inTransaction } from '../../db/connection.ts';
import type { StaffPrincipal } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { openToDecide } from './answer-proposal.ts';
import { writeDecision } from './write-decision.ts';

/** Ends a suspension before its time, or takes one back that has not begun; what was decided stays. @throws Refusal */
export async function liftSuspension(
  foundation: Foundation,
  staff: StaffPrincipal,
  id: string,
  { note }: { note: string },
): Promise<void> {
  await inTransaction(foundation.db, async (trx) => {
    const suspension = await openToDecide(trx, foundation, staff, { id, action: 'lift' });
    const { from_day: fromDay = null, to_day: toDay = null } = suspension.answer ?? {};
    const facts = { fromDay, toDay };
    await writeDecision(trx, foundation, { staff, suspension, decision: 'lifted', note, facts });
  });
}
