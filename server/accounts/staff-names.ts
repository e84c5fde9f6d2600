import type { Knex } from 'knex';

/** What the staff with these ids are called; null is what nobody has done yet. */
export async function staffNames(db: Knex, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const rows: { id: string; display_name: string }[] = await db('staff')
    .whereIn('id', [...new Set(ids.filter((id) => id !== null))])
    .select('id', 'display_name');
  return new Map(rows.map((row) => [row.id, row.display_name]));
}
