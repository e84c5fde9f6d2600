import type { Knex } from 'knex';
import { inTransaction } from '../../db/connection.ts';
import { dayOf } from '../clock.ts';
import { lastDayOf } from '../days.ts';
import { edgeRefusals, type StaffPrincipal, worksWith } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { lockVisitors } from '../people/index.ts';
import { whyNotDecide } from './decide-suspension.ts';
import { suspensionRefusals } from './refusals.ts';
import type { ApproveBody, SuspensionActionName } from './schema.ts';
import { loadSuspension, type SuspensionRecord } from './tables.ts';
import { writeDecision } from './write-decision.ts';

/** The prison approves a proposal: from a day on the visitor may not visit. @throws Refusal */
export async function approveSuspension(
  foundation: Foundation,
  staff: StaffPrincipal,
  id: string,
  { from, note }: ApproveBody,
): Promise<void> {
  const { db, clock } = foundation;
  await inTransaction(db, async (trx) => {
    const suspension = await openToDecide(trx, foundation, staff, { id, action: 'approve' });
    const today = dayOf(clock.now());
    if (from < today) throw suspensionRefusals.begins_in_the_past({ today });
    // A booking of the visitor that is being made is there before this decision, or sees it.
    await lockVisitors(trx, [suspension.visitor_id]);
    const period = { fromDay: from, toDay: lastDayOf(from, suspension.months) };
    await writeDecision(trx, foundation, { staff, suspension, decision: 'approved', note, period });
  });
}

/** The prison does not agree to a proposal, and says why. @throws Refusal */
export async function declineSuspension(
  foundation: Foundation,
  staff: StaffPrincipal,
  id: string,
  { note }: { note: string },
): Promise<void> {
  await inTransaction(foundation.db, async (trx) => {
    const suspension = await openToDecide(trx, foundation, staff, { id, action: 'decline' });
    await writeDecision(trx, foundation, { staff, suspension, decision: 'declined', note });
  });
}

/** Locks a suspension that this member of staff may see and decide about now. @throws Refusal */
export async function openToDecide(
  trx: Knex.Transaction,
  { clock }: Foundation,
  staff: StaffPrincipal,
  { id, action }: { id: string; action: SuspensionActionName },
): Promise<SuspensionRecord> {
  const suspension = await loadSuspension(trx, id, { forUpdate: true });
  if (suspension === undefined || !worksWith(staff, suspension.prison_id)) throw edgeRefusals.not_found();
  const refusal = whyNotDecide(action, suspension, { person: staff, today: dayOf(clock.now()) });
  if (refusal) throw refusal;
  return suspension;
}
