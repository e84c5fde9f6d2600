import type { Knex } from 'knex';
import { code, createTable, date, hash, id, moment } from './columns.ts';

/** What visitors are told at each step and how it reached them; and what a prison has acknowledged of the visits of a day. */
export async function up(db: Knex): Promise<void> {
  // Where visitors ask. Rows are only added: the last one holds.
  await createTable(db, 'office_contacts', (table) => {
    id(table, 'id').primary();
    table.string('phone', 40).notNullable();
    table.string('address_zh', 200).notNullable();
    table.string('address_en', 200).notNullable();
    table.string('hours_zh', 100).notNullable();
    table.string('hours_en', 100).notNullable();
    id(table, 'set_by').notNullable().references('staff.id');
    moment(table, 'set_at').notNullable().index();
  });

  await createTable(db, 'notices', (table) => {
    id(table, 'id').primary();
    // What happened: the same step tells the same person once.
    table.string('step', 120).notNullable();
    code(table, 'kind').notNullable();
    id(table, 'prison_id').notNullable().references('prisons.id');
    id(table, 'application_id').references('applications.id');
    id(table, 'booking_id').references('bookings.id');
    id(table, 'visitor_id').notNullable().references('visitors.id');
    // JSON of the texts in both languages, as they were said: they name people.
    table.text('texts_sealed').notNullable();
    moment(table, 'created_at').notNullable();
    table.unique(['step', 'visitor_id']);
    table.index(['application_id', 'created_at']);
    table.index(['booking_id', 'created_at']);
    table.index(['visitor_id', 'created_at']);
  });

  // How a notice stands on each way on which it is or was to be delivered.
  await createTable(db, 'notice_deliveries', (table) => {
    id(table, 'notice_id').notNullable().references('notices.id');
    code(table, 'channel').notNullable();
    code(table, 'state').notNullable();
    // Of text messages: the attempt that the state is of.
    table.integer('attempt').notNullable();
    moment(table, 'since').notNullable();
    table.primary(['notice_id', 'channel']);
    table.index(['channel', 'state', 'since']);
  });

  // Every state that a delivery has been in; rows are only added.
  await createTable(db, 'notice_delivery_events', (table) => {
    id(table, 'id').primary();
    id(table, 'notice_id').notNullable().references('notices.id');
    code(table, 'channel').notNullable();
    code(table, 'state').notNullable();
    table.integer('attempt').notNullable();
    moment(table, 'at').notNullable();
    id(table, 'staff_id').references('staff.id');
    // What the gateway gave as the reason.
    table.string('reason', 200).notNullable();
    table.index(['notice_id', 'at']);
  });

  await createTable(db, 'sms_transfers', (table) => {
    id(table, 'id').primary();
    table.string('number', 32).notNullable().unique();
    table.integer('line_count').notNullable();
    // The file as it was made: it holds telephone numbers.
    table.text('file_sealed', 'mediumtext').notNullable();
    hash(table, 'sha256').notNullable();
    // Ed25519 over the bytes of the file, base64, and the key that it was made with.
    table.string('signature', 88).notNullable();
    table.text('public_key').notNullable();
    id(table, 'created_by').notNullable().references('staff.id');
    moment(table, 'created_at').notNullable().index();
  });

  await createTable(db, 'sms_transfer_lines', (table) => {
    id(table, 'transfer_id').notNullable().references('sms_transfers.id');
    table.integer('line').notNullable();
    id(table, 'notice_id').notNullable().references('notices.id');
    table.integer('attempt').notNullable();
    code(table, 'state').notNullable();
    moment(table, 'receipt_at');
    table.string('receipt_reason', 200).notNullable();
    table.primary(['transfer_id', 'line']);
    // What keeps a message from being sent twice, whatever races.
    table.unique(['notice_id', 'attempt']);
    table.index(['state']);
  });

  await createTable(db, 'sms_receipt_files', (table) => {
    id(table, 'id').primary();
    hash(table, 'sha256').notNullable();
    table.integer('line_count').notNullable();
    table.integer('changed_count').notNullable();
    id(table, 'read_by').notNullable().references('staff.id');
    moment(table, 'read_at').notNullable().index();
  });

  await createTable(db, 'day_list_acknowledgements', (table) => {
    id(table, 'id').primary();
    id(table, 'prison_id').notNullable().references('prisons.id');
    date(table, 'day').notNullable();
    // The ward whose part of the list was seen; null for the whole prison.
    id(table, 'ward_id').references('wards.id');
    id(table, 'acknowledged_by').notNullable().references('staff.id');
    moment(table, 'acknowledged_at').notNullable();
    table.index(['prison_id', 'day']);
  });

  // Exactly what was seen: a booking that has changed since has another version.
  await createTable(db, 'day_list_acknowledged_bookings', (table) => {
    id(table, 'acknowledgement_id').notNullable().references('day_list_acknowledgements.id');
    id(table, 'booking_id').notNullable().references('bookings.id');
    table.integer('booking_version').notNullable();
    // Seen as cancelled or moved to another day, after it had been on the list.
    table.boolean('gone').notNullable();
    table.primary(['acknowledgement_id', 'booking_id']);
    table.index(['booking_id', 'booking_version']);
  });
}

export async function down(db: Knex): Promise<void> {
  for (const table of [
    'day_list_acknowledged_bookings',
    'day_list_acknowledgements',
    'sms_receipt_files',
    'sms_transfer_lines',
    'sms_transfers',
    'notice_delivery_events',
    'notice_deliveries',
    'notices',
    'office_contacts',
  ]) {
    await db.schema.dropTable(table);
  }
}
