import type { Knex } from 'knex';
import { createTable, id, moment } from './columns.ts';

/** Who may replay what, until when, and why; and what kind of installation this is. */
export async function up(db: Knex): Promise<void> {
  await createTable(db, 'replays', (table) => {
    id(table, 'id').primary();
    id(table, 'visit_id').notNullable().references('recordings.visit_id');
    id(table, 'staff_id').notNullable().references('staff.id');
    table.string('reason', 500).notNullable();
    moment(table, 'created_at').notNullable();
    moment(table, 'expires_at').notNullable();
    table.index(['visit_id', 'staff_id']);
  });

  await createTable(db, 'installation', (table) => {
    table.string('name', 48).primary();
    table.string('value', 200).notNullable();
  });
}

export async function down(db: Knex): Promise<void> {
  for (const table of ['installation', 'replays']) await db.schema.dropTable(table);
}
