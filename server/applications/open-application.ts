import type { Knex } from 'knex';
import type { DateTime } from 'luxon';
import { dayOf } from '../clock.ts';
import { awayOn, type Custody, custodyOf } from '../custody/index.ts';
import { edgeRefusals, type StaffPrincipal, worksWith } from '../edge/index.ts';
import type { LedgerSubject } from '../ledger/index.ts';
import {
  loadPrisoner,
  loadVisitors,
  type PrisonerRow,
  prisonerSubject,
  type VisitorRow,
  visitorSubject,
} from '../people/index.ts';
import type { RelationshipCode } from '../people/schema.ts';
import { holdingOn, relationshipsBetween, type VerifiedRelationshipRow } from '../relationships/index.ts';
import type { ReviewFacts } from '../reviews/index.ts';
import { loadRules, type Rules } from '../rules/index.ts';
import type { Sealing } from '../secrets/index.ts';
import { barsOf, holdingAt, type VisitorBar } from '../suspensions/index.ts';
import { exceptionsOf } from './condition-facts.ts';
import { allMissingDocuments, type VisitorToProve } from './missing-documents.ts';
import {
  type ApplicationRow,
  applicationsTable,
  type DocumentRow,
  documentsTable,
  visitorsOfApplications,
} from './tables.ts';

export type ApplicationVisitor = {
  person: VisitorRow;
  relationship: RelationshipCode;
  organisation: string;
  /** Why somebody who is no near relative should be allowed; empty where no exception is asked for. */
  exceptionReason: string;
};

/** An application with all that belongs to it. */
export type OpenedApplication = {
  application: ApplicationRow;
  prisoner: PrisonerRow;
  /** The applicant first. */
  visitors: ApplicationVisitor[];
  documents: DocumentRow[];
  /** Every suspension of a visitor that was approved and not lifted, whenever it is. */
  suspensions: VisitorBar[];
  /** Where its prisoner is, and what bars visits. */
  custody: Custody;
  /** Whatever was verified between its visitors and its prisoner. */
  verified: VerifiedRelationshipRow[];
};

/**
 * Opens an application for somebody who may see it; with `forUpdate`, nobody else changes it until the transaction
 * ends. To another prison it does not exist. @throws Refusal
 */
export async function openApplication(
  db: Knex,
  principal: Pick<StaffPrincipal, 'prisonId'>,
  id: string,
  { forUpdate = false } = {},
): Promise<OpenedApplication> {
  const query = applicationsTable(db).where({ id });
  const application = await (forUpdate ? query.forUpdate() : query).first();
  if (application === undefined || !worksWith(principal, application.prison_id)) {
    throw edgeRefusals.not_found();
  }
  const prisoner = await loadPrisoner(db, application.prisoner_id);
  if (prisoner === undefined) throw new Error(`application ${id} has no prisoner`);
  const documents = await documentsTable(db).where({ application_id: id }).orderBy(['uploaded_at', 'id']);
  const visitors = await visitorsOf(db, id);
  const visitorIds = visitors.map(({ person }) => person.id);
  const suspensions = await barsOf(db, visitorIds);
  const custody = await custodyOf(db, prisoner.id);
  const verified = await relationshipsBetween(db, prisoner.id, visitorIds);
  return { application, prisoner, visitors, documents, suspensions, custody, verified };
}

async function visitorsOf(db: Knex, applicationId: string): Promise<ApplicationVisitor[]> {
  const rows = await visitorsOfApplications(db, [applicationId]);
  const people = await loadVisitors(
    db,
    rows.map((row) => row.visitor_id),
  );
  return rows.flatMap((row) => {
    const { visitor_id: visitorId, relationship, organisation, exception_reason: exceptionReason } = row;
    const person = people.get(visitorId);
    return person === undefined ? [] : [{ person, relationship, organisation, exceptionReason }];
  });
}

/** Everybody whom a ledger entry about this application names. */
export function subjectsOf(
  sealing: Sealing,
  { application, prisoner, visitors }: Pick<OpenedApplication, 'application' | 'prisoner' | 'visitors'>,
): LedgerSubject[] {
  return [
    { kind: 'application', id: application.id },
    prisonerSubject(prisoner),
    ...visitors.map(({ person }) => visitorSubject(sealing, person)),
  ];
}

/** The rules by which this application is decided at a moment. */
export function rulesFor(
  db: Knex,
  { application, prisoner }: OpenedApplication,
  at: DateTime,
): Promise<Rules> {
  const { grade, category } = prisoner;
  return loadRules(db, { at, prisonId: application.prison_id, grade, category });
}

/** The visitors with what their papers have to prove on a day. */
export function visitorsToProve(
  { visitors, verified }: Pick<OpenedApplication, 'visitors' | 'verified'>,
  today: string,
): VisitorToProve[] {
  return visitors.map(({ person, relationship, organisation }) => ({
    id: person.id,
    name: person.name,
    bornOn: person.born_on,
    relationship,
    verified: holdingOn(verified, { visitorId: person.id, relationship, organisation }, today) !== undefined,
  }));
}

/** What a review of this application depends on. */
export function reviewFactsOf(opened: OpenedApplication, now: DateTime, rules: Rules): ReviewFacts {
  const { application, prisoner, documents, suspensions, custody } = opened;
  const { urgency } = application;
  const today = dayOf(now);
  return {
    state: application.state,
    createdBy: application.created_by,
    handedInBy: documents.flatMap((document) => document.uploaded_by ?? []),
    fourEyesDistrict: rules.get('four_eyes_district'),
    exceptionsProposedBy: exceptionsOf(opened).flatMap(() => application.created_by ?? []),
    answered: application.answered_at !== null,
    category: prisoner.category,
    missingDocuments: allMissingDocuments(visitorsToProve(opened, today), documents, { urgency, today }),
    suspensions: holdingAt(suspensions, now),
    away: awayOn(custody, { prisonId: application.prison_id, day: today }),
  };
}

/** The same, by the rules of that moment. */
export async function loadReviewFacts(
  db: Knex,
  opened: OpenedApplication,
  now: DateTime,
): Promise<ReviewFacts> {
  return reviewFactsOf(opened, now, await rulesFor(db, opened, now));
}
