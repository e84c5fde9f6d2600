import type { Knex } from 'knex';
import type { RuleUsed } from '../ledger/index.ts';
import type { Body, Decision, ReasonCode } from './schema.ts';

export type DecisionRow = {
  id: string;
  application_id: string;
  body: Body;
  decision: Decision;
  reason_code: ReasonCode | null;
  note: string;
  decided_by: string;
  decided_at: string;
  was_due_at: string | null;
  /** JSON of RuleUsed[]. */
  rules_used: string;
  /** JSON of ApprovalConditions; empty for none. */
  conditions: string;
};

export const decisionsTable = (db: Knex) => db<DecisionRow>('application_decisions');

export function rulesUsedIn(row: DecisionRow): RuleUsed[] {
  return JSON.parse(row.rules_used) as RuleUsed[];
}

/** Every decision on an application, the first one first. */
export function loadDecisions(db: Knex, applicationId: string): Promise<DecisionRow[]> {
  return decisionsTable(db).where({ application_id: applicationId }).orderBy(['decided_at', 'id']);
}
