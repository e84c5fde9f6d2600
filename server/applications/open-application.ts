import type { Knex } from 'knex';
import type { DateTime } from 'luxon';
import { peopleZone } from '../clock.ts';
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
import type { ReviewFacts } from '../reviews/index.ts';
import type { Sealing } from '../secrets/index.ts';
import { barsOf, holdingAt, type VisitorBar } from '../suspensions/index.ts';
import { allMissingDocuments } from './missing-documents.ts';
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
  const suspensions = await barsOf(
    db,
    visitors.map(({ person }) => person.id),
  );
  return { application, prisoner, visitors, documents, suspensions };
}

async function visitorsOf(db: Knex, applicationId: string): Promise<ApplicationVisitor[]> {
  const rows = await visitorsOfApplications(db, [applicationId]);
  const people = await loadVisitors(
    db,
    rows.map((row) => row.visitor_id),
  );
  return rows.flatMap(({ visitor_id: visitorId, relationship, organisation }) => {
    const person = people.get(visitorId);
    return person === undefined ? [] : [{ person, relationship, organisation }];
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

/** What a review of this application depends on. */
export function reviewFactsOf(opened: OpenedApplication, now: DateTime): ReviewFacts {
  const { application, prisoner, visitors, documents, suspensions } = opened;
  const toProve = visitors.map(({ person, relationship }) => ({
    id: person.id,
    name: person.name,
    bornOn: person.born_on,
    relationship,
  }));
  return {
    state: application.state,
    createdBy: application.created_by,
    category: prisoner.category,
    missingDocuments: allMissingDocuments(toProve, documents, dateOf(now)),
    suspensions: holdingAt(suspensions, now),
  };
}

/** The date on which a moment falls, in Asia/Shanghai. */
export function dateOf(moment: DateTime): string {
  return moment.setZone(peopleZone).toFormat('yyyy-MM-dd');
}
