import type { Knex } from 'knex';
import { code, createTable, id, moment } from './columns.ts';

/** Every value of a rule, with its source and its time. A change is a new row; a row is never overwritten. */
export async function up(db: Knex): Promise<void> {
  await createTable(db, 'rules', (table) => {
    id(table, 'id').primary();
    code(table, 'key').notNullable();
    table.text('value').notNullable();
    code(table, 'scope_kind').notNullable();
    // Empty for scope `all`: a unique key takes nulls as different.
    table.string('scope_id', 48).notNullable();
    table.string('source', 200).notNullable();
    moment(table, 'effective_from').notNullable();
    table.boolean('confirmed').notNullable();
    moment(table, 'created_at').notNullable();
    table.unique(['key', 'scope_kind', 'scope_id', 'effective_from']);
  });

  // Human-readable numbers: one row a series and year.
  await createTable(db, 'number_series', (table) => {
    table.string('series', 32).primary();
    table.integer('last').notNullable();
  });
}

export async function down(db: Knex): Promise<void> {
  for (const table of ['number_series', 'rules']) await db.schema.dropTable(table);
}
