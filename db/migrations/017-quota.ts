import type { Knex } from 'knex';
import { dialectOf } from '../dialect.ts';
import { code, createTable, date, id, moment } from './columns.ts';

/** On-site visits and exceptions beside the remote visits, the history of each prisoner's quota, and make-up visits. */
export async function up(db: Knex): Promise<void> {
  await createTable(db, 'on_site_visits', (table) => {
    id(table, 'id').primary();
    id(table, 'prisoner_id').notNullable().references('prisoners.id');
    id(table, 'prison_id').notNullable().references('prisons.id');
    // Null where a correction says that there was no visit.
    date(table, 'day');
    table.string('remark', 500).notNullable();
    // The row that this one puts right: at most once each, so that a correction is corrected and never the first row again.
    id(table, 'corrects').unique().references('on_site_visits.id');
    id(table, 'entered_by').notNullable().references('staff.id');
    moment(table, 'entered_at').notNullable();
    table.check('day is not null or corrects is not null', [], 'on_site_visits_have_a_day');
    table.index(['prisoner_id', 'day']);
  });

  await createTable(db, 'quota_exceptions', (table) => {
    id(table, 'id').primary();
    id(table, 'prisoner_id').notNullable().references('prisoners.id');
    id(table, 'prison_id').notNullable().references('prisons.id');
    // `2026-11`, of Asia/Shanghai.
    table.string('month', 7).notNullable();
    code(table, 'reason_code').notNullable();
    table.string('note', 500).notNullable();
    id(table, 'granted_by').notNullable().references('staff.id');
    moment(table, 'granted_at').notNullable();
    id(table, 'withdrawn_by').references('staff.id');
    moment(table, 'withdrawn_at');
    table.string('withdraw_note', 500).notNullable();
    table.index(['prisoner_id', 'month']);
  });

  await createTable(db, 'quota_changes', (table) => {
    id(table, 'id').primary();
    id(table, 'prisoner_id').notNullable().references('prisoners.id');
    table.string('month', 7).notNullable();
    code(table, 'cause').notNullable();
    // The booking, on-site visit or exception that it follows from: which table is said by the cause.
    id(table, 'reference_id');
    code(table, 'by_kind').notNullable();
    id(table, 'by_id').notNullable();
    moment(table, 'at').notNullable();
    for (const number of ['used_before', 'used_after', 'allowed_before', 'allowed_after'])
      table.integer(number).notNullable();
    table.index(['prisoner_id', 'month', 'id']);
  });

  await createTable(db, 'no_show_excuses', (table) => {
    id(table, 'booking_id').primary().references('bookings.id');
    code(table, 'reason_code').notNullable();
    table.string('note', 500).notNullable();
    id(table, 'excused_by').notNullable().references('staff.id');
    moment(table, 'excused_at').notNullable();
  });

  await db.schema.alterTable('bookings', (table) => {
    // How it came out: took_place, forfeited, failed, called_off or cancelled; null while it is to come.
    code(table, 'ending');
    // The failed visit in whose place this one is.
    id(table, 'makeup_of');
    // The same, as long as nobody else may have the make-up: one a failed visit, whatever races.
    id(table, 'makeup_claim');
    // The last day on which a failed visit is made up for.
    date(table, 'makeup_until');
    table.boolean('outside_quota').notNullable().defaultTo(false);
  });
  await db.schema.alterTable('bookings', (table) => {
    table.unique(['makeup_claim']);
    table.index(['makeup_of']);
    table.index(['makeup_until']);
  });
  await sayEndings(db);
  for (const act of ['update', 'delete']) {
    await db.raw(`drop trigger if exists quota_changes_never_${act}d`);
    await db.raw(neverChanged(db, act));
  }
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('bookings', (table) => {
    table.dropUnique(['makeup_claim']);
    table.dropIndex(['makeup_of']);
    table.dropIndex(['makeup_until']);
  });
  await db.schema.alterTable('bookings', (table) => {
    table.dropColumns('ending', 'makeup_of', 'makeup_claim', 'makeup_until', 'outside_quota');
  });
  for (const table of ['no_show_excuses', 'quota_changes', 'quota_exceptions', 'on_site_visits'])
    await db.schema.dropTable(table);
}

/** What the outcomes of the visits say of the bookings that were over before. None of them has a make-up. */
async function sayEndings(db: Knex): Promise<void> {
  const bookings = () => db('bookings');
  await bookings().where({ state: 'ended', given_back: false }).update({ ending: 'took_place' });
  await bookings().where({ state: 'cancelled' }).update({ ending: 'cancelled' });
  await bookings()
    .where({ state: 'cancelled', cancel_reason: 'visitor_did_not_arrive' })
    .update({ ending: 'forfeited' });
  const lost: { id: string; state_facts: string }[] = await db('visits')
    .join('bookings', 'bookings.id', 'visits.id')
    .where({ 'bookings.state': 'ended', given_back: true })
    .select('visits.id', 'state_facts');
  for (const { id: bookingId, state_facts } of lost) {
    const { outcome = '', forfeited = false } = JSON.parse(state_facts) as {
      outcome?: string;
      forfeited?: boolean;
    };
    const fault = outcome.startsWith('TECHNICAL_FAILURE') || outcome === 'SUPERVISOR_ABSENT';
    const ending = fault ? 'failed' : forfeited ? 'forfeited' : 'called_off';
    await bookings().where({ id: bookingId }).update({ ending });
  }
}

function neverChanged(db: Knex, act: string): string {
  const refusal = 'the history of quotas is never changed';
  const name = `quota_changes_never_${act}d`;
  return dialectOf(db) === 'sqlite'
    ? `create trigger ${name} before ${act} on quota_changes begin select raise(abort, '${refusal}'); end`
    : `create trigger ${name} before ${act} on quota_changes for each row signal sqlstate '45000' set message_text = '${refusal}'`;
}
