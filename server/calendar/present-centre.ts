import type { Knex } from 'knex';
import {
  edgeRefusals,
  type Language,
  type Refusal,
  type StaffPrincipal,
  toAllowedAction,
} from '../edge/index.ts';
import { centreKeepers } from './plan-centre-hours.ts';
import { calendarRefusals } from './refusals.ts';
import type { Centre } from './schema.ts';
import { centreHoursTable, weekdaysOf } from './tables.ts';

/** The corrections centre with all its hours, ended ones too. */
export async function presentCentre(
  db: Knex,
  { staff, today, language }: { staff: StaffPrincipal; today: string; language: Language },
): Promise<Centre> {
  const centre: { id: string; name_zh: string; name_en: string } | undefined = await db('corrections_centres')
    .orderBy('id')
    .first();
  const rows = await centreHoursTable(db).orderBy(['valid_from', 'opens_at', 'id']);
  const refusal = whyNotKeep(staff);
  return {
    centre: centre === undefined ? null : { id: centre.id, name: { zh: centre.name_zh, en: centre.name_en } },
    hours: rows.map((row) => ({
      id: row.id,
      weekdays: weekdaysOf(row),
      opensAt: row.opens_at,
      closesAt: row.closes_at,
      openOnHolidays: Boolean(row.open_on_holidays),
      validFrom: row.valid_from,
      validTo: row.valid_to,
      actions: {
        end: toAllowedAction(
          refusal ??
            (row.valid_to !== null && row.valid_to < today
              ? calendarRefusals.ended_already({ date: row.valid_to })
              : undefined),
          language,
        ),
      },
    })),
    actions: {
      addHours: toAllowedAction(
        refusal ?? (centre === undefined ? calendarRefusals.no_centre() : undefined),
        language,
      ),
    },
  };
}

function whyNotKeep({ role }: StaffPrincipal): Refusal | undefined {
  return centreKeepers.some((allowed) => allowed === role) ? undefined : edgeRefusals.not_permitted();
}
