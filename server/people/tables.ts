import type { Knex } from 'knex';
import type { CustodyState } from '../custody/codes.ts';
import type { Category, Grade } from './schema.ts';

export type PrisonerRow = {
  id: string;
  prison_id: string;
  ward_id: string;
  number: string;
  name: string;
  grade: Grade;
  category: Category;
  salt: string;
  custody_state: CustodyState;
  /** The first day on which it is so; null while held. */
  custody_since: string | null;
  /** Grows with each change. */
  version: number;
};

export type VisitorRow = {
  id: string;
  name: string;
  id_number_sealed: string;
  id_number_index: string;
  id_number_masked: string;
  born_on: string;
  phone_sealed: string;
  salt: string;
  created_at: string;
};

export const prisonersTable = (db: Knex) => db<PrisonerRow>('prisoners');
export const visitorsTable = (db: Knex) => db<VisitorRow>('visitors');

/** With `forUpdate`, whatever is decided for this prisoner waits for the transaction to end. */
export async function loadPrisoner(
  db: Knex,
  id: string,
  { forUpdate = false } = {},
): Promise<PrisonerRow | undefined> {
  const query = prisonersTable(db).where({ id });
  return (forUpdate ? query.forUpdate() : query).first();
}

export async function loadPrisoners(db: Knex, ids: readonly string[]): Promise<Map<string, PrisonerRow>> {
  const rows = await prisonersTable(db).whereIn('id', [...new Set(ids)]);
  return new Map(rows.map((row) => [row.id, row]));
}

export async function loadVisitors(db: Knex, ids: readonly string[]): Promise<Map<string, VisitorRow>> {
  const rows = await visitorsTable(db).whereIn('id', [...new Set(ids)]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Whatever is decided for these visitors waits for the transaction to end. One order for all, so that none wait in a circle. */
export async function lockVisitors(trx: Knex.Transaction, ids: readonly string[]): Promise<void> {
  await visitorsTable(trx)
    .whereIn('id', [...new Set(ids)])
    .orderBy('id')
    .forUpdate()
    .select('id');
}

/** A pattern for `like … escape '!'` that finds texts which begin with what somebody typed. */
export function beginningWith(typed: string): string {
  return `${typed.replace(/[!%_]/g, '!$&')}%`;
}

/** Prisoners whose number or name begins with what was typed; of one prison, if it is given. */
export async function findPrisoners(
  db: Knex,
  { search, prisonId, limit }: { search: string; prisonId?: string | undefined; limit: number },
): Promise<PrisonerRow[]> {
  const pattern = beginningWith(search);
  const query = prisonersTable(db)
    .where((either) =>
      either.whereRaw("number like ? escape '!'", [pattern]).orWhereRaw("name like ? escape '!'", [pattern]),
    )
    .orderBy('number')
    .orderBy('id')
    .limit(limit);
  return prisonId === undefined ? query : query.where({ prison_id: prisonId });
}

/** Ids of visitors whose name begins with what was typed. */
export async function findVisitorIds(db: Knex, search: string, limit: number): Promise<string[]> {
  return visitorsTable(db)
    .whereRaw("name like ? escape '!'", [beginningWith(search)])
    .orderBy('id')
    .limit(limit)
    .pluck('id');
}
