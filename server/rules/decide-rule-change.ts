import { DateTime } from 'luxon';
import { fromStoredTime, peopleZone, toStoredTime } from '../clock.ts';
import type { Refusal } from '../edge/index.ts';
import { categories, grades } from '../people/schema.ts';
import { type RuleContext, rowsInForce } from './load-rules.ts';
import { ruleRefusals } from './refusals.ts';
import { definitionOf } from './rule-definitions.ts';
import type { RuleChange, RuleScopeKind } from './schema.ts';
import type { RuleRow } from './tables.ts';

export type RuleChangeFacts = {
  now: DateTime;
  /** Every version of the rule. */
  rows: readonly RuleRow[];
  prisonIds: readonly string[];
};

/** Whether the new version may be added, and from which moment it holds. The first reason against it is the answer. */
export function decideRuleChange(
  change: RuleChange,
  facts: RuleChangeFacts,
): { effectiveFrom: DateTime } | { refused: Refusal } {
  const { key, scope } = change;
  const today = dayOf(facts.now);
  if (change.effectiveFrom < today) return { refused: ruleRefusals.rule_effective_in_past({ today }) };
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
  const sameDay = rows.some(
    (row) =>
      row.scope_kind === scope.kind &&
      row.scope_id === scope.id &&
      dayOf(fromStoredTime(row.effective_from)) === change.effectiveFrom,
  );
  if (sameDay) return { refused: ruleRefusals.rule_day_taken({ date: change.effectiveFrom }) };
  // What was decided earlier today was decided by the version before: from today is from now.
  const effectiveFrom =
    change.effectiveFrom === today ? facts.now : DateTime.fromISO(change.effectiveFrom, { zone: peopleZone });
  if (changesNothing(change, rows, effectiveFrom)) return { refused: ruleRefusals.rule_unchanged() };
  return { effectiveFrom };
}

/** The day in Asia/Shanghai: `2026-11-24`. */
const dayOf = (moment: DateTime) => moment.setZone(peopleZone).toISODate() as string;

/** Whether everybody of the scope has the same value then, as much confirmed, without the change. */
function changesNothing(change: RuleChange, rows: readonly RuleRow[], at: DateTime): boolean {
  const candidate = { ...asRow(change, at), id: '' };
  return contextsOf(change, rows, at).every((context) => {
    const [before] = rowsInForce(rows, context);
    const [after] = rowsInForce([...rows, candidate], context);
    return before?.value === after?.value && Boolean(before?.confirmed) === Boolean(after?.confirmed);
  });
}

/** The row of a version, before it has been given an id and somebody who added it. */
export function asRow(change: RuleChange, effectiveFrom: DateTime): Omit<RuleRow, 'id'> {
  return {
    key: change.key,
    value: JSON.stringify(change.value),
    scope_kind: change.scope.kind,
    scope_id: change.scope.id,
    source: change.source,
    effective_from: toStoredTime(effectiveFrom),
    confirmed: change.confirmed,
    created_at: '',
    created_by: null,
    withdrawn_at: null,
    withdrawn_by: null,
    withdrawn_id: '',
  };
}

/** Everybody in the change's scope, as far as the versions tell them apart. */
function contextsOf({ scope }: RuleChange, rows: readonly RuleRow[], at: DateTime): RuleContext[] {
  const idsOf = (kind: RuleScopeKind): (string | undefined)[] =>
    scope.kind === kind
      ? [scope.id]
      : [undefined, ...new Set(rows.filter((row) => row.scope_kind === kind).map((row) => row.scope_id))];
  return idsOf('prison').flatMap((prisonId) =>
    idsOf('grade').flatMap((grade) =>
      idsOf('category').map((category) => ({ at, prisonId, grade, category })),
    ),
  );
}
