import type { Knex } from 'knex';
import { edgeRefusals } from '../edge/index.ts';
import { loadPrisoner } from '../people/index.ts';
import type { Category, Grade } from '../people/schema.ts';
import { loadVisitTerms, wrongState } from '../reviews/index.ts';
import type { ApplicationKind, ApplicationState, MobilityNeed, PriorityReason, Urgency } from './schema.ts';
import { applicationsTable, mobilityNeedsOf, priorityReasonsOf, visitorsOfApplications } from './tables.ts';

/** What a booking needs to know of the application that it is made on. */
export type ApprovedApplication = {
  id: string;
  number: string;
  kind: ApplicationKind;
  state: ApplicationState;
  prisonId: string;
  prisonerId: string;
  wardId: string;
  grade: Grade;
  category: Category;
  /** Fewer minutes than the rule gives, where the prison approved it so. */
  approvedMinutes: number | null;
  mobilityNeeds: MobilityNeed[];
  urgency: Urgency;
  priorityReasons: PriorityReason[];
  /** The applicant first. */
  visitorIds: string[];
  version: number;
};

/**
 * Loads an application that may be booked; with `forUpdate`, it cannot be withdrawn, nor what is known
 * of its prisoner be changed, before the transaction ends.
 * @throws Refusal when there is none, or when it is not approved
 */
export async function loadApprovedApplication(
  db: Knex,
  id: string,
  { forUpdate = false } = {},
): Promise<ApprovedApplication> {
  const query = applicationsTable(db).where({ id });
  const row = await (forUpdate ? query.forUpdate() : query).first();
  if (row === undefined) throw edgeRefusals.not_found();
  if (row.state !== 'approved') throw wrongState(row.state);
  const prisoner = await loadPrisoner(db, row.prisoner_id, { forUpdate });
  if (prisoner === undefined) throw new Error(`application ${id} has no prisoner`);
  const visitors = await visitorsOfApplications(db, [id]);
  const terms = await loadVisitTerms(db, [id]);
  return {
    id,
    number: row.number,
    kind: row.kind,
    state: row.state,
    prisonId: row.prison_id,
    prisonerId: row.prisoner_id,
    wardId: prisoner.ward_id,
    grade: prisoner.grade,
    category: prisoner.category,
    approvedMinutes: terms.get(id)?.durationMinutes ?? null,
    mobilityNeeds: mobilityNeedsOf(row),
    urgency: row.urgency,
    priorityReasons: priorityReasonsOf(row),
    visitorIds: visitors.map((visitor) => visitor.visitor_id),
    version: row.version,
  };
}
