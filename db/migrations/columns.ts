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
  await db.schema.createTable(name, (table) => {
    if (dialectOf(db) === 'mysql') {
      table.charset('utf8mb4');
      table.collate('utf8mb4_bin');
      table.engine('InnoDB');
    }
    columns(table);
  });
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
