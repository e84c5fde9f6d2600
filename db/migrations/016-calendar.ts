import type { Knex } from 'knex';
import { code, createTable, date, id, moment } from './columns.ts';

/** What an administrator or the one in charge changes; `version` grows with each change. */
const places = ['prisons', 'wards', 'terminals', 'corrections_centres', 'visit_rooms', 'staff'];
/** What can be taken out of use from a day on. */
const equipped = ['terminals', 'visit_rooms'];

/**
 * Visit days grow into session templates; the centre has hours of its own, anything can be closed for a time, and the
 * State Council's arrangement of a year can be entered. What held on a day stays on record: rows end, and are never rewritten.
 */
export async function up(db: Knex): Promise<void> {
  await createTable(db, 'session_templates', (table) => {
    id(table, 'id').primary();
    id(table, 'prison_id').notNullable().references('prisons.id');
    table.string('name', 100).notNullable();
    // ISO weekdays with commas between them, 1 is Monday; hours are of Asia/Shanghai, `24:00` ends the day.
    table.string('weekdays', 13).notNullable();
    table.string('opens_at', 5).notNullable();
    table.string('closes_at', 5).notNullable();
    // Counted from the week of `valid_from`.
    table.integer('every_weeks').notNullable().defaultTo(1);
    // How many visits at once; null is as many as there are terminals.
    table.integer('capacity');
    table.boolean('open_on_holidays').notNullable();
    date(table, 'valid_from').notNullable();
    date(table, 'valid_to');
    id(table, 'created_by').references('staff.id');
    moment(table, 'created_at');
    id(table, 'ended_by').references('staff.id');
    moment(table, 'ended_at');
    table.check('every_weeks between 1 and 52', [], 'session_templates_every_weeks');
    table.check('capacity is null or capacity > 0', [], 'session_templates_capacity');
    table.index(['prison_id', 'valid_from']);
  });

  // None: the session is for every ward.
  await createTable(db, 'session_template_wards', (table) => {
    id(table, 'template_id').notNullable().references('session_templates.id');
    id(table, 'ward_id').notNullable().references('wards.id');
    table.primary(['template_id', 'ward_id']);
  });

  await copyVisitDays(db);
  await db.schema.dropTable('visit_days');

  // None at all: the centre is open whenever a prison has visits.
  await createTable(db, 'centre_hours', (table) => {
    id(table, 'id').primary();
    id(table, 'centre_id').notNullable().references('corrections_centres.id');
    table.string('weekdays', 13).notNullable();
    table.string('opens_at', 5).notNullable();
    table.string('closes_at', 5).notNullable();
    table.boolean('open_on_holidays').notNullable();
    date(table, 'valid_from').notNullable();
    date(table, 'valid_to');
    id(table, 'created_by').notNullable().references('staff.id');
    moment(table, 'created_at').notNullable();
    id(table, 'ended_by').references('staff.id');
    moment(table, 'ended_at');
    table.index(['centre_id', 'valid_from']);
  });

  await createTable(db, 'closures', (table) => {
    id(table, 'id').primary();
    // A prison, a terminal, a visit room or the centre.
    code(table, 'scope_kind').notNullable();
    id(table, 'scope_id').notNullable();
    // The prison of a prison or terminal; null for what is the centre's and concerns every prison.
    id(table, 'prison_id').references('prisons.id');
    moment(table, 'closed_from').notNullable();
    moment(table, 'closed_until').notNullable();
    code(table, 'reason_code').notNullable();
    table.string('note', 500).notNullable();
    id(table, 'created_by').notNullable().references('staff.id');
    moment(table, 'created_at').notNullable();
    // Opened again before its time.
    id(table, 'lifted_by').references('staff.id');
    moment(table, 'lifted_at');
    table.string('lift_note', 500).notNullable();
    table.check('closed_from < closed_until', [], 'closures_have_a_length');
    table.index(['closed_until']);
    table.index(['prison_id', 'closed_until']);
  });

  // The newest of a year holds, so that an arrangement that the State Council changed can be entered anew.
  await createTable(db, 'holiday_arrangements', (table) => {
    id(table, 'id').primary();
    table.integer('year').notNullable();
    table.integer('edition').notNullable();
    table.string('source', 200).notNullable();
    id(table, 'entered_by').notNullable().references('staff.id');
    moment(table, 'entered_at').notNullable();
    table.unique(['year', 'edition']);
  });

  await createTable(db, 'calendar_days', (table) => {
    id(table, 'arrangement_id').notNullable().references('holiday_arrangements.id');
    date(table, 'day').notNullable();
    code(table, 'kind').notNullable();
    code(table, 'festival').notNullable();
    table.primary(['arrangement_id', 'day']);
  });

  for (const name of places)
    await db.schema.alterTable(name, (table) => {
      table.integer('version').notNullable().defaultTo(1);
    });
  for (const name of equipped)
    await db.schema.alterTable(name, (table) => {
      date(table, 'out_of_use_from');
    });
  await db.schema.alterTable('staff', (table) => {
    // Given by an administrator: the first sign-in has to replace it.
    table.boolean('password_is_one_time').notNullable().defaultTo(false);
  });
}

export async function down(db: Knex): Promise<void> {
  await createTable(db, 'visit_days', (table) => {
    id(table, 'id').primary();
    id(table, 'prison_id').notNullable().references('prisons.id');
    table.integer('weekday').notNullable();
    table.string('opens_at', 5).notNullable();
    table.string('closes_at', 5).notNullable();
    table.boolean('open_on_holidays').notNullable();
    date(table, 'valid_from').notNullable();
    date(table, 'valid_to');
    table.index(['prison_id', 'weekday']);
  });
  for (const template of await db('session_templates')) {
    for (const weekday of template.weekdays.split(','))
      await db('visit_days').insert({
        id: `${template.id.slice(0, 34)}-${weekday}`,
        prison_id: template.prison_id,
        weekday: Number(weekday),
        opens_at: template.opens_at,
        closes_at: template.closes_at,
        open_on_holidays: template.open_on_holidays,
        valid_from: template.valid_from,
        valid_to: template.valid_to,
      });
  }
  for (const table of [
    'calendar_days',
    'holiday_arrangements',
    'closures',
    'centre_hours',
    'session_template_wards',
    'session_templates',
  ])
    await db.schema.dropTable(table);
  for (const name of places) await db.schema.alterTable(name, (table) => table.dropColumns('version'));
  for (const name of equipped)
    await db.schema.alterTable(name, (table) => table.dropColumns('out_of_use_from'));
  await db.schema.alterTable('staff', (table) => table.dropColumns('password_is_one_time'));
}

const weekdayNames = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];

/** Each visit day becomes a template of the same id for one weekday, every terminal and every ward. */
async function copyVisitDays(db: Knex): Promise<void> {
  for (const { weekday, ...row } of await db('visit_days'))
    await db('session_templates').insert({
      ...row,
      name: `${weekdayNames[weekday - 1]} ${row.opens_at}–${row.closes_at}`,
      weekdays: String(weekday),
    });
}
