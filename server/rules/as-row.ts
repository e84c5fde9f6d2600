import { toStoredTime } from '../clock.ts';
import type { RulePeriod } from './rule-period.ts';
import type { RuleChange } from './schema.ts';
import type { RuleRow } from './tables.ts';

/** The row of a version, before it has been given an id and somebody who added it. */
export function asRow(change: RuleChange, { from, until }: RulePeriod): Omit<RuleRow, 'id'> {
  return {
    key: change.key,
    value: JSON.stringify(change.value),
    scope_kind: change.scope.kind,
    scope_id: change.scope.id,
    source: change.source,
    effective_from: toStoredTime(from),
    effective_to: until === null ? null : toStoredTime(until),
    confirmed: change.confirmed,
    created_at: '',
    created_by: null,
    withdrawn_at: null,
    withdrawn_by: null,
    withdrawn_id: '',
  };
}
