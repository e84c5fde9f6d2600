import { v7 as uuid } from 'uuid';
import { inTransaction } from '../../db/connection.ts';
import { toStoredTime } from '../clock.ts';
import type { StaffPrincipal } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { asRow } from './as-row.ts';
import { decideRuleChange } from './decide-rule-change.ts';
import { recordRuleChange } from './record-rule-change.ts';
import type { RuleChange } from './schema.ts';
import { rulesTable } from './tables.ts';

/** Adds a version of a rule; what held before stays as it is. @throws Refusal */
export async function addRuleVersion(
  foundation: Foundation,
  staff: StaffPrincipal,
  change: RuleChange,
): Promise<void> {
  const { db, clock } = foundation;
  await inTransaction(db, async (trx) => {
    // Locked: of two changes at once, the second is decided knowing the first, also if it is of another rule that the
    // first must agree with.
    const rows = await rulesTable(trx).orderBy('id').forUpdate();
    const now = clock.now();
    const prisonIds: string[] = await trx('prisons').pluck('id');
    const decision = decideRuleChange(change, { now, rows, prisonIds });
    if ('refused' in decision) throw decision.refused;
    const row = {
      ...asRow(change, decision),
      id: uuid(),
      created_at: toStoredTime(now),
      created_by: staff.id,
    };
    await rulesTable(trx).insert(row);
    await recordRuleChange(trx, foundation, { kind: 'rule_changed', staff, row });
  });
}
