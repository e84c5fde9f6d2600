import type { DateTime } from 'luxon';
import type { RuleContext } from './load-rules.ts';
import type { RuleChange, RuleScopeKind } from './schema.ts';
import type { RuleRow } from './tables.ts';

/** Everybody in a scope, as far as the versions tell them apart. */
export function contextsOf(
  scope: RuleChange['scope'],
  rows: readonly RuleRow[],
  at: DateTime,
): RuleContext[] {
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
