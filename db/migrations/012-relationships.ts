import type { Knex } from 'knex';
import { code, createTable, date, hash, id, moment } from './columns.ts';

/** Relationships that a prison has verified, urgent and priority applications, drafts of the counter, and records of assistance sessions. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('applications', (table) => {
    code(table, 'urgency').notNullable().defaultTo('none');
    table.string('urgency_reason', 500).notNullable().defaultTo('');
    // Codes with commas between them; empty for none.
    table.string('priority_reasons', 200).notNullable().defaultTo('');
    // What was entered before nobody asked for.
    code(table, 'residence').notNullable().defaultTo('not_stated');
    // Their places in a queue: 0 before 1. Urgent ones come before all, priority ones first among those due at the same time.
    table.integer('urgent_rank').notNullable().defaultTo(1);
    table.integer('priority_rank').notNullable().defaultTo(1);
  });
  await db.schema.alterTable('applications', (table) => {
    table.index(['state', 'urgent_rank', 'due_at', 'priority_rank', 'id'], 'applications_queue');
    table.index(
      ['prison_id', 'state', 'urgent_rank', 'due_at', 'priority_rank', 'id'],
      'applications_queue_of_prison',
    );
  });
  await db.schema.alterTable('application_visitors', (table) => {
    // Why a visitor who is no near relative should be allowed; empty where no exception is asked for.
    table.string('exception_reason', 500).notNullable().defaultTo('');
  });
  await db.schema.alterTable('application_documents', (table) => {
    // The last day on which the paper is valid; null if it has none, or none was written down.
    date(table, 'valid_until');
  });

  // Added by an approval that saw the proofs. Of a row, nothing but its end is written later.
  await createTable(db, 'verified_relationships', (table) => {
    id(table, 'id').primary();
    id(table, 'visitor_id').notNullable().references('visitors.id');
    id(table, 'prisoner_id').notNullable().references('prisoners.id');
    code(table, 'relationship').notNullable();
    table.string('organisation', 100).notNullable();
    moment(table, 'verified_at').notNullable();
    id(table, 'verified_by_application_id').notNullable().references('applications.id');
    // From this day on the proofs are asked for again.
    date(table, 'revalidate_on').notNullable();
    moment(table, 'ended_at');
    id(table, 'ended_by').references('staff.id');
    code(table, 'end_reason_code');
    table.string('end_note', 500).notNullable().defaultTo('');
    table.unique(['verified_by_application_id', 'visitor_id'], { indexName: 'verified_once_by_application' });
    table.index(['prisoner_id', 'visitor_id']);
    table.index(['visitor_id']);
  });

  // What an officer has typed and not sent yet: sealed, for it holds identity numbers.
  await createTable(db, 'application_drafts', (table) => {
    id(table, 'id').primary();
    id(table, 'staff_id').notNullable().references('staff.id');
    table.text('content_sealed', 'mediumtext').notNullable();
    moment(table, 'created_at').notNullable();
    moment(table, 'saved_at').notNullable();
    table.integer('version').notNullable();
    table.index(['staff_id', 'saved_at']);
    table.index(['saved_at']);
  });

  // Never changed: a correction is another row that names the one it corrects.
  await createTable(db, 'assistance_records', (table) => {
    id(table, 'id').primary();
    id(table, 'visit_id').notNullable().references('visits.id');
    id(table, 'application_id').notNullable().references('applications.id');
    id(table, 'prison_id').notNullable().references('prisons.id');
    // The visit of a first record, and the record that a correction corrects: unique, so that there is one of each.
    id(table, 'first_of_visit_id').unique();
    id(table, 'corrects_id').unique().references('assistance_records.id');
    table.text('topics').notNullable();
    // Codes with commas between them.
    table.string('six_musts', 200).notNullable();
    code(table, 'attitude').notNullable();
    table.text('follow_up').notNullable();
    hash(table, 'sha256').notNullable();
    id(table, 'written_by').notNullable().references('staff.id');
    moment(table, 'written_at').notNullable();
    table.check(
      '(first_of_visit_id is null) <> (corrects_id is null)',
      [],
      'assistance_records_are_first_or_correct',
    );
    table.index(['visit_id']);
    table.index(['prison_id', 'written_at']);
  });
}

export async function down(db: Knex): Promise<void> {
  for (const table of ['assistance_records', 'application_drafts', 'verified_relationships']) {
    await db.schema.dropTable(table);
  }
  await db.schema.alterTable('application_documents', (table) => table.dropColumn('valid_until'));
  await db.schema.alterTable('application_visitors', (table) => table.dropColumn('exception_reason'));
  await db.schema.alterTable('applications', (table) => {
    table.dropIndex([], 'applications_queue');
    table.dropIndex([], 'applications_queue_of_prison');
  });
  await db.schema.alterTable('applications', (table) => {
    table.dropColumns(
      'urgency',
      'urgency_reason',
      'priority_reasons',
      'residence',
      'urgent_rank',
      'priority_rank',
    );
  });
}
