import type { Knex } from 'knex';
import { code, createTable, date, id, moment } from './columns.ts';

/** What changes about a prisoner, what bars visits for a time, and what was made of visits that it touched. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('prisoners', (table) => {
    // `held` in the prison of the row; `transferred` to a prison that this centre has no line to; `released`.
    code(table, 'custody_state').notNullable().defaultTo('held');
    // The first day on which that is so; null while held.
    date(table, 'custody_since');
    // Grows with each change, so that a stale page cannot change.
    table.integer('version').notNullable().defaultTo(1);
  });

  // Rule 10. A row is added, and ended at most once; nothing else of it is changed.
  await createTable(db, 'prisoner_bars', (table) => {
    id(table, 'id').primary();
    id(table, 'prisoner_id').notNullable().references('prisoners.id');
    // The prison that entered it.
    id(table, 'prison_id').notNullable().references('prisons.id');
    code(table, 'kind').notNullable();
    // The first and the last day without visits, in Asia/Shanghai; no last day until the prison ends it.
    date(table, 'from_day').notNullable();
    date(table, 'to_day');
    table.text('note').notNullable();
    // The bar that this one comes after by a rule.
    id(table, 'follows').references('prisoner_bars.id');
    id(table, 'entered_by').notNullable().references('staff.id');
    moment(table, 'entered_at').notNullable();
    // The first day on which it holds no more, whatever `to_day` says.
    date(table, 'ended_from');
    code(table, 'end_reason');
    table.text('end_note');
    id(table, 'ended_by').references('staff.id');
    moment(table, 'ended_at');
    table.check('to_day is null or from_day <= to_day', [], 'prisoner_bars_begin_before_they_end');
    table.index(['prisoner_id']);
  });

  // The history. Rows are only added.
  await createTable(db, 'prisoner_changes', (table) => {
    id(table, 'id').primary();
    id(table, 'prisoner_id').notNullable().references('prisoners.id');
    // Whose staff entered it, in whose book it is, and who may read it.
    id(table, 'prison_id').notNullable().references('prisons.id');
    code(table, 'kind').notNullable();
    // From which day on it is so.
    date(table, 'day').notNullable();
    // JSON: what it was and what it is.
    table.text('facts').notNullable();
    table.text('note').notNullable();
    id(table, 'changed_by').notNullable().references('staff.id');
    moment(table, 'changed_at').notNullable();
    // The prisoner's version with this change: two changes at once cannot both be the next.
    table.integer('version').notNullable();
    table.unique(['prisoner_id', 'version']);
    table.index(['prison_id', 'kind']);
  });

  // How a booked visit that needed review was settled: kept as it is, moved or cancelled. Rows are only added.
  await createTable(db, 'booking_reviews', (table) => {
    id(table, 'id').primary();
    id(table, 'booking_id').notNullable().references('bookings.id');
    code(table, 'outcome').notNullable();
    // JSON: the reasons that stood against it, each with its facts. Kept holds for these very reasons only,
    table.text('reasons').notNullable();
    // and for the time that it was booked for.
    moment(table, 'starts_at').notNullable();
    table.text('note').notNullable();
    id(table, 'decided_by').notNullable().references('staff.id');
    moment(table, 'decided_at').notNullable();
    table.index(['booking_id']);
  });
}

export async function down(db: Knex): Promise<void> {
  for (const table of ['booking_reviews', 'prisoner_changes', 'prisoner_bars'])
    await db.schema.dropTable(table);
  await db.schema.alterTable('prisoners', (table) => {
    table.dropColumns('custody_state', 'custody_since', 'version');
  });
}
