import type { Knex } from 'knex';
import type { Text } from '../edge/index.ts';

type NamedRow = { id: string; name_zh: string; name_en: string };

/** What wards and prisons are called. */
export type PlaceNames = {
  ward(id: string): { id: string; name: Text };
  prison(id: string): { id: string; name: Text };
  prisonsBut(id: string): { id: string; name: Text }[];
};

export async function loadPlaceNames(db: Knex): Promise<PlaceNames> {
  const prisons: NamedRow[] = await db('prisons').orderBy('id').select('id', 'name_zh', 'name_en');
  const wards: NamedRow[] = await db('wards').select('id', 'name_zh', 'name_en');
  const finder = (rows: readonly NamedRow[]) => {
    const byId = new Map(rows.map((row) => [row.id, named(row)]));
    return (id: string) => byId.get(id) ?? { id, name: { zh: id, en: id } };
  };
  return {
    ward: finder(wards),
    prison: finder(prisons),
    prisonsBut: (id) => prisons.filter((prison) => prison.id !== id).map(named),
  };
}

const named = ({ id, name_zh: zh, name_en: en }: NamedRow) => ({ id, name: { zh, en } });
