import type { Knex } from 'knex';
import type { DateTime } from 'luxon';
import { staffNames } from '../accounts/index.ts';
import { dayOf, fromStoredTime } from '../clock.ts';
import {
  edgeRefusals,
  type Language,
  type StaffPrincipal,
  toAllowedAction,
  worksWith,
} from '../edge/index.ts';
import { excusesTable, monthOf } from '../quota/index.ts';
import { whyNotBookMakeup, whyNotExcuse } from './decide-excuse.ts';
import type { BookingOutcome } from './outcome-schema.ts';
import { type BookingRow, bookingsTable } from './tables.ts';

export type OutcomeReader = { staff: StaffPrincipal; now: DateTime; language: Language };

/** How a booking came out, as this member of staff sees it. @throws Refusal */
export async function presentOutcome(
  db: Knex,
  id: string,
  { staff, now, language }: OutcomeReader,
): Promise<BookingOutcome> {
  const row = await bookingsTable(db).where({ id }).first();
  if (row === undefined || !worksWith(staff, row.prison_id)) throw edgeRefusals.not_found();
  const makeupOf =
    row.makeup_of === null ? undefined : await bookingsTable(db).where({ id: row.makeup_of }).first();
  const madeUpBy = await bookingsTable(db).where({ makeup_claim: id }).first();
  const excuse = await excusesTable(db).where({ booking_id: id }).first();
  const names = await staffNames(db, [excuse?.excused_by ?? null]);
  const counted = !row.given_back;
  const today = dayOf(now);
  const mayMakeUp = whyNotBookMakeup(
    { until: row.makeup_until, today, madeUp: madeUpBy !== undefined },
    staff,
  );
  return {
    bookingId: id,
    prisonerId: row.prisoner_id,
    applicationId: row.application_id,
    month: monthOf(fromStoredTime(row.starts_at)),
    ending: row.ending,
    counts: counted && row.kind === 'family_visit' && !row.outside_quota,
    outsideQuota: Boolean(row.outside_quota),
    makeupOf: linkTo(makeupOf),
    madeUpBy: linkTo(madeUpBy),
    makeupUntil: row.makeup_until,
    lapsed: row.makeup_until !== null && madeUpBy === undefined && today > row.makeup_until,
    excuse: excuse
      ? {
          reasonCode: excuse.reason_code,
          note: excuse.note,
          by: names.get(excuse.excused_by) ?? '',
          at: excuse.excused_at,
        }
      : null,
    actions: {
      excuse: toAllowedAction(whyNotExcuse({ ending: row.ending, counted }, staff), language),
      bookMakeup: toAllowedAction(mayMakeUp, language),
    },
  };
}

const linkTo = (row: BookingRow | undefined) =>
  row === undefined ? null : { id: row.id, number: row.number, startsAt: row.starts_at };
