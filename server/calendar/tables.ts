import type { Knex } from 'knex';
import type { ClosureReason, ClosureScope } from './codes.ts';

export type HoursRow = {
  id: string;
  /** ISO weekdays with commas between them. */
  weekdays: string;
  opens_at: string;
  closes_at: string;
  open_on_holidays: boolean | 0 | 1;
  valid_from: string;
  valid_to: string | null;
  created_by: string | null;
  created_at: string | null;
  ended_by: string | null;
  ended_at: string | null;
};

export type SessionRow = HoursRow & {
  prison_id: string;
  name: string;
  every_weeks: number;
  capacity: number | null;
};

export type CentreHoursRow = HoursRow & { centre_id: string };

export type ClosureRow = {
  id: string;
  scope_kind: ClosureScope;
  scope_id: string;
  /** Null for what is the centre's. */
  prison_id: string | null;
  closed_from: string;
  closed_until: string;
  reason_code: ClosureReason;
  note: string;
  created_by: string;
  created_at: string;
  lifted_by: string | null;
  lifted_at: string | null;
  lift_note: string;
};

export const sessionsTable = (db: Knex) => db<SessionRow>('session_templates');
export const sessionWardsTable = (db: Knex) =>
  db<{ template_id: string; ward_id: string }>('session_template_wards');
export const centreHoursTable = (db: Knex) => db<CentreHoursRow>('centre_hours');
export const closuresTable = (db: Knex) => db<ClosureRow>('closures');

export const weekdaysOf = ({ weekdays }: Pick<HoursRow, 'weekdays'>) => weekdays.split(',').map(Number);

/** The wards of each session; those that are for every ward have none. */
export async function wardsOfSessions(
  db: Knex,
  ids: readonly string[],
): Promise<(templateId: string) => string[]> {
  const rows = await sessionWardsTable(db).whereIn('template_id', ids).orderBy('ward_id');
  return (id) => rows.filter(({ template_id: of }) => of === id).map(({ ward_id: ward }) => ward);
}
