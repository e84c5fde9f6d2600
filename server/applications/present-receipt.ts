import { staffNames } from '../accounts/index.ts';
import { loadOfficeDays } from '../calendar/index.ts';
import { dayOf, fromStoredTime } from '../clock.ts';
import { edgeRefusals, type StaffPrincipal } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { loadOfficeContact } from '../notices/index.ts';
import { personNameFor } from '../people/index.ts';
import { loadVisitTerms, termsReadBy } from '../reviews/index.ts';
import { dueAtIn } from './due-at.ts';
import { missingOf } from './missing-documents.ts';
import { type OpenedApplication, openApplication, rulesFor, visitorsToProve } from './open-application.ts';
import type { Receipt } from './receipt-schema.ts';
import { stepsAhead } from './receipt-steps.ts';
import { prisonNames } from './tables.ts';

/** The receipt of an application as it stands now. @throws Refusal */
export async function presentReceipt(
  foundation: Foundation,
  principal: StaffPrincipal,
  applicationId: string,
): Promise<Receipt> {
  const { db } = foundation;
  const opened = await openApplication(db, principal, applicationId);
  const { application: row, prisoner } = opened;
  const prison = (await prisonNames(db, [row.prison_id])).get(row.prison_id);
  if (prison === undefined) throw edgeRefusals.not_found();
  const terms = (await loadVisitTerms(db, [row.id])).get(row.id);
  const personName = personNameFor(principal.role);
  return {
    applicationId: row.id,
    number: row.number,
    kind: row.kind,
    urgency: row.urgency,
    createdAt: row.created_at,
    receivedBy: await receivedBy(foundation, opened, personName),
    selfService: row.created_by === null,
    prison,
    prisoner: { name: personName(prisoner.name), number: prisoner.number },
    visitors: presentVisitors(foundation, opened, personName),
    steps: await presentSteps(foundation, opened),
    terms: row.state === 'approved' && terms ? termsReadBy(terms, personName) : null,
    hasQueryCode: row.query_code_hash !== null,
    contact: (await loadOfficeContact(db)) ?? null,
  };
}

async function receivedBy(
  { db }: Foundation,
  { application, visitors }: OpenedApplication,
  personName: (name: string) => string,
): Promise<string> {
  const { created_by: staffId, created_by_visitor_id: visitorId } = application;
  if (staffId !== null) return (await staffNames(db, [staffId])).get(staffId) ?? '';
  return personName(visitors.find(({ person }) => person.id === visitorId)?.person.name ?? '');
}

function presentVisitors(
  { clock }: Foundation,
  opened: OpenedApplication,
  personName: (name: string) => string,
): Receipt['visitors'] {
  const { application, documents } = opened;
  const today = dayOf(clock.now());
  return visitorsToProve(opened, today).map((visitor, index) => ({
    id: visitor.id,
    name: personName(visitor.name),
    relationship: visitor.relationship,
    documents: documents.filter((each) => each.visitor_id === visitor.id).map(({ kind }) => kind),
    missing: missingOf(visitor, index, documents, { urgency: application.urgency, today }),
  }));
}

async function presentSteps({ db, clock }: Foundation, opened: OpenedApplication): Promise<Receipt['steps']> {
  const { state, due_at: dueAt, urgency } = opened.application;
  const rules = await rulesFor(db, opened, clock.now());
  const officeDays = await loadOfficeDays(db, clock.now());
  return stepsAhead({ state, dueAt }, (entered, from) =>
    dueAtIn(entered, fromStoredTime(from), rules, { urgency, officeDays }),
  );
}
