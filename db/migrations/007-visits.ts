import type { Knex } from 'knex';
import { code, createTable, hash, id, moment } from './columns.ts';

/** The visit itself: check-in, the state of the session, what happened in it, and its recording. */
export async function up(db: Knex): Promise<void> {
  // A visit has the id of its booking.
  await createTable(db, 'visits', (table) => {
    id(table, 'id').primary().references('bookings.id');
    id(table, 'prison_id').notNullable().references('prisons.id');
    code(table, 'state').notNullable().index();
    // The whole of the state as JSON; `state` above is its name.
    table.text('state_facts').notNullable();
    // What was arranged, with the rules of that moment, as JSON: a later change of a rule does not reach a visit that began.
    table.text('plan').notNullable();
    // The last sign of life while live: what a crash leaves of the countdown.
    moment(table, 'alive_at');
    // Set from `ready` until the end: a room or a terminal is in one live visit at most.
    id(table, 'live_visit_room_id').unique();
    id(table, 'live_terminal_id').unique();
    moment(table, 'created_at').notNullable();
    table.integer('version').notNullable();
  });

  await createTable(db, 'visit_events', (table) => {
    id(table, 'visit_id').notNullable().references('visits.id');
    table.integer('position').notNullable();
    moment(table, 'at').notNullable();
    code(table, 'kind').notNullable();
    code(table, 'side');
    id(table, 'by_staff_id').references('staff.id');
    table.text('facts').notNullable();
    // Free words of staff or of a fault; the ledger has none.
    table.text('note').notNullable();
    table.primary(['visit_id', 'position']);
  });

  await createTable(db, 'identity_checks', (table) => {
    id(table, 'visit_id').notNullable().references('visits.id');
    code(table, 'subject_kind').notNullable();
    id(table, 'subject_id').notNullable();
    code(table, 'method').notNullable();
    id(table, 'checked_by').notNullable().references('staff.id');
    moment(table, 'checked_at').notNullable();
    table.primary(['visit_id', 'subject_kind', 'subject_id']);
  });

  await createTable(db, 'undertakings', (table) => {
    id(table, 'visit_id').notNullable().references('visits.id');
    id(table, 'visitor_id').notNullable().references('visitors.id');
    code(table, 'text_version').notNullable();
    moment(table, 'signed_at').notNullable();
    id(table, 'witnessed_by').notNullable().references('staff.id');
    table.primary(['visit_id', 'visitor_id']);
  });

  await createTable(db, 'recordings', (table) => {
    id(table, 'visit_id').primary().references('visits.id');
    code(table, 'state').notNullable().index();
    moment(table, 'created_at').notNullable();
    moment(table, 'sealed_at');
    hash(table, 'manifest_sha256');
    table.integer('packets');
    table.integer('missing_packets');
    table.bigInteger('bytes');
    table.integer('seconds');
    table.text('failure');
  });
}

export async function down(db: Knex): Promise<void> {
  for (const table of ['recordings', 'undertakings', 'identity_checks', 'visit_events', 'visits']) {
    await db.schema.dropTable(table);
  }
}
