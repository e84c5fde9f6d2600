import { inTransaction } from '../../db/connection.ts';
import { toStoredTime } from '../clock.ts';
import { edgeRefusals, type Refusal, type StaffPrincipal } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { recordRuleChange } from './record-rule-change.ts';
import { ruleRefusals } from './refusals.ts';
import type { RuleKey } from './schema.ts';
import { type RuleRow, rulesTable } from './tables.ts';

/** Takes back a version that is not in force yet: the row stays, marked. Gives the rule's key. @throws Refusal */
export async function withdrawRuleVersion(
  foundation: Foundation,
  staff: StaffPrincipal,
  id: string,
): Promise<RuleKey> {
  const { db, clock } = foundation;
  return inTransaction(db, async (trx) => {
    const row = await rulesTable(trx).where({ id }).forUpdate().first();
    if (row === undefined) throw edgeRefusals.not_found();
    const now = toStoredTime(clock.now());
    const refused = decideWithdrawal(row, now);
    if (refused) throw refused;
    const withdrawal = { withdrawn_at: now, withdrawn_by: staff.id, withdrawn_id: id };
    await rulesTable(trx).where({ id }).update(withdrawal);
    await recordRuleChange(trx, foundation, { kind: 'rule_withdrawn', staff, row });
    return row.key;
  });
}

/** Why a version cannot be withdrawn any more. */
export function decideWithdrawal(row: RuleRow, now: string): Refusal | undefined {
  if (row.withdrawn_id !== '') return ruleRefusals.rule_withdrawn_already();
  return row.effective_from <= now ? ruleRefusals.rule_in_force_already() : undefined;
}
