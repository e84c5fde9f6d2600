import type { Knex } from 'knex';
import type { DateTime } from 'luxon';
import { staffNames } from '../accounts/index.ts';
import { type Language, type StaffPrincipal, toAllowedAction } from '../edge/index.ts';
import { type PrisonerRow, personNameFor } from '../people/index.ts';
import { bookedBeyondQuota } from './beyond-quota.ts';
import { whyNotCorrect, whyNotEnter, whyNotGrantAny, whyNotWithdraw } from './decide-quota.ts';
import type { OnSiteVisit, QuotaChange, QuotaException, QuotaOfPrisoner } from './schema.ts';
import { type ChangeRow, changesTable, exceptionsTable, onSiteTable } from './tables.ts';
import { loadMonths } from './visits-of-month.ts';

export type Reader = { staff: StaffPrincipal; now: DateTime; language: Language };

/** A month of a prisoner as this member of staff sees it, with what they may do. */
export async function presentQuota(
  db: Knex,
  prisoner: PrisonerRow,
  month: string,
  { staff, now, language }: Reader,
): Promise<QuotaOfPrisoner> {
  const [shown] = await loadMonths(db, prisoner, { months: [month], now });
  const prison = await db('prisons').where({ id: prisoner.prison_id }).first('name_zh', 'name_en');
  if (shown === undefined || prison === undefined) throw new Error(`prisoner ${prisoner.id} has no prison`);
  const may = (refusal: Parameters<typeof toAllowedAction>[0]) => toAllowedAction(refusal, language);

  const entries = await onSiteTable(db).where({ prisoner_id: prisoner.id }).orderBy(['entered_at', 'id']);
  const exceptions = await exceptionsTable(db)
    .where({ prisoner_id: prisoner.id, month })
    .orderBy(['granted_at', 'id']);
  const changes = await changesTable(db).where({ prisoner_id: prisoner.id, month }).orderBy('id');
  const names = await staffNames(db, [
    ...entries.map((entry) => entry.entered_by),
    ...exceptions.flatMap((row) => [row.granted_by, row.withdrawn_by]),
    ...changes.map((row) => (row.by_kind === 'staff' ? row.by_id : null)),
  ]);
  const nameOf = (id: string | null) => (id === null ? '' : (names.get(id) ?? ''));
  return {
    ...shown,
    prisoner: {
      id: prisoner.id,
      number: prisoner.number,
      name: personNameFor(staff.role)(prisoner.name),
      grade: prisoner.grade,
      prison: { id: prisoner.prison_id, name: { zh: prison.name_zh, en: prison.name_en } },
    },
    onSiteVisits: entries
      .filter(({ id, day, corrects }) => {
        const before = entries.find((one) => one.id === corrects);
        const after = entries.find((one) => one.corrects === id);
        return touches(month, day, before?.day, after?.day);
      })
      .map((entry): OnSiteVisit => {
        const corrected = entries.some(({ corrects }) => corrects === entry.id);
        return {
          id: entry.id,
          day: entry.day,
          remark: entry.remark,
          enteredBy: nameOf(entry.entered_by),
          enteredAt: entry.entered_at,
          corrects: entry.corrects,
          corrected,
          actions: { correct: may(whyNotCorrect(corrected, staff)) },
        };
      }),
    exceptions: exceptions.map(
      (row): QuotaException => ({
        id: row.id,
        month: row.month,
        reasonCode: row.reason_code,
        note: row.note,
        grantedBy: nameOf(row.granted_by),
        grantedAt: row.granted_at,
        withdrawn:
          row.withdrawn_at === null
            ? null
            : { by: nameOf(row.withdrawn_by), at: row.withdrawn_at, note: row.withdraw_note },
        actions: { withdraw: may(whyNotWithdraw(row, shown, staff)) },
      }),
    ),
    history: await historyOf(db, changes, nameOf),
    beyond: await bookedBeyondQuota(db, prisoner, month, now),
    actions: { enterOnSite: may(whyNotEnter(staff)), grantException: may(whyNotGrantAny(staff)) },
  };
}

/** What changed the quota of a month, the newest last. */
async function historyOf(
  db: Knex,
  rows: readonly ChangeRow[],
  nameOf: (id: string | null) => string,
): Promise<QuotaChange[]> {
  const bookings: { id: string; number: string }[] = await db('bookings')
    .whereIn(
      'id',
      rows.flatMap(({ reference_id: id }) => (id === null ? [] : [id])),
    )
    .select('id', 'number');
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    cause: row.cause,
    by: row.by_kind === 'staff' ? nameOf(row.by_id) : null,
    booking: bookings.find(({ id }) => id === row.reference_id) ?? null,
    before: { allowed: row.allowed_before, used: row.used_before },
    after: { allowed: row.allowed_after, used: row.used_after },
  }));
}

/** An entry is shown with a month if it is for a day of it, puts right one that was, or was put right into it. */
const touches = (month: string, ...days: (string | null | undefined)[]) =>
  days.some((day) => day?.startsWith(month));
