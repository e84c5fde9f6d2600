import type { Knex } from 'knex';
import type { IdentityMethod } from './schema.ts';

type IdentityCheckRow = {
  visit_id: string;
  subject_kind: 'visitor' | 'prisoner';
  subject_id: string;
  /** A prisoner is compared with the file by the officer who stands there. */
  method: IdentityMethod | 'compared_with_file';
  checked_by: string;
  checked_at: string;
};
type UndertakingRow = {
  visit_id: string;
  visitor_id: string;
  text_version: string;
  signed_at: string;
  witnessed_by: string;
};

export const identityChecksTable = (db: Knex) => db<IdentityCheckRow>('identity_checks');
export const undertakingsTable = (db: Knex) => db<UndertakingRow>('undertakings');

export type IdentityCheck = IdentityCheckRow & { checked_by_name: string };

/** What has been done so far for a visit, with the names of those who did it. */
export async function loadChecks(
  db: Knex,
  visitId: string,
): Promise<{ identityChecks: IdentityCheck[]; undertakings: UndertakingRow[] }> {
  const identityChecks: IdentityCheck[] = await db('identity_checks')
    .join('staff', 'staff.id', 'identity_checks.checked_by')
    .where({ visit_id: visitId })
    .select('identity_checks.*', { checked_by_name: 'staff.display_name' });
  const undertakings = await undertakingsTable(db).where({ visit_id: visitId });
  return { identityChecks, undertakings };
}
