import type { Knex } from 'knex';
import type { VisitDay } from './schema.ts';

type VisitDayRow = {
  id: string;
  prison_id: string;
  weekday: number;
  opens_at: string;
  closes_at: string;
  open_on_holidays: boolean | 0 | 1;
  valid_from: string;
  valid_to: string | null;
};

const visitDaysTable = (db: Knex) => db<VisitDayRow>('visit_days');

/** The visit days of a prison, of all times. */
export async function loadVisitDays(db: Knex, prisonId: string): Promise<VisitDay[]> {
  const rows = await visitDaysTable(db)
    .where({ prison_id: prisonId })
    .orderBy(['weekday', 'opens_at', 'valid_from']);
  return rows.map((row) => ({
    id: row.id,
    prisonId: row.prison_id,
    weekday: row.weekday,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    openOnHolidays: Boolean(row.open_on_holidays),
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }));
}
