import type { Knex } from 'knex';
import { findVisitorByIdNumber } from '../people/index.ts';
import type { Sealing } from '../secrets/index.ts';
import type { RelationshipLookup } from './schema.ts';
import { isSameClaim, standingOn } from './standing.ts';
import { relationshipsBetween } from './tables.ts';

/** What was verified before between the holder of an identity number and a prisoner: how each relationship stands today. */
export async function lookUpRelationships(
  { db, sealing }: { db: Knex; sealing: Sealing },
  { idNumber, prisonerId }: { idNumber: string; prisonerId: string },
  today: string,
): Promise<RelationshipLookup> {
  const visitor = await findVisitorByIdNumber(db, sealing, idNumber);
  if (visitor === undefined) return [];
  const rows = await relationshipsBetween(db, prisonerId, [visitor.id]);
  const latest = rows.filter((row) => row === rows.filter((other) => isSameClaim(row, other)).at(-1));
  return latest.flatMap((row) => {
    const standing = standingOn(row, rows, today);
    if (standing === 'superseded') return [];
    const { relationship, organisation, revalidate_on: revalidateOn } = row;
    return [{ relationship, organisation, standing, revalidateOn }];
  });
}
