import type { Knex } from 'knex';
import type { KeptRules } from '../rules/index.ts';
import type { DecisionStep } from './schema.ts';

export type DecisionSubject = { kind: 'booking' | 'application'; id: string };

/** What a decision was made by and what it was. Rows are only added. */
export type DecisionRecordRow = {
  id: string;
  subject_kind: DecisionSubject['kind'];
  subject_id: string;
  step: DecisionStep;
  decided_at: string;
  /** JSON of a DecisionRecord. */
  record: string;
};

export type DecisionRecord = {
  rules: KeptRules;
  /** By `writeFacts`. */
  facts: string;
  /** By `writeFacts`, too. */
  answer: string;
};

export const decisionRecordsTable = (db: Knex) => db<DecisionRecordRow>('decision_records');

/** Every decision about a subject that was kept, the first one first. */
export function loadDecisionRecords(db: Knex, { kind, id }: DecisionSubject): Promise<DecisionRecordRow[]> {
  return decisionRecordsTable(db).where({ subject_kind: kind, subject_id: id }).orderBy('id');
}
