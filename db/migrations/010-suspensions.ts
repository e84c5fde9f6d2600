import type { Knex } from 'knex';
import { code, createTable, date, id, moment } from './columns.ts';

/** Visitors who may not visit for a time: what was proposed, and what was decided. Neither is ever changed. */
export async function up(db: Knex): Promise<void> {
  await createTable(db, 'visitor_suspensions', (table) => {
    id(table, 'id').primary();
    table.string('number', 32).notNullable().unique();
    // The prison whose visit it was: it decides, and its book has the entries.
    id(table, 'prison_id').notNullable().references('prisons.id');
    id(table, 'visit_id').notNullable().references('visits.id');
    table.string('visit_number', 32).notNullable();
    moment(table, 'visit_starts_at').notNullable();
    id(table, 'visitor_id').notNullable().references('visitors.id');
    code(table, 'reason_code').notNullable();
    table.text('note').notNullable();
    table.integer('months').notNullable();
    id(table, 'proposed_by').notNullable().references('staff.id');
    moment(table, 'proposed_at').notNullable();
    table.check('months between 1 and 3', [], 'visitor_suspensions_one_to_three_months');
    table.index(['visitor_id']);
    table.index(['visit_id']);
    table.index(['prison_id', 'proposed_at']);
  });

  // The primary key is what makes a second answer, or a second lifting, impossible, whatever races.
  await createTable(db, 'suspension_decisions', (table) => {
    id(table, 'suspension_id').notNullable().references('visitor_suspensions.id');
    // `answer` to the proposal, or `lift` of what was approved.
    code(table, 'step').notNullable();
    code(table, 'decision').notNullable();
    // The first and the last day without visits, in Asia/Shanghai; of an approval only.
    date(table, 'from_day');
    date(table, 'to_day');
    table.text('note').notNullable();
    id(table, 'decided_by').notNullable().references('staff.id');
    moment(table, 'decided_at').notNullable();
    table.primary(['suspension_id', 'step']);
    table.check(
      "(step = 'answer' and decision = 'approved' and from_day is not null and to_day is not null and from_day < to_day)" +
        " or (step = 'answer' and decision = 'declined' and from_day is null and to_day is null)" +
        " or (step = 'lift' and decision = 'lifted' and from_day is null and to_day is null)",
      [],
      'suspension_decisions_are_whole',
    );
  });
}

export async function down(db: Knex): Promise<void> {
  for (const table of ['suspension_decisions', 'visitor_suspensions']) await db.schema.dropTable(table);
}
