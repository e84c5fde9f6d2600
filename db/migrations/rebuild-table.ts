import type { Knex } from 'knex';

/**
 * SQLite takes no `not null` off a column and adds no constraint to a table: the table is made anew under its own name,
 * from its own definition with `change` in it, and gets its rows and indexes back. Rows of other tables that refer to
 * it stay as they are; whether each finds its row again is checked when the migration is committed.
 */
export async function rebuildTable(
  db: Knex,
  table: string,
  change: (definition: string) => string,
): Promise<void> {
  const schema = () => db('sqlite_master').where({ tbl_name: table });
  const [definition]: string[] = await schema().where({ type: 'table' }).pluck('sql');
  const indexes: string[] = await schema().where({ type: 'index' }).whereNotNull('sql').pluck('sql');
  const columns: string[] = (await db.raw(`pragma table_info(${table})`)).map(
    ({ name }: { name: string }) => name,
  );
  const list = columns.map((column) => `\`${column}\``).join(', ');
  await db.raw('pragma defer_foreign_keys = on');
  await db.raw(`create table rows_kept as select ${list} from ${table}`);
  await db.schema.dropTable(table);
  await db.raw(change(definition ?? ''));
  await db.raw(`insert into ${table} (${list}) select ${list} from rows_kept`);
  await db.schema.dropTable('rows_kept');
  for (const index of indexes) await db.raw(index);
}
