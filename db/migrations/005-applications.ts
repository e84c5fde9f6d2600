import type { Knex } from 'knex';
import { code, createTable, hash, id, moment } from './columns.ts';

/** What a family asks for, the papers it brings, and what the two bodies decide. */
export async function up(db: Knex): Promise<void> {
  await createTable(db, 'applications', (table) => {
    id(table, 'id').primary();
    table.string('number', 32).notNullable().unique();
    code(table, 'kind').notNullable();
    code(table, 'state').notNullable();
    code(table, 'origin').notNullable();
    id(table, 'prison_id').notNullable().references('prisons.id');
    id(table, 'prisoner_id').notNullable().references('prisoners.id');
    code(table, 'language').notNullable();
    table.string('interpreter', 100).notNullable();
    // Codes with commas between them; empty for none.
    table.string('mobility_needs', 100).notNullable();
    table.text('wishes').notNullable();
    moment(table, 'state_since').notNullable();
    moment(table, 'due_at');
    id(table, 'created_by').notNullable().references('staff.id');
    moment(table, 'created_at').notNullable();
    // Grows with each change, so that a stale page cannot decide.
    table.integer('version').notNullable();
    table.index(['state', 'due_at', 'id']);
    table.index(['prison_id', 'state', 'due_at', 'id']);
    table.index(['prisoner_id', 'state']);
  });

  await createTable(db, 'application_visitors', (table) => {
    id(table, 'application_id').notNullable().references('applications.id');
    id(table, 'visitor_id').notNullable().references('visitors.id');
    // 1 is the applicant.
    table.integer('position').notNullable();
    code(table, 'relationship').notNullable();
    // For whom the visitor comes: a guardian that is an organisation, or the office of an assistance worker.
    table.string('organisation', 100).notNullable();
    table.primary(['application_id', 'visitor_id']);
    table.unique(['application_id', 'position']);
    table.index(['visitor_id']);
  });

  await createTable(db, 'application_documents', (table) => {
    id(table, 'id').primary();
    id(table, 'application_id').notNullable().references('applications.id');
    id(table, 'visitor_id').notNullable().references('visitors.id');
    code(table, 'kind').notNullable();
    code(table, 'media_type').notNullable();
    table.string('file_name', 200).notNullable();
    table.integer('bytes').notNullable();
    hash(table, 'sha256').notNullable();
    id(table, 'uploaded_by').notNullable().references('staff.id');
    moment(table, 'uploaded_at').notNullable();
    table.index(['application_id']);
  });

  await createTable(db, 'application_decisions', (table) => {
    id(table, 'id').primary();
    id(table, 'application_id').notNullable().references('applications.id');
    code(table, 'body').notNullable();
    code(table, 'decision').notNullable();
    code(table, 'reason_code');
    table.text('note').notNullable();
    id(table, 'decided_by').notNullable().references('staff.id');
    moment(table, 'decided_at').notNullable();
    moment(table, 'was_due_at');
    table.text('rules_used').notNullable();
    table.index(['application_id', 'decided_at']);
  });
}

export async function down(db: Knex): Promise<void> {
  for (const table of [
    'application_decisions',
    'application_documents',
    'application_visitors',
    'applications',
  ]) {
    await db.schema.dropTable(table);
  }
}
