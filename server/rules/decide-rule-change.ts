import type { DateTime } from 'luxon';
import { dayOf } from '../clock.ts';
import type { Refusal } from '../edge/index.ts';
import { categories, grades } from '../people/schema.ts';
import { asRow } from './as-row.ts';
import { contextsOf } from './contexts-of.ts';
import { contradictionOf } from './contradictions.ts';
import { rowsInForce } from './load-rules.ts';
import { ruleRefusals } from './refusals.ts';
import { definitionOf } from './rule-definitions.ts';
import { collide, lastDayOf, periodOf, type RulePeriod, startOfDay } from './rule-period.ts';
import type { RuleChange, RuleScopeKind } from './schema.ts';
import type { RuleRow } from './tables.ts';

export type RuleChangeFacts = {
  now: DateTime;
  /** Every version of every rule. */
  rows: readonly RuleRow[];
  prisonIds: readonly string[];
};

/** Whether the new version may be added, and when it holds. The first reason against it is the answer. */
export function decideRuleChange(
  change: RuleChange,
  facts: RuleChangeFacts,
): RulePeriod | { refused: Refusal } {
  const { key, scope, effectiveFrom, lastDay } = change;
  const today = dayOf(facts.now);
  if (effectiveFrom < today) return { refused: ruleRefusals.rule_effective_in_past({ today }) };
  if (lastDay !== null && lastDay < effectiveFrom)
    return { refused: ruleRefusals.rule_ends_before_it_begins({ from: effectiveFrom, to: lastDay }) };
  if (!definitionOf(key).scopeKinds.includes(scope.kind))
    return { refused: ruleRefusals.rule_scope_not_possible() };
  const known: Record<RuleScopeKind, readonly string[]> = {
    all: [''],
    prison: facts.prisonIds,
    grade: grades,
    category: categories,
  };
  if (!known[scope.kind].includes(scope.id)) return { refused: ruleRefusals.rule_scope_unknown() };
  const rows = facts.rows.filter((row) => row.key === key && row.withdrawn_id === '');
  const period = {
    // What was decided earlier today was decided by the version before: from today is from now.
    from: effectiveFrom === today ? facts.now : startOfDay(effectiveFrom),
    until: lastDay === null ? null : startOfDay(lastDay).plus({ days: 1 }),
  };
  const ofScope = rows.filter((row) => row.scope_kind === scope.kind && row.scope_id === scope.id);
  const refused =
    refusalOfDays(effectiveFrom, period, ofScope) ??
    (changesNothing(change, rows, period) ? ruleRefusals.rule_unchanged() : undefined) ??
    contradictionOf(change, period, facts.rows);
  return refused ? { refused } : period;
}

/** What stands in the way in the days that the version asks for, and which days those are. */
function refusalOfDays(date: string, period: RulePeriod, ofScope: readonly RuleRow[]): Refusal | undefined {
  if (ofScope.some((row) => dayOf(periodOf(row).from) === date)) return ruleRefusals.rule_day_taken({ date });
  const other = ofScope.find((row) => collide(period, periodOf(row)));
  if (other === undefined) return undefined;
  const from = dayOf(periodOf(other).from);
  const to = lastDayOf(other);
  return to === null
    ? ruleRefusals.rule_overlaps_one_to_come({ from })
    : ruleRefusals.rule_overlaps_another({ from, to });
}

/** Whether everybody of the scope has the same value then, as much confirmed, without the change. */
function changesNothing(change: RuleChange, rows: readonly RuleRow[], period: RulePeriod): boolean {
  const candidate = { ...asRow(change, period), id: '' };
  return contextsOf(change.scope, rows, period.from).every((context) => {
    const [before] = rowsInForce(rows, context);
    const [after] = rowsInForce([...rows, candidate], context);
    return before?.value === after?.value && Boolean(before?.confirmed) === Boolean(after?.confirmed);
  });
}
