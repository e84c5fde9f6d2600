import type { Knex } from 'knex';
import type { RelationshipCode } from '../people/schema.ts';
import type { RelationshipEndReason } from './schema.ts';

/** That a prison saw the proofs of a relationship. Of a row, nothing but its end is written later. */
export type VerifiedRelationshipRow = {
  id: string;
  visitor_id: string;
  prisoner_id: string;
  relationship: RelationshipCode;
  /** For whom the visitor comes; empty for most. */
  organisation: string;
  verified_at: string;
  verified_by_application_id: string;
  /** From this day on the proofs are asked for again. */
  revalidate_on: string;
  ended_at: string | null;
  ended_by: string | null;
  end_reason_code: RelationshipEndReason | null;
  end_note: string;
};

export const relationshipsTable = (db: Knex) => db<VerifiedRelationshipRow>('verified_relationships');

/** Everything that was ever verified of these visitors, whose relatives they are said to be; the latest last. */
export function relationshipsOf(db: Knex, visitorIds: readonly string[]): Promise<VerifiedRelationshipRow[]> {
  return relationshipsTable(db)
    .whereIn('visitor_id', [...new Set(visitorIds)])
    .orderBy(['verified_at', 'id']);
}

/** Everything that was ever verified between these visitors and a prisoner, the latest last. */
export function relationshipsBetween(
  db: Knex,
  prisonerId: string,
  visitorIds: readonly string[],
): Promise<VerifiedRelationshipRow[]> {
  return relationshipsTable(db)
    .where({ prisoner_id: prisonerId })
    .whereIn('visitor_id', [...new Set(visitorIds)])
    .orderBy(['verified_at', 'id']);
}
