import type { Knex } from 'knex';
import { code, createTable, id, moment } from './columns.ts';

const queue = ['awaits_answer', 'state', 'due_at', 'id'];
const queueOfPrison = ['prison_id', 'awaits_answer', 'state', 'due_at', 'id'];

/** What the prison binds its approval to, decisions that are half made, and whether the applicant was told. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('application_decisions', (table) => {
    // JSON; empty for none.
    table.string('conditions', 2000).notNullable().defaultTo('');
  });
  await db.schema.alterTable('applications', (table) => {
    moment(table, 'answered_at');
    id(table, 'answered_by');
    code(table, 'answer_channel');
    // Decided, and the applicant has not been told. What was decided before answers were recorded waits for none.
    table.boolean('awaits_answer').notNullable().defaultTo(false);
    table.index(queue);
    table.index(queueOfPrison);
  });
  await createTable(db, 'review_drafts', (table) => {
    id(table, 'staff_id').notNullable().references('staff.id');
    id(table, 'application_id').notNullable().references('applications.id');
    // Sealed: what is typed may be about people.
    table.text('body_sealed').notNullable();
    moment(table, 'saved_at').notNullable();
    table.primary(['staff_id', 'application_id']);
    table.index(['application_id']);
    table.index(['saved_at']);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('review_drafts');
  await db.schema.alterTable('applications', (table) => {
    table.dropIndex(queue);
    table.dropIndex(queueOfPrison);
  });
  await db.schema.alterTable('applications', (table) => {
    table.dropColumns('answered_at', 'answered_by', 'answer_channel', 'awaits_answer');
  });
  await db.schema.alterTable('application_decisions', (table) => {
    table.dropColumn('conditions');
  });
}
