import type { Knex } from 'knex';
import type { RuleKey, RuleScopeKind } from './schema.ts';

/** A version of a rule's value. Rows are only ever added; of a row, nothing but its withdrawal is written later. */
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
  /** The first moment at which it holds no more; null if a later version takes its place. */
  effective_to: string | null;
  confirmed: boolean | 0 | 1;
  created_at: string;
  /** Null for a default. */
  created_by: string | null;
  withdrawn_at: string | null;
  withdrawn_by: string | null;
  /** Its own id once it is withdrawn: the day is free for another version then. Empty before. */
  withdrawn_id: string;
};

export const rulesTable = (db: Knex) => db<RuleRow>('rules');
