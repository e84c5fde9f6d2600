import type { Knex } from 'knex';
import type { DateTime } from 'luxon';
import { dayOf } from '../clock.ts';
import type { JsonObject } from '../ledger/index.ts';
import { lockVisitors } from '../people/index.ts';
import { recordVerified, relationshipsBetween } from '../relationships/index.ts';
import { missingForApproval } from '../reviews/index.ts';
import type { Rules } from '../rules/index.ts';
import { allMissingDocuments, missingProofs } from './missing-documents.ts';
import { type OpenedApplication, visitorsToProve } from './open-application.ts';

/**
 * The prison approves: each relationship whose proofs are on file is verified until its re-check date (rule 4b). One that
 * was verified before, and of which nothing new is on file, keeps its date. In the transaction of the approval.
 * @returns what the ledger says of it @throws Refusal where a relationship was relied on that has ended or run out meanwhile
 */
export async function verifyRelationships(
  trx: Knex.Transaction,
  opened: OpenedApplication,
  { now, rules }: { now: DateTime; rules: Rules },
): Promise<JsonObject[]> {
  const { application, prisoner, visitors, documents } = opened;
  const visitorIds = visitors.map(({ person }) => person.id);
  // Somebody may be marking one of them as ended at this moment.
  await lockVisitors(trx, visitorIds);
  const verified = await relationshipsBetween(trx, prisoner.id, visitorIds);
  const today = dayOf(now);
  const toProve = visitorsToProve({ visitors, verified }, today);
  const missing = allMissingDocuments(toProve, documents, { urgency: application.urgency, today });
  if (missing.length > 0) throw missingForApproval(missing);

  const proved = visitors.filter(({ person, relationship }) => {
    const papers = documents.filter(({ visitor_id: visitorId }) => visitorId === person.id);
    return missingProofs(relationship, papers).length === 0;
  });
  const rows = await recordVerified(trx, {
    prisonerId: prisoner.id,
    claims: proved.map(({ person, relationship, organisation }) => ({
      visitorId: person.id,
      relationship,
      organisation,
    })),
    applicationId: application.id,
    at: now,
    months: rules.get('relationship_revalidate_months'),
  });
  return rows.map((row) => ({
    visitorId: row.visitor_id,
    relationship: row.relationship,
    revalidateOn: row.revalidate_on,
  }));
}
