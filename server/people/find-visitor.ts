import type { Knex } from 'knex';
import type { Sealing } from '../secrets/index.ts';
import { idNumberIndex } from './sealed-visitor.ts';
import { type VisitorRow, visitorsTable } from './tables.ts';

/** The visitor with this identity number, if known from before. */
export async function findVisitorByIdNumber(
  db: Knex,
  sealing: Sealing,
  idNumber: string,
): Promise<VisitorRow | undefined> {
  return visitorsTable(db)
    .where({ id_number_index: idNumberIndex(sealing, idNumber) })
    .first();
}
