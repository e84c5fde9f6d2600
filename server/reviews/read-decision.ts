import type { Knex } from 'knex';
import { openApplication, submissionKind } from '../applications/index.ts';
import { type DecisionRecordRow, loadDecisionRecords, replayDecision } from '../decisions/index.ts';
import type { DecisionInWords } from '../decisions/schema.ts';
import { edgeRefusals, type StaffPrincipal } from '../edge/index.ts';
import { describeRulesUsed } from '../rules/index.ts';
import { stepKind } from './decide-step.ts';
import { bodyTexts, decisionTexts } from './schema.ts';
import { type DecisionRow, loadDecisions, rulesUsedIn } from './tables.ts';

/** What the acceptance of an application is called where each of its decisions has an id. */
const acceptance = 'acceptance';

/**
 * The acceptance of an application and every decision on it, the first one first: in words, with its rules, and whether it
 * is the same when it is made again. @throws Refusal
 */
export async function readDecisions(
  db: Knex,
  staff: StaffPrincipal,
  applicationId: string,
): Promise<DecisionInWords[]> {
  const { bookId, records, made } = await loadAll(db, staff, applicationId);
  const kept = new Set(records.map(({ id }) => id));
  const told = await Promise.all([
    ...records.map((record) => replay(db, bookId, record)),
    ...made.filter(({ id }) => !kept.has(id)).map((row) => tell(db, row)),
  ]);
  return told.sort((a, b) => a.decidedAt.localeCompare(b.decidedAt) || a.id.localeCompare(b.id));
}

/** One of them. @throws Refusal */
export async function readDecision(
  db: Knex,
  staff: StaffPrincipal,
  { applicationId, decisionId }: { applicationId: string; decisionId: string },
): Promise<DecisionInWords> {
  const { bookId, records, made } = await loadAll(db, staff, applicationId);
  const record = records.find(
    ({ id, step }) => id === decisionId || (decisionId === acceptance && step === 'submit'),
  );
  if (record) return replay(db, bookId, record);
  const row = made.find(({ id }) => id === decisionId);
  if (row === undefined) throw edgeRefusals.not_found();
  return tell(db, row);
}

async function loadAll(db: Knex, staff: StaffPrincipal, applicationId: string) {
  const { application } = await openApplication(db, staff, applicationId);
  const records = await loadDecisionRecords(db, { kind: 'application', id: applicationId });
  return { bookId: application.prison_id, records, made: await loadDecisions(db, applicationId) };
}

function replay(db: Knex, bookId: string, record: DecisionRecordRow): Promise<DecisionInWords> {
  return record.step === 'submit'
    ? replayDecision(db, record, { bookId, kind: submissionKind })
    : replayDecision(db, record, { bookId, kind: stepKind });
}

/** Of a time at which nothing was kept to make it again: what was decided, and by which rules. */
async function tell(db: Knex, row: DecisionRow): Promise<DecisionInWords> {
  return {
    id: row.id,
    step: row.decision,
    decidedAt: row.decided_at,
    asked: [bodyTexts[row.body]],
    answer: decisionTexts[row.decision],
    rulesUsed: await describeRulesUsed(db, rulesUsedIn(row)),
    replayed: null,
  };
}
