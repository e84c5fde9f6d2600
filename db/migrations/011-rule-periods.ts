import type { Knex } from 'knex';
import { code, createTable, id, moment } from './columns.ts';

/** Rules that hold for a time only, and what each decision knew, so that it can be made again. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('rules', (table) => {
    // The first moment at which the version holds no more; null if it holds until a later one takes its place.
    moment(table, 'effective_to');
  });

  // Rows are only added: a booking that is moved has been decided anew, and the earlier decision stays.
  await createTable(db, 'decision_records', (table) => {
    id(table, 'id').primary();
    code(table, 'subject_kind').notNullable();
    id(table, 'subject_id').notNullable();
    code(table, 'step').notNullable();
    moment(table, 'decided_at').notNullable();
    // JSON: the facts, the rules with their values, the answer.
    table.text('record', 'mediumtext').notNullable();
    table.index(['subject_kind', 'subject_id', 'id']);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('decision_records');
  // A version that held for a time would hold for ever without its end.
  await db('rules').whereNotNull('effective_to').delete();
  await db.schema.alterTable('rules', (table) => {
    table.dropColumn('effective_to');
  });
}
