import { staffNames } from '../accounts/index.ts';
import { dayOf, isoNow } from '../clock.ts';
import { custodyAgainst, reasonTextOf } from '../custody/index.ts';
import {
  type AllowedAction,
  edgeRefusals,
  type Language,
  type Role,
  type StaffPrincipal,
  toAllowedAction,
} from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { isMinor, maskName, maskPhone, phoneOf } from '../people/index.ts';
import { endOf, holdingOn } from '../relationships/index.ts';
import {
  loadDecisions,
  loadReviewDraft,
  loadVisitTerms,
  presentDecision,
  termsReadBy,
} from '../reviews/index.ts';
import { applicationRulesOf } from './application-rules.ts';
import { sayWarnings, warningsOf } from './application-warnings.ts';
import { type HasLiveBooking, noLiveBooking } from './change-application.ts';
import { type ActionFacts, decideAction, decideRemoval } from './decide-action.ts';
import { factsOfApplication } from './facts-of-application.ts';
import { missingOf } from './missing-documents.ts';
import { type OpenedApplication, openApplication, reviewFactsOf, rulesFor } from './open-application.ts';
import { presentDocument } from './present-document.ts';
import { summariesOf } from './present-summary.ts';
import { type Application, type ApplicationActionName, applicationActionNames } from './schema.ts';
import type { ApplicationRow } from './tables.ts';

/** Whoever works on the case has to know whom it is about; others see what tells cases apart. */
const rolesOfTheCase: readonly Role[] = ['district_officer', 'district_supervisor', 'prison_approver'];

/** An application for the screen of one person: what is in it, and what that person may do now. @throws Refusal */
export async function presentApplication(
  { db, clock, sealing }: Foundation,
  principal: StaffPrincipal,
  id: string,
  language: Language,
  hasLiveBooking: HasLiveBooking = noLiveBooking,
): Promise<Application> {
  const opened = await openApplication(db, principal, id);
  const { application: row, prisoner, visitors, documents } = opened;
  const now = clock.now();
  const today = dayOf(now);
  const [summary] = await summariesOf(db, [row], { now: isoNow(clock), language, staffId: principal.id });
  if (summary === undefined) throw edgeRefusals.not_found();
  const inForce = await rulesFor(db, opened, now);
  const rules = applicationRulesOf(inForce);
  const relationshipEnded = visitors.some(
    ({ person, relationship, organisation }) =>
      endOf(opened.verified, { visitorId: person.id, relationship, organisation }) !== undefined,
  );
  const decisions = await loadDecisions(db, id);
  const terms = (await loadVisitTerms(db, [id])).get(id);
  if (terms === undefined) throw edgeRefusals.not_found();
  const facts: ActionFacts = {
    ...reviewFactsOf(opened, now, inForce),
    hasLiveBooking: await hasLiveBooking(db, id),
  };
  const enteredBy = [row.created_by, ...documents.map((document) => document.uploaded_by)];
  const names = await staffNames(db, [
    ...enteredBy,
    row.answered_by,
    ...decisions.map((decision) => decision.decided_by),
  ]);
  const nameOf = (staffId: string) => names.get(staffId) ?? '';
  const entrantName = (staffId: string | null, visitorId: string | null) =>
    staffId === null
      ? personName(visitors.find(({ person }) => person.id === visitorId)?.person.name ?? '')
      : nameOf(staffId);
  const personName = rolesOfTheCase.includes(principal.role) ? (name: string) => name : maskName;

  return {
    ...summary,
    prisoner: {
      ...summary.prisoner,
      name: principal.prisonId === null ? personName(prisoner.name) : prisoner.name,
    },
    visitors: visitors.map(({ person, relationship, organisation, exceptionReason }, index) => {
      const { id: visitorId, name, born_on: bornOn } = person;
      const claimed = { visitorId, relationship, organisation };
      const holding = holdingOn(opened.verified, claimed, today);
      const toProve = { id: visitorId, name, bornOn, relationship, verified: holding !== undefined };
      const missing = missingOf(toProve, index, documents, { urgency: row.urgency, today });
      return {
        id: visitorId,
        name: personName(name),
        idNumberMasked: person.id_number_masked,
        phoneMasked: maskPhone(phoneOf(sealing, person)),
        relationship,
        organisation,
        exceptionReason,
        verified: holding ? { revalidateOn: holding.revalidate_on } : null,
        minor: isMinor(bornOn, today),
        missingDocuments: missing.map((text) => text[language]),
      };
    }),
    interpreter: personName(row.interpreter),
    terms: termsReadBy(terms, personName),
    wishes: row.wishes,
    residence: row.residence,
    urgencyReason: row.urgency_reason,
    createdBy: entrantName(row.created_by, row.created_by_visitor_id),
    documents: documents.map((document) => ({
      ...presentDocument(document, entrantName(document.uploaded_by, document.uploaded_by_visitor_id)),
      remove: toAllowedAction(
        decideRemoval(
          { ...facts, uploadedAt: document.uploaded_at, lastDecisionAt: decisions.at(-1)?.decided_at },
          principal,
        ),
        language,
      ),
    })),
    draft: await loadReviewDraft(db, sealing, { staffId: principal.id, applicationId: id }),
    answer: answerOf(row, nameOf),
    decisions: decisions.map((decision) => presentDecision(decision, nameOf(decision.decided_by), language)),
    warnings: [
      ...sayWarnings(warningsOf(factsOfApplication(opened, today), rules, { relationshipEnded }), language),
      ...warningOfCustody(opened, { today, language }),
    ],
    actions: Object.fromEntries(
      applicationActionNames.map((action) => [
        action,
        toAllowedAction(decideAction(action, facts, principal), language),
      ]),
    ) as Record<ApplicationActionName, AllowedAction>,
  };
}

/** An application for somebody whom something bars is accepted; whoever works on it has to know until when. */
function warningOfCustody(
  { application, custody }: Pick<OpenedApplication, 'application' | 'custody'>,
  { today, language }: { today: string; language: Language },
): Application['warnings'] {
  const reason = custodyAgainst(custody, { prisonId: application.prison_id, day: today });
  return reason ? [{ code: reason.code, text: reasonTextOf(reason)[language] }] : [];
}

function answerOf(
  { answered_at: at, answered_by: by, answer_channel: channel, due_at: dueAt }: ApplicationRow,
  nameOf: (staffId: string) => string,
): Application['answer'] {
  if (at === null || channel === null) return null;
  return { at, by: nameOf(by ?? ''), channel, late: dueAt !== null && at > dueAt };
}
