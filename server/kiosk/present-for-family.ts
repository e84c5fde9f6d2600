import {
  decideAction,
  loadReviewFacts,
  missingOf,
  refusalToWithdraw,
  standingOf,
  visitorsToProve,
} from '../applications/index.ts';
import { hasLiveBooking } from '../bookings/index.ts';
import { dayOf, fromStoredTime, isoNow, toStoredTime } from '../clock.ts';
import {
  edgeRefusals,
  type Language,
  type Refusal,
  type RelativePrincipal,
  toAllowedAction,
} from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { isMinor, maskName } from '../people/index.ts';
import { loadDecisions, loadVisitTerms, presentDecision } from '../reviews/index.ts';
import { loadRules } from '../rules/index.ts';
import { decideAskAgain } from './decide-ask-again.ts';
import { type FamilyCase, openForFamily } from './open-for-family.ts';
import type { FamilyApplication } from './schema.ts';

/** An application for the screen of one of its visitors. @throws Refusal */
export async function presentForFamily(
  foundation: Foundation,
  relative: RelativePrincipal,
  applicationId: string,
  language: Language,
): Promise<FamilyApplication> {
  const { db, clock } = foundation;
  const now = clock.now();
  const opened = await openForFamily(foundation, relative, applicationId);
  const { application: row, prisoner, documents } = opened;
  const terms = (await loadVisitTerms(db, [row.id])).get(row.id);
  const prison = await db('prisons').where({ id: row.prison_id }).first();
  const { waitsFor, dueAt, overdue } = standingOf(row, isoNow(clock));
  const facts = {
    ...(await loadReviewFacts(db, opened, now)),
    hasLiveBooking: await hasLiveBooking(db, row.id),
  };
  const may = (action: 'addDocument' | 'resubmit' | 'withdraw', also?: Refusal) =>
    toAllowedAction(decideAction(action, facts, relative) ?? also, language);
  if (terms === undefined) throw edgeRefusals.not_found();
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    state: row.state,
    urgency: row.urgency,
    prison: { zh: prison.name_zh, en: prison.name_en },
    prisonerName: maskName(prisoner.name),
    createdAt: row.created_at,
    version: row.version,
    waitsFor,
    dueAt,
    overdue,
    visitors: presentVisitors(opened, relative, dayOf(now), language),
    documents: documents.map(({ id, visitor_id: visitorId, kind, uploaded_at: uploadedAt }) => ({
      id,
      visitorId,
      kind,
      uploadedAt,
    })),
    decisions: await decisionsForFamily(foundation, row.id, language),
    terms,
    visit: await presentVisit(foundation, opened),
    actions: {
      addDocument: may('addDocument'),
      resubmit: may('resubmit'),
      withdraw: may('withdraw', refusalToWithdraw(relative, opened)),
      askAgain: toAllowedAction(decideAskAgain(opened.askAgain), language),
    },
  };
}

function presentVisitors(
  opened: FamilyCase,
  relative: RelativePrincipal,
  today: string,
  language: Language,
): FamilyApplication['visitors'] {
  const { urgency } = opened.application;
  return visitorsToProve(opened, today).map((visitor, index) => {
    const own = visitor.id === relative.id;
    const missing = missingOf(visitor, index, opened.documents, { urgency, today });
    return {
      id: visitor.id,
      name: own ? visitor.name : maskName(visitor.name),
      own,
      minor: isMinor(visitor.bornOn, today),
      relationship: visitor.relationship,
      missingDocuments: missing.map((text) => text[language]),
    };
  });
}

/** What the district writes to the prison when it forwards is not for the family. */
async function decisionsForFamily(
  { db }: Foundation,
  applicationId: string,
  language: Language,
): Promise<FamilyApplication['decisions']> {
  const rows = await loadDecisions(db, applicationId);
  return rows.map((row) => {
    const { body, decision, reason, note, decidedAt } = presentDecision(row, '', language);
    return { body, decision, reason, note: decision === 'forward' ? '' : note, decidedAt };
  });
}

async function presentVisit(
  { db }: Foundation,
  { visit, prisoner }: FamilyCase,
): Promise<FamilyApplication['visit']> {
  if (visit === undefined) return null;
  const { number, state, startsAt, endsAt, visitRoom, stepFree, cancelReason, prisonId } = visit;
  const starts = fromStoredTime(startsAt);
  const { grade, category } = prisoner;
  const rules = await loadRules(db, { at: starts, prisonId, grade, category });
  const arriveBy = toStoredTime(starts.minus({ minutes: rules.get('early_start_minutes') }));
  return { number, state, startsAt, endsAt, arriveBy, visitRoom, stepFree, cancelReason };
}
