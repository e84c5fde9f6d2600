import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import type { DateTime } from 'luxon';
import { v7 as newId } from 'uuid';
import { toStoredTime } from '../clock.ts';
import type { Rules } from '../rules/index.ts';
import { writeFacts } from './facts-text.ts';
import type { DecisionStep } from './schema.ts';
import { type DecisionRecord, type DecisionSubject, decisionRecordsTable } from './tables.ts';

export type MadeDecision = {
  /** Of a decision that has a row of its own; otherwise it is given a new one. */
  id?: string;
  subject: DecisionSubject;
  step: DecisionStep;
  at: DateTime;
  facts: unknown;
  rules: Rules;
  answer: unknown;
};

/** For the facts of the ledger entry: with the digest in the book, nobody changes what a decision knew unseen. */
export type KeptDecision = { decisionId: string; decisionDigest: string };

/** Keeps what a decision knew, the rules that it asked and what it answered, so that it can be made again. */
export async function keepDecision(trx: Knex.Transaction, made: MadeDecision): Promise<KeptDecision> {
  const decisionId = made.id ?? newId();
  const record: DecisionRecord = {
    rules: made.rules.kept(),
    facts: writeFacts(made.facts),
    answer: writeFacts(made.answer),
  };
  const text = JSON.stringify(record);
  await decisionRecordsTable(trx).insert({
    id: decisionId,
    subject_kind: made.subject.kind,
    subject_id: made.subject.id,
    step: made.step,
    decided_at: toStoredTime(made.at),
    record: text,
  });
  return { decisionId, decisionDigest: digestOf(text) };
}

export const digestOf = (text: string) => createHash('sha256').update(text).digest('hex');
