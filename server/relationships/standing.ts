import { edgeRefusals, type Refusal, type Role } from '../edge/index.ts';
import { relationshipRefusals } from './refusals.ts';
import type { RelationshipStanding } from './schema.ts';
import type { VerifiedRelationshipRow } from './tables.ts';

/** Those who look after the papers of a case. */
export const enders = [
  'district_officer',
  'district_supervisor',
  'prison_approver',
] as const satisfies Role[];

/** Whether two rows are about one relationship: the same two people, the same relation, for the same organisation. */
export function isSameClaim(one: VerifiedRelationshipRow, other: VerifiedRelationshipRow): boolean {
  return (
    one.visitor_id === other.visitor_id &&
    one.prisoner_id === other.prisoner_id &&
    one.relationship === other.relationship &&
    one.organisation === other.organisation
  );
}

/** How a verified relationship stands on a day, among all rows about it, the latest last. */
export function standingOn(
  row: VerifiedRelationshipRow,
  rows: readonly VerifiedRelationshipRow[],
  day: string,
): RelationshipStanding {
  if (row.ended_at !== null) return 'ended';
  if (rows.filter((other) => isSameClaim(row, other)).at(-1)?.id !== row.id) return 'superseded';
  return day < row.revalidate_on ? 'holds' : 'to_be_checked';
}

/** Why this person cannot mark a relationship as ended; undefined if they can. */
export function whyNotEnd(standing: RelationshipStanding, { role }: { role: Role }): Refusal | undefined {
  if (!enders.some((allowed) => allowed === role)) return edgeRefusals.not_permitted();
  if (standing === 'ended') return relationshipRefusals.relationship_ended_already();
  if (standing === 'superseded') return relationshipRefusals.relationship_superseded();
  return undefined;
}
