import type { Knex } from 'knex';
import {
  edgeRefusals,
  type Language,
  type Refusal,
  type StaffPrincipal,
  toAllowedAction,
} from '../edge/index.ts';
import { sessionKeepers } from './plan-sessions.ts';
import { calendarRefusals } from './refusals.ts';
import type { SessionTemplate } from './schema.ts';
import { type SessionRow, sessionsTable, wardsOfSessions, weekdaysOf } from './tables.ts';

/** Every session template of a prison, ended ones too: those that hold longest first. */
export async function presentSessions(
  db: Knex,
  prisonId: string,
  { staff, today, language }: { staff: StaffPrincipal; today: string; language: Language },
): Promise<SessionTemplate[]> {
  const rows = await sessionsTable(db)
    .where({ prison_id: prisonId })
    .orderBy(['valid_from', 'opens_at', 'id']);
  const wardsOf = await wardsOfSessions(
    db,
    rows.map(({ id }) => id),
  );
  const wards: { id: string; name_zh: string; name_en: string }[] = await db('wards').where({
    prison_id: prisonId,
  });
  return rows.map((row) => ({
    id: row.id,
    prisonId,
    name: row.name,
    weekdays: weekdaysOf(row),
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    everyWeeks: row.every_weeks,
    openOnHolidays: Boolean(row.open_on_holidays),
    validFrom: row.valid_from,
    validTo: row.valid_to,
    capacity: row.capacity,
    wards: wardsOf(row.id).map((id) => {
      const ward = wards.find((one) => one.id === id);
      return { id, name: { zh: ward?.name_zh ?? '', en: ward?.name_en ?? '' } };
    }),
    actions: { end: toAllowedAction(whyNotEnd(row, staff, today), language) },
  }));
}

/** Why this person cannot end or change a session template now; undefined if they can. */
export function whyNotEnd(
  { valid_to: validTo }: Pick<SessionRow, 'valid_to'>,
  { role }: Pick<StaffPrincipal, 'role'>,
  today: string,
): Refusal | undefined {
  if (!sessionKeepers.some((allowed) => allowed === role)) return edgeRefusals.not_permitted();
  return validTo !== null && validTo < today ? calendarRefusals.ended_already({ date: validTo }) : undefined;
}
