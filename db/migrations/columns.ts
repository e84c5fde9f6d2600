import type { Knex } from 'knex';
import { dialectOf } from '../dialect.ts';

/**
 * Creates a table that compares text byte by byte on every database, so that the same query gives the same answer.
 */
export async function createTable(
  db: Knex,
  name: string,
  columns: (table: Knex.CreateTableBuilder) => void,
): Promise<void> {
  const collation = dialectOf(db) === 'mysql' ? await byteByByte(db) : undefined;
  await db.schema.createTable(name, (table) => {
    if (collation !== undefined) {
      table.charset('utf8mb4');
      table.collate(collation);
      table.engine('InnoDB');
    }
    columns(table);
  });
}

/** Called one thing by MariaDB and another by MySQL. Not utf8mb4_bin, to which `room` and `room ` are the same. */
async function byteByByte(db: Knex): Promise<string> {
  const known = await db('information_schema.collations')
    .whereIn('collation_name', ['utf8mb4_nopad_bin', 'utf8mb4_0900_bin'])
    .orderBy('collation_name', 'desc')
    .first({ name: 'collation_name' });
  if (known === undefined)
    throw new Error('The database knows no collation that compares utf8mb4 byte by byte.');
  return known.name;
}

/** An identifier: a UUID, or the code of a prison. */
export const id = (table: Knex.CreateTableBuilder, column: string) => table.string(column, 36);

/** A word of a closed list. */
export const code = (table: Knex.CreateTableBuilder, column: string) => table.string(column, 48);

/** A moment: `2026-11-24T05:37:07.000Z`. */
export const moment = (table: Knex.CreateTableBuilder, column: string) => table.string(column, 24);

/** A calendar date of Asia/Shanghai: `2026-11-24`. */
export const date = (table: Knex.CreateTableBuilder, column: string) => table.string(column, 10);

/** SHA-256 in hexadecimal. */
export const hash = (table: Knex.CreateTableBuilder, column: string) => table.string(column, 64);
