import type { DateTime } from 'luxon';
import { fromStoredTime, toStoredTime } from '../clock.ts';
import type { Refusal } from '../edge/index.ts';
import { asRow } from './as-row.ts';
import { contextsOf } from './contexts-of.ts';
import { resolveRules } from './load-rules.ts';
import { ruleRefusals } from './refusals.ts';
import type { RulePeriod } from './rule-period.ts';
import { type RuleChange, type RuleKey, ruleTexts } from './schema.ts';
import type { RuleRow } from './tables.ts';

/** Rules of which the one may never be more than the other: nothing could meet both. */
const pairs = [
  { less: 'suspension_months_least', more: 'suspension_months_most' },
  { less: 'min_lead_working_days', more: 'max_lead_days' },
  { less: 'urgent_min_lead_working_days', more: 'max_lead_days' },
] as const satisfies { less: RuleKey; more: RuleKey }[];

/** Why a change cannot stand beside another rule, for anybody of its scope at any time of its period. */
export function contradictionOf(
  change: RuleChange,
  period: RulePeriod,
  all: readonly RuleRow[],
): Refusal | undefined {
  for (const { less, more } of pairs) {
    if (change.key !== less && change.key !== more) continue;
    const rows = all.filter(({ key, withdrawn_id: id }) => id === '' && (key === less || key === more));
    const changed = [...rows, { ...asRow(change, period), id: '' }];
    for (const at of momentsOfChange(rows, period)) {
      for (const context of contextsOf(change.scope, rows, at)) {
        const rules = resolveRules(changed, context);
        const [low, high] = [rules.get(less), rules.get(more)];
        if (low > high)
          return ruleRefusals.rule_contradicts_another({
            less: ruleTexts[less],
            more: ruleTexts[more],
            low,
            high,
          });
      }
    }
  }
  return undefined;
}

/** When the period begins, and when any version begins or ends in it. */
function momentsOfChange(rows: readonly RuleRow[], { from, until }: RulePeriod): DateTime[] {
  const [first, last] = [toStoredTime(from), until && toStoredTime(until)];
  const moments = rows
    .flatMap((row) => [row.effective_from, row.effective_to])
    .filter((moment) => moment !== null)
    .filter((moment) => moment > first && (last === null || moment < last));
  return [from, ...[...new Set(moments)].map(fromStoredTime)];
}
