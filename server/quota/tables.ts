import type { Knex } from 'knex';
import type { ExceptionReason, ExcuseReason, QuotaCause } from './schema.ts';

export type OnSiteRow = {
  id: string;
  prisoner_id: string;
  prison_id: string;
  day: string | null;
  remark: string;
  corrects: string | null;
  entered_by: string;
  entered_at: string;
};

export type ExceptionRow = {
  id: string;
  prisoner_id: string;
  prison_id: string;
  month: string;
  reason_code: ExceptionReason;
  note: string;
  granted_by: string;
  granted_at: string;
  withdrawn_by: string | null;
  withdrawn_at: string | null;
  withdraw_note: string;
};

export type ChangeRow = {
  id: string;
  prisoner_id: string;
  month: string;
  cause: QuotaCause;
  reference_id: string | null;
  by_kind: string;
  by_id: string;
  at: string;
  used_before: number;
  used_after: number;
  allowed_before: number;
  allowed_after: number;
};

export type ExcuseRow = {
  booking_id: string;
  reason_code: ExcuseReason;
  note: string;
  excused_by: string;
  excused_at: string;
};

export const onSiteTable = (db: Knex) => db<OnSiteRow>('on_site_visits');
export const exceptionsTable = (db: Knex) => db<ExceptionRow>('quota_exceptions');
export const changesTable = (db: Knex) => db<ChangeRow>('quota_changes');
export const excusesTable = (db: Knex) => db<ExcuseRow>('no_show_excuses');

/** On-site visits as they stand: what a correction has put right is left out, and where it says there was none. */
export function standingOnSite(db: Knex): Knex.QueryBuilder {
  return db({ visit: 'on_site_visits' })
    .leftJoin({ correction: 'on_site_visits' }, 'correction.corrects', 'visit.id')
    .whereNull('correction.id')
    .whereNotNull('visit.day');
}

/** The on-site visits of a prisoner as they stand. */
export async function standingOnSiteOf(db: Knex, prisonerId: string): Promise<OnSiteRow[]> {
  return standingOnSite(db).where('visit.prisoner_id', prisonerId).orderBy('visit.day').select('visit.*');
}

/** With `forUpdate`, nobody else decides about it before the transaction ends. */
export async function loadException(
  db: Knex,
  id: string,
  { forUpdate = false } = {},
): Promise<ExceptionRow | undefined> {
  const query = exceptionsTable(db).where({ id });
  return (forUpdate ? query.forUpdate() : query).first();
}

export async function standingExceptions(
  db: Knex,
  { prisonerId, month }: { prisonerId: string; month: string },
): Promise<ExceptionRow[]> {
  return exceptionsTable(db)
    .where({ prisoner_id: prisonerId, month })
    .whereNull('withdrawn_at')
    .orderBy('granted_at');
}
