import type { Knex } from 'knex';
import { code, createTable, date, id, moment } from './columns.ts';

/** Families that wait for a slot, and the slots that were offered to them. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('bookings', (table) => {
    // Of a booking that is `held` for an answer: until when. Afterwards the slot is free again.
    moment(table, 'held_until');
    table.index(['state', 'held_until']);
  });

  await createTable(db, 'waiting_entries', (table) => {
    id(table, 'id').primary();
    id(table, 'application_id').notNullable().references('applications.id');
    id(table, 'prison_id').notNullable().references('prisons.id');
    code(table, 'state').notNullable();
    // What suits the family: days of Asia/Shanghai, an ISO weekday, a part of the day; null where any does.
    date(table, 'from_day').notNullable();
    date(table, 'to_day').notNullable();
    table.integer('weekday');
    code(table, 'part');
    // Who comes first: the lower rank, then whoever has been in line longer.
    table.integer('rank').notNullable();
    moment(table, 'in_line_since').notNullable();
    id(table, 'joined_by').notNullable().references('staff.id');
    moment(table, 'joined_at').notNullable();
    moment(table, 'ended_at');
    table.integer('version').notNullable();
    // The application while it waits: a family stands in line once.
    id(table, 'live_application_id').unique();
    table.index(['state', 'rank', 'in_line_since', 'id']);
    table.index(['prison_id', 'state']);
  });

  await createTable(db, 'waiting_offers', (table) => {
    id(table, 'booking_id').primary().references('bookings.id');
    id(table, 'entry_id').notNullable().references('waiting_entries.id');
    moment(table, 'starts_at').notNullable();
    moment(table, 'made_at').notNullable();
    moment(table, 'held_until').notNullable();
    // `accepted`, `declined` or `expired`; null while the family thinks.
    code(table, 'answer');
    moment(table, 'answered_at');
    id(table, 'answered_by').references('staff.id');
    table.index(['entry_id', 'made_at']);
  });
}

export async function down(db: Knex): Promise<void> {
  for (const table of ['waiting_offers', 'waiting_entries']) await db.schema.dropTable(table);
  await db.schema.alterTable('bookings', (table) => {
    table.dropIndex(['state', 'held_until']);
    table.dropColumn('held_until');
  });
}
