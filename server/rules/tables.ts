import type { Knex } from 'knex';
import type { RuleKey, RuleScopeKind } from './schema.ts';

/** A version of a rule's value. Rows are only ever added. */
export type RuleRow = {
  id: string;
  key: RuleKey;
  /** JSON. */
  value: string;
  scope_kind: RuleScopeKind;
  /** Empty for `all`. */
  scope_id: string;
  source: string;
  effective_from: string;
  confirmed: boolean | 0 | 1;
  created_at: string;
};

export const rulesTable = (db: Knex) => db<RuleRow>('rules');
