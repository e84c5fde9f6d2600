import { inTransaction } from '../../db/connection.ts';
import { isoNow } from '../clock.ts';
import type { StaffPrincipal } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { openToDecide } from './answer-proposal.ts';
import { recordSuspension } from './record-suspension.ts';
import { decisionsTable } from './tables.ts';

/** Ends a suspension before its time, or takes one back that has not begun; what was decided stays. @throws Refusal */
export async function liftSuspension(
  foundation: Foundation,
  staff: StaffPrincipal,
  id: string,
  { note }: { note: string },
): Promise<void> {
  const { db, clock } = foundation;
  await inTransaction(db, async (trx) => {
    const suspension = await openToDecide(trx, foundation, staff, { id, action: 'lift' });
    await decisionsTable(trx).insert({
      suspension_id: id,
      step: 'lift',
      decision: 'lifted',
      from_day: null,
      to_day: null,
      note,
      decided_by: staff.id,
      decided_at: isoNow(clock),
    });
    const { from_day: fromDay = null, to_day: toDay = null } = suspension.answer ?? {};
    const facts = { fromDay, toDay };
    await recordSuspension(trx, foundation, { kind: 'suspension_lifted', staff, suspension, facts });
  });
}
