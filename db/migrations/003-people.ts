import type { Knex } from 'knex';
import { code, createTable, date, hash, id, moment } from './columns.ts';

/** Prisoners and visitors. What identifies a visitor is sealed; `salt` makes the commitments in the ledger, and goes with an erasure. */
export async function up(db: Knex): Promise<void> {
  await createTable(db, 'prisoners', (table) => {
    id(table, 'id').primary();
    id(table, 'prison_id').notNullable().references('prisons.id');
    id(table, 'ward_id').notNullable().references('wards.id');
    table.string('number', 32).notNullable();
    table.string('name', 100).notNullable();
    code(table, 'grade').notNullable();
    code(table, 'category').notNullable();
    table.string('salt', 44).notNullable();
    table.unique(['prison_id', 'number']);
    table.index(['number']);
    table.index(['name']);
  });

  await createTable(db, 'visitors', (table) => {
    id(table, 'id').primary();
    table.string('name', 100).notNullable().index();
    table.string('id_number_sealed', 255).notNullable();
    // Keyed hash: finds the same person again without a readable number in the database.
    hash(table, 'id_number_index').notNullable().unique();
    table.string('id_number_masked', 18).notNullable();
    date(table, 'born_on').notNullable();
    table.string('phone_sealed', 255).notNullable();
    table.string('salt', 44).notNullable();
    moment(table, 'created_at').notNullable();
  });
}

export async function down(db: Knex): Promise<void> {
  for (const table of ['visitors', 'prisoners']) await db.schema.dropTable(table);
}
