import type { RelationshipCode } from '../people/schema.ts';
import type { VerifiedRelationshipRow } from './tables.ts';

/** What is claimed: who the visitor is to the prisoner, and for whom he comes. */
export type ClaimedRelationship = { visitorId: string; relationship: RelationshipCode; organisation: string };

/** The rows about what is claimed, the latest last. */
function rowsAbout(
  rows: readonly VerifiedRelationshipRow[],
  { visitorId, relationship, organisation }: ClaimedRelationship,
): VerifiedRelationshipRow[] {
  return rows.filter(
    (row) =>
      row.visitor_id === visitorId && row.relationship === relationship && row.organisation === organisation,
  );
}

/**
 * What was verified of the claim and holds on a day: not ended, and before its re-check date (rule 4b). The one that holds
 * longest. Rows are of one prisoner.
 */
export function holdingOn(
  rows: readonly VerifiedRelationshipRow[],
  claimed: ClaimedRelationship,
  day: string,
): VerifiedRelationshipRow | undefined {
  return rowsAbout(rows, claimed)
    .filter((row) => row.ended_at === null && day < row.revalidate_on)
    .sort((one, other) => (one.revalidate_on < other.revalidate_on ? 1 : -1))[0];
}

/** The end of the claimed relationship, if the latest that is known of it is that it ended. */
export function endOf(
  rows: readonly VerifiedRelationshipRow[],
  claimed: ClaimedRelationship,
): VerifiedRelationshipRow | undefined {
  const latest = rowsAbout(rows, claimed).at(-1);
  return latest !== undefined && latest.ended_at !== null ? latest : undefined;
}
