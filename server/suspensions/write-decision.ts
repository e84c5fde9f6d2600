import type { Knex } from 'knex';
import { dayOf, isoNow } from '../clock.ts';
import { firstDayFree } from '../days.ts';
import type { StaffPrincipal } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { addNotice, otherReason } from '../notices/index.ts';
import { stopReasonTexts } from '../visits/codes.ts';
import { barsOf } from './active-suspensions.ts';
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
  await tellVisitor(trx, foundation, { suspension, decision, note, period });
  await recordSuspension(trx, foundation, { kind: `suspension_${decision}`, staff, suspension, facts });
}

/** The visitor is told of what holds: a proposal that was declined has changed nothing for them. */
async function tellVisitor(
  trx: Knex.Transaction,
  foundation: Foundation,
  { suspension, decision, note, period }: Pick<Decision, 'suspension' | 'decision' | 'note' | 'period'>,
): Promise<void> {
  const { id, number, prison_id: prisonId, visitor_id: visitorId, reason_code: reasonCode } = suspension;
  const bars = await barsOf(trx, [visitorId]);
  const about = { step: `suspension_${decision}:${id}`, prisonId, visitorId };
  if (decision === 'lifted') {
    const next = firstDayFree(bars, dayOf(foundation.clock.now()));
    const facts = { suspensionNumber: number, next, note };
    await addNotice(trx, foundation, { ...about, kind: 'suspension_lifted', facts });
  }
  const { fromDay: from = null, toDay: to = null } = period ?? {};
  if (decision !== 'approved' || from === null || to === null) return;
  const reason = reasonCode === 'other' ? otherReason : stopReasonTexts[reasonCode];
  const facts = { suspensionNumber: number, reason, from, to, next: firstDayFree(bars, to), note };
  await addNotice(trx, foundation, { ...about, kind: 'visitor_suspended', facts });
}
