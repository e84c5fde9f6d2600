import type { Knex } from 'knex';
import { code, createTable, hash, id, moment } from './columns.ts';

/** Prisons, the corrections centre, what stands in them, and who may sign in. */
export async function up(db: Knex): Promise<void> {
  await createTable(db, 'prisons', (table) => {
    id(table, 'id').primary();
    table.string('name_zh', 100).notNullable();
    table.string('name_en', 100).notNullable();
  });

  await createTable(db, 'wards', (table) => {
    id(table, 'id').primary();
    id(table, 'prison_id').notNullable().references('prisons.id');
    table.string('name_zh', 100).notNullable();
    table.string('name_en', 100).notNullable();
  });

  await createTable(db, 'corrections_centres', (table) => {
    id(table, 'id').primary();
    table.string('name_zh', 100).notNullable();
    table.string('name_en', 100).notNullable();
  });

  await createTable(db, 'visit_rooms', (table) => {
    id(table, 'id').primary();
    id(table, 'centre_id').notNullable().references('corrections_centres.id');
    table.string('name_zh', 100).notNullable();
    table.string('name_en', 100).notNullable();
    table.boolean('step_free').notNullable();
  });

  await createTable(db, 'terminals', (table) => {
    id(table, 'id').primary();
    id(table, 'prison_id').notNullable().references('prisons.id');
    table.string('name_zh', 100).notNullable();
    table.string('name_en', 100).notNullable();
  });

  // The device that stands in a visit room or at a terminal: enrolled once with a code, then known by its key.
  await createTable(db, 'stations', (table) => {
    id(table, 'id').primary();
    id(table, 'visit_room_id').unique().references('visit_rooms.id');
    id(table, 'terminal_id').unique().references('terminals.id');
    hash(table, 'enrolment_code_hash').unique();
    moment(table, 'enrolment_code_expires_at');
    hash(table, 'key_hash').unique();
    moment(table, 'enrolled_at');
    table.check('(visit_room_id is null) <> (terminal_id is null)', {}, 'station_has_one_place');
  });

  await createTable(db, 'staff', (table) => {
    id(table, 'id').primary();
    table.string('username', 64).notNullable().unique();
    table.string('display_name', 100).notNullable();
    code(table, 'role').notNullable();
    id(table, 'prison_id').references('prisons.id');
    table.string('password_hash', 255).notNullable();
    table.integer('failed_sign_ins').notNullable().defaultTo(0);
    moment(table, 'locked_until');
    moment(table, 'disabled_at');
    moment(table, 'created_at').notNullable();
    table.check(
      "(role in ('prison_officer', 'prison_approver')) = (prison_id is not null)",
      {},
      'prison_roles_have_a_prison',
    );
  });

  await createTable(db, 'staff_sessions', (table) => {
    hash(table, 'token_hash').primary();
    id(table, 'staff_id').notNullable().references('staff.id');
    moment(table, 'created_at').notNullable();
    moment(table, 'expires_at').notNullable().index();
  });
}

export async function down(db: Knex): Promise<void> {
  for (const table of [
    'staff_sessions',
    'staff',
    'stations',
    'terminals',
    'visit_rooms',
    'corrections_centres',
    'wards',
    'prisons',
  ]) {
    await db.schema.dropTable(table);
  }
}
