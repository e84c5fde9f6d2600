import type { Knex } from 'knex';
import { v7 as newId } from 'uuid';
import { inTransaction } from '../../db/connection.ts';
import {
  applicationRefusals,
  changeState,
  conditionFactsOf,
  openApplication,
  reviewFactsOf,
  rulesFor,
  subjectsOf,
  verifyRelationships,
} from '../applications/index.ts';
import { loadOfficeDays } from '../calendar/index.ts';
import { toStoredTime } from '../clock.ts';
import { keepDecision } from '../decisions/index.ts';
import type { StaffPrincipal, Text } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { addNotices } from '../notices/index.ts';
import { type ApprovalConditions, noConditions } from './conditions.ts';
import { conditionsInLedger } from './conditions-in-ledger.ts';
import { conditionsInWords } from './conditions-in-words.ts';
import type { Review } from './decide-review.ts';
import { decideStep, type StepFacts } from './decide-step.ts';
import { reasonText } from './present-decision.ts';
import { discardReviewDraft } from './review-drafts.ts';
import { bodyTexts, type Decision, type ReasonCode } from './schema.ts';
import { decisionsTable } from './tables.ts';
import { conditionsToStore } from './visit-terms.ts';

export type ReviewRequest = {
  /** Of the page on which the reviewer decided. */
  version: number;
  reasonCode?: ReasonCode;
  note: string;
  /** Of an approval. */
  conditions?: ApprovalConditions;
};

const entryKinds: Record<Decision, string> = {
  forward: 'application_forwarded',
  approve: 'application_approved',
  refuse: 'application_refused',
  ask_supplement: 'application_supplement_asked',
};

/** A body decides: the decision, the new state and the ledger entry are kept together. @throws Refusal */
export async function reviewApplication(
  foundation: Foundation,
  principal: StaffPrincipal,
  applicationId: string,
  review: Review,
  { version, reasonCode, note, conditions: asked = noConditions }: ReviewRequest,
): Promise<void> {
  const { db, clock, ledger, sealing } = foundation;
  await inTransaction(db, async (trx) => {
    const opened = await openApplication(trx, principal, applicationId, { forUpdate: true });
    const { application } = opened;
    if (application.version !== version) throw applicationRefusals.stale_page();
    const now = clock.now();
    const rules = await rulesFor(trx, opened, now);
    const step: StepFacts = {
      now,
      reviewer: { id: principal.id, role: principal.role },
      review,
      reasonCode: reasonCode ?? null,
      asked,
      urgency: application.urgency,
      officeDays: await loadOfficeDays(trx, now),
      facts: reviewFactsOf(opened, now, rules),
      conditionFacts: review.decision === 'approve' ? conditionFactsOf(opened, rules) : undefined,
    };
    const decision = decideStep(step, rules);
    if ('refused' in decision) throw decision.refused;

    const { state, dueAt, conditions } = decision;
    const verified =
      review.decision === 'approve' ? await verifyRelationships(trx, opened, { now, rules }) : [];
    const decidedAt = toStoredTime(now);
    const decisionId = newId();
    await decisionsTable(trx).insert({
      id: decisionId,
      application_id: application.id,
      body: review.by,
      decision: review.decision,
      reason_code: reasonCode ?? null,
      note,
      decided_by: principal.id,
      decided_at: decidedAt,
      was_due_at: application.due_at,
      rules_used: JSON.stringify(rules.used()),
      conditions: conditionsToStore(conditions),
    });
    const { decisionDigest } = await keepDecision(trx, {
      id: decisionId,
      subject: { kind: 'application', id: application.id },
      step: review.decision,
      at: now,
      facts: step,
      rules,
      answer: decision,
    });
    await changeState(trx, application, { state, dueAt, at: decidedAt });
    await discardReviewDraft(trx, principal.id, application.id);
    await tellApplicant(trx, foundation, application, { review, reasonCode, note, conditions });
    await ledger.append(trx, {
      bookId: application.prison_id,
      kind: entryKinds[review.decision],
      actor: { kind: 'staff', id: principal.id, role: principal.role },
      subjects: subjectsOf(sealing, opened),
      facts: {
        applicationNumber: application.number,
        decisionId,
        decisionDigest,
        body: review.by,
        reasonCode,
        conditions: conditionsInLedger(conditions),
        from: application.state,
        to: state,
        wasDueAt: application.due_at,
        late: application.due_at !== null && decidedAt > application.due_at,
        dueAt,
        urgency: application.urgency,
        ...(verified.length > 0 ? { verifiedRelationships: verified } : {}),
      },
      rules: rules.used(),
    });
  });
}

const nothing: Text = { zh: '', en: '' };

/** The applicant is told at once, in the words that the reason has for applicants. */
async function tellApplicant(
  trx: Knex.Transaction,
  foundation: Foundation,
  { id: applicationId, prison_id: prisonId }: { id: string; prison_id: string },
  {
    review: { by, decision },
    reasonCode,
    note,
    conditions,
  }: { review: Review; conditions: ApprovalConditions } & Pick<ReviewRequest, 'reasonCode' | 'note'>,
): Promise<void> {
  const about = { to: 'applicant', prisonId, applicationId } as const;
  const reason = reasonText({ body: by, decision, reasonCode: reasonCode ?? null });
  const said = { body: bodyTexts[by], reason: reason ?? nothing, note };
  if (decision === 'forward') {
    await addNotices(trx, foundation, { ...about, kind: 'application_forwarded', facts: {} });
  } else if (decision === 'approve') {
    const facts = { conditions: conditionsInWords(conditions), note };
    await addNotices(trx, foundation, { ...about, kind: 'application_approved', facts });
  } else {
    const kind = decision === 'refuse' ? 'application_refused' : 'supplement_asked';
    await addNotices(trx, foundation, { ...about, kind, facts: said });
  }
}
