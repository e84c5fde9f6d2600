import type { Knex } from 'knex';
import { type Language, type StaffPrincipal, toAllowedAction } from '../edge/index.ts';
import { type StaffAction, whyNotDo } from './decide-staff.ts';
import type { StaffMember } from './staff-schema.ts';
import type { StaffRow } from './tables.ts';

/** Every account, those in use first, with what the administrator may do to it. */
export async function presentStaff(
  db: Knex,
  { staff, now, language }: { staff: StaffPrincipal; now: string; language: Language },
): Promise<StaffMember[]> {
  const rows: StaffRow[] = await db('staff').orderBy('username');
  const prisons: { id: string; name_zh: string; name_en: string }[] = await db('prisons');
  const administrators = rows.filter(
    ({ role, disabled_at: at }) => role === 'administrator' && at === null,
  ).length;
  const shown = rows.map((row): StaffMember => {
    const may = (action: StaffAction) =>
      toAllowedAction(whyNotDo(action, { account: row, administrators }, staff.id), language);
    const prison = prisons.find(({ id }) => id === row.prison_id);
    return {
      id: row.id,
      username: row.username,
      displayName: row.display_name,
      role: row.role,
      prison: prison ? { id: prison.id, name: { zh: prison.name_zh, en: prison.name_en } } : null,
      createdAt: row.created_at,
      disabledAt: row.disabled_at,
      lockedUntil: row.locked_until !== null && row.locked_until > now ? row.locked_until : null,
      neverSignedIn: Boolean(row.password_is_one_time),
      version: row.version,
      actions: {
        change: may('change'),
        disable: may('disable'),
        enable: may('enable'),
        resetPassword: may('resetPassword'),
      },
    };
  });
  return shown.sort((a, b) => Number(a.disabledAt !== null) - Number(b.disabledAt !== null));
}
