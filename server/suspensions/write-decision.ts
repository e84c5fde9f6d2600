import type { Knex } from 'knex';
import { isoNow } from '../clock.ts';
import type { StaffPrincipal } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { recordSuspension } from './record-suspension.ts';
import { type DecisionRow, decisionsTable, type SuspensionRow } from './tables.ts';

type Period = { fromDay: string | null; toDay: string | null };

type Decision = {
  staff: StaffPrincipal;
  suspension: SuspensionRow;
  decision: DecisionRow['decision'];
  note: string;
  /** What is approved. */
  period?: Period;
  /** What the ledger says besides the decision; the period, unless given. */
  facts?: Period;
};

/** Writes a decision about a suspension and its ledger entry, in the caller's transaction. */
export async function writeDecision(
  trx: Knex.Transaction,
  foundation: Foundation,
  { staff, suspension, decision, note, period, facts = period }: Decision,
): Promise<void> {
  await decisionsTable(trx).insert({
    suspension_id: suspension.id,
    step: decision === 'lifted' ? 'lift' : 'answer',
    decision,
    from_day: period?.fromDay ?? null,
    to_day: period?.toDay ?? null,
    note,
    decided_by: staff.id,
    decided_at: isoNow(foundation.clock),
  });
  await recordSuspension(trx, foundation, { kind: `suspension_${decision}`, staff, suspension, facts });
}
