import type { Knex } from 'knex';
import type { Attitude, SixMust } from './schema.ts';

/** Never changed: a correction is another row that names the one it corrects. */
export type RecordRow = {
  id: string;
  visit_id: string;
  application_id: string;
  prison_id: string;
  /** The visit, of a first record; null of a correction. Unique: a visit has one first record. */
  first_of_visit_id: string | null;
  /** Unique: a record is corrected once, and the correction after that. */
  corrects_id: string | null;
  topics: string;
  /** Codes with commas between them. */
  six_musts: string;
  attitude: Attitude;
  follow_up: string;
  sha256: string;
  written_by: string;
  written_at: string;
};

export type WrittenRecord = RecordRow & { writer: string };

export const recordsTable = (db: Knex) => db<RecordRow>('assistance_records');

export function sixMustsOf({ six_musts: codes }: RecordRow): SixMust[] {
  return codes === '' ? [] : (codes.split(',') as SixMust[]);
}

/** Whatever was written about a session: the first record first, and each correction after what it corrects. */
export async function recordsOf(db: Knex, visitId: string): Promise<WrittenRecord[]> {
  const rows: WrittenRecord[] = await db('assistance_records')
    .join('staff', 'staff.id', 'assistance_records.written_by')
    .where({ visit_id: visitId })
    .select('assistance_records.*', { writer: 'staff.display_name' });
  const inOrder: WrittenRecord[] = [];
  for (let next = rows.find((row) => row.corrects_id === null); next !== undefined; ) {
    const { id } = next;
    inOrder.push(next);
    next = rows.find((row) => row.corrects_id === id);
  }
  return inOrder;
}
