import type { Knex } from 'knex';
import { v7 as newId } from 'uuid';
import { inTransaction } from '../../db/connection.ts';
import { deleteDraft } from '../application-drafts/index.ts';
import { loadOfficeDays } from '../calendar/index.ts';
import { dayOf, peopleZone, toStoredTime } from '../clock.ts';
import { awayOn, custodyOf } from '../custody/index.ts';
import { keepDecision } from '../decisions/index.ts';
import type { Foundation } from '../foundation.ts';
import { addNotices } from '../notices/index.ts';
import { nextNumber } from '../number-series.ts';
import { loadPrisoner, registerVisitor } from '../people/index.ts';
import { type Category, maskIdNumber, readIdNumber } from '../people/schema.ts';
import { loadRules } from '../rules/index.ts';
import { activeSuspensions } from '../suspensions/index.ts';
import { applicationRulesOf } from './application-rules.ts';
import { type ApplicationFacts, decideApplication } from './decide-application.ts';
import { needsException } from './decide-relationship.ts';
import { decideSubmission, type SubmissionFacts } from './decide-submission.ts';
import { actorOf, createdBy, type Entrant } from './entrant.ts';
import { type ApplicationVisitor, subjectsOf } from './open-application.ts';
import { makeQueryCode } from './query-code.ts';
import { applicationRefusals } from './refusals.ts';
import { type NewApplication, openStates } from './schema.ts';
import { type ApplicationRow, applicationsTable, applicationVisitorsTable } from './tables.ts';

/** 申请 */
const numberPrefix = 'SQ';

/**
 * An officer enters what a family asks for at the counter, or one of the family does. @returns the application's id, and its
 * query code, which is told this once @throws Refusal
 */
export async function submitApplication(
  foundation: Foundation,
  entrant: Entrant,
  asked: NewApplication,
): Promise<{ id: string; queryCode: string }> {
  const { db, clock, ledger, sealing } = foundation;
  return inTransaction(db, async (trx) => {
    // Applications for one prisoner come one after the other, so that no two of them are the same.
    const prisoner = await loadPrisoner(trx, asked.prisonerId, { forUpdate: true });
    if (prisoner === undefined) throw applicationRefusals.prisoner_not_known();
    const { prison_id: prisonId, grade, category } = prisoner;
    const now = clock.now();
    const rules = await loadRules(trx, { at: now, prisonId, grade, category });
    const values = applicationRulesOf(rules);
    const facts = factsOf(asked, category, dayOf(now));
    // Nobody is registered for an application that cannot be accepted, whoever they are.
    const refusal = decideApplication(facts, values);
    if (refusal) throw refusal;

    const visitors: ApplicationVisitor[] = [];
    for (const { relationship, organisation, exceptionReason, ...person } of asked.visitors) {
      const row = await registerVisitor(trx, foundation, person);
      const reason = needsException(relationship, values) ? exceptionReason : '';
      visitors.push({ person: row, relationship, organisation, exceptionReason: reason });
    }
    const ids = visitors.map(({ person }) => person.id);
    const submission: SubmissionFacts = {
      ...facts,
      now,
      urgency: asked.urgency,
      officeDays: await loadOfficeDays(trx, now),
      suspensions: await activeSuspensions(trx, ids, now),
      away: awayOn(await custodyOf(trx, prisoner.id), { prisonId, day: dayOf(now) }),
      waiting: await findWaiting(trx, prisoner.id, visitors[0]?.person.id),
    };
    const decision = decideSubmission(submission, rules);
    if ('refused' in decision) throw decision.refused;

    const at = toStoredTime(now);
    const id = newId();
    const { queryCode, queryCodeHash } = makeQueryCode(sealing, id);
    const application: ApplicationRow = {
      id,
      number: await nextNumber(trx, numberPrefix, now.setZone(peopleZone).year),
      kind: asked.kind,
      state: decision.state,
      origin: asked.origin,
      prison_id: prisonId,
      prisoner_id: prisoner.id,
      language: asked.language,
      interpreter: asked.interpreter,
      mobility_needs: asked.mobilityNeeds.join(','),
      wishes: asked.wishes,
      state_since: at,
      due_at: decision.dueAt,
      ...createdBy(entrant),
      created_at: at,
      version: 1,
      awaits_answer: false,
      answered_at: null,
      answered_by: null,
      answer_channel: null,
      urgency: asked.urgency,
      urgency_reason: asked.urgency === 'none' ? '' : asked.urgencyReason,
      priority_reasons: asked.priorityReasons.join(','),
      residence: asked.residence,
      urgent_rank: asked.urgency === 'none' ? 1 : 0,
      priority_rank: asked.priorityReasons.length === 0 ? 1 : 0,
      query_code_hash: queryCodeHash,
    };
    await applicationsTable(trx).insert(application);
    await applicationVisitorsTable(trx).insert(
      visitors.map(({ person, relationship, organisation, exceptionReason }, index) => ({
        application_id: application.id,
        visitor_id: person.id,
        position: index + 1,
        relationship,
        organisation,
        exception_reason: exceptionReason,
      })),
    );
    const kept = await keepDecision(trx, {
      subject: { kind: 'application', id },
      step: 'submit',
      at: now,
      facts: submission,
      rules,
      answer: decision,
    });
    await addNotices(trx, foundation, {
      kind: 'application_received',
      to: 'applicant',
      prisonId,
      applicationId: application.id,
      facts: {},
    });
    if (asked.draftId !== undefined && entrant.kind === 'staff') {
      await deleteDraft(trx, { id: asked.draftId, staffId: entrant.id });
    }
    await ledger.append(trx, {
      bookId: prisonId,
      kind: 'application_submitted',
      actor: actorOf(entrant),
      subjects: subjectsOf(sealing, { application, prisoner, visitors }),
      facts: {
        applicationNumber: application.number,
        applicationKind: application.kind,
        origin: application.origin,
        language: application.language,
        grade,
        category,
        visitors: visitors.map(({ person, relationship, exceptionReason }) => ({
          id: person.id,
          relationship,
          ...(exceptionReason === '' ? {} : { exception: true }),
        })),
        residence: application.residence,
        urgency: application.urgency,
        priorityReasons: [...asked.priorityReasons],
        dueAt: application.due_at,
        ...kept,
      },
      rules: rules.used(),
    });
    return { id, queryCode };
  });
}

/** What the decision depends on, of what somebody typed. */
function factsOf(asked: NewApplication, category: Category, today: string): ApplicationFacts {
  const { kind, residence, language, interpreter } = asked;
  const visitors = asked.visitors.map(({ idNumber, relationship, exceptionReason }) => ({
    idNumberMasked: maskIdNumber(idNumber),
    bornOn: readIdNumber(idNumber)?.bornOn ?? '',
    relationship,
    exceptionAsked: exceptionReason !== '',
  }));
  return { kind, category, residence, language, interpreter, visitors, today };
}

/** The number of an application by which the same applicant waits for an answer about the same prisoner already. */
async function findWaiting(
  trx: Knex.Transaction,
  prisonerId: string,
  applicantId: string | undefined,
): Promise<string | undefined> {
  const existing = await applicationsTable(trx)
    .join('application_visitors', 'application_visitors.application_id', 'applications.id')
    .where({ prisoner_id: prisonerId, visitor_id: applicantId ?? '', position: 1 })
    .whereIn('state', [...openStates])
    .first('number');
  return existing?.number;
}
