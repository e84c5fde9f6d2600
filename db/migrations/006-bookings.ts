import type { Knex } from 'knex';
import { code, createTable, date, id, moment } from './columns.ts';

/** When visits can take place, and who and what is taken when. */
export async function up(db: Knex): Promise<void> {
  await createTable(db, 'visit_days', (table) => {
    id(table, 'id').primary();
    id(table, 'prison_id').notNullable().references('prisons.id');
    // ISO weekday, 1 is Monday; hours are of Asia/Shanghai, `24:00` ends the day.
    table.integer('weekday').notNullable();
    table.string('opens_at', 5).notNullable();
    table.string('closes_at', 5).notNullable();
    table.boolean('open_on_holidays').notNullable();
    date(table, 'valid_from').notNullable();
    date(table, 'valid_to');
    table.index(['prison_id', 'weekday']);
  });

  await createTable(db, 'bookings', (table) => {
    id(table, 'id').primary();
    table.string('number', 32).notNullable().unique();
    code(table, 'kind').notNullable();
    id(table, 'application_id').notNullable().references('applications.id');
    id(table, 'prison_id').notNullable().references('prisons.id');
    id(table, 'prisoner_id').notNullable().references('prisoners.id');
    id(table, 'visit_room_id').notNullable().references('visit_rooms.id');
    id(table, 'terminal_id').notNullable().references('terminals.id');
    moment(table, 'starts_at').notNullable();
    moment(table, 'ends_at').notNullable();
    // The end with the turnover: until then nobody else has the room or the terminal.
    moment(table, 'occupied_until').notNullable();
    code(table, 'state').notNullable();
    code(table, 'cancel_reason');
    table.string('cancel_note', 500).notNullable();
    // Cancelled, or lost to a fault: it counts for no quota, and the application can be booked anew.
    table.boolean('given_back').notNullable();
    table.text('rules_used').notNullable();
    id(table, 'created_by').notNullable().references('staff.id');
    moment(table, 'created_at').notNullable();
    table.integer('version').notNullable();
    // The application whose visit is still to come: at most one booking of it at a time.
    id(table, 'live_application_id').unique();
    table.index(['prison_id', 'starts_at']);
    table.index(['starts_at']);
    table.index(['prisoner_id', 'starts_at']);
    table.index(['application_id']);
  });

  // One row for each five minutes that a prisoner, visitor, visit room or terminal is taken. The primary key is
  // what makes an overlap impossible, whatever races.
  await createTable(db, 'occupancies', (table) => {
    code(table, 'subject_kind').notNullable();
    id(table, 'subject_id').notNullable();
    // Five-minute steps since 1970-01-01T00:00Z.
    table.integer('step').notNullable();
    id(table, 'booking_id').notNullable().references('bookings.id');
    table.primary(['subject_kind', 'subject_id', 'step']);
    table.index(['booking_id']);
  });
}

export async function down(db: Knex): Promise<void> {
  for (const table of ['occupancies', 'bookings', 'visit_days']) await db.schema.dropTable(table);
}
