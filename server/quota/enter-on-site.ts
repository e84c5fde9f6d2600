import type { Knex } from 'knex';
import type { DateTime } from 'luxon';
import { v7 as newId } from 'uuid';
import { inTransaction } from '../../db/connection.ts';
import { dayOf, toStoredTime } from '../clock.ts';
import { edgeRefusals, type StaffPrincipal } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { findEntryAbout } from '../ledger/index.ts';
import { bookedBeyondQuota } from './beyond-quota.ts';
import { daysOf, whyNotCorrect, whyNotDay } from './decide-quota.ts';
import { staysAt } from './held-here.ts';
import { openPrisoner } from './open-prisoner.ts';
import { recordQuota } from './record-quota.ts';
import { quotaRefusals } from './refusals.ts';
import type { OnSiteBody, OnSiteCorrectionBody } from './schema.ts';
import { type OnSiteRow, onSiteTable, standingOnSiteOf } from './tables.ts';
import { differencesAsFacts, watchQuota } from './watch-quota.ts';

/** What stands outside of the quota, handed in where the routes are put together. */
export type QuotaHooks = {
  /**
   * Looks at the booked visits of a prisoner before something changes; what it gives is called afterwards, and tells the
   * families whose visits need review by it.
   */
  watchFlagged(
    trx: Knex.Transaction,
    asked: { prisonerId: string; now: DateTime },
  ): Promise<() => Promise<void>>;
};
type Tools = { foundation: Foundation; hooks: QuotaHooks };

/**
 * Enters a visit that a prisoner had at the prison itself. What is booked beyond the quota by it is flagged, not cancelled.
 * @throws Refusal
 */
export async function enterOnSite(
  tools: Tools,
  staff: StaffPrincipal,
  prisonerId: string,
  { day, remark }: OnSiteBody,
): Promise<void> {
  await inTransaction(tools.foundation.db, async (trx) => {
    await write(trx, tools, staff, { prisonerId, day, remark, corrects: undefined });
  });
}

/** Puts an entry right by another one: with the day as it was, or saying that there was none. Gives whose and of which month. @throws Refusal */
export async function correctOnSite(
  tools: Tools,
  staff: StaffPrincipal,
  id: string,
  { day, remark }: OnSiteCorrectionBody,
): Promise<{ prisonerId: string; month: string }> {
  return inTransaction(tools.foundation.db, async (trx) => {
    const corrects = await onSiteTable(trx).where({ id }).first();
    if (corrects === undefined) throw edgeRefusals.not_found();
    await write(trx, tools, staff, { prisonerId: corrects.prisoner_id, day, remark, corrects });
    return { prisonerId: corrects.prisoner_id, month: (day ?? corrects.day ?? '').slice(0, 7) };
  });
}

type Wanted = { prisonerId: string; day: string | null; remark: string; corrects: OnSiteRow | undefined };

async function write(
  trx: Knex.Transaction,
  { foundation, hooks }: Tools,
  staff: StaffPrincipal,
  { prisonerId, day, remark, corrects }: Wanted,
): Promise<void> {
  const now = foundation.clock.now();
  const prisoner = await openPrisoner(trx, prisonerId, staff, { forUpdate: true });
  const prisonId = prisoner.prison_id;
  const standing = await standingOnSiteOf(trx, prisonerId);
  if (corrects !== undefined) {
    const corrected = !standing.some(({ id }) => id === corrects.id);
    const refusal = whyNotCorrect(corrected, staff);
    if (refusal) throw refusal;
    if (day === corrects.day) throw quotaRefusals.same_as_before();
  }
  if (day !== null) {
    const stays = await staysAt(trx, { prisonerId, prisonId });
    const others = daysOf(standing, corrects?.id);
    const refusal = whyNotDay(day, { today: dayOf(now), stays, others });
    if (refusal) throw refusal;
  }

  const months = [day, corrects?.day ?? null].flatMap((one) => (one === null ? [] : [one.slice(0, 7)]));
  const tellFamilies = await hooks.watchFlagged(trx, { prisonerId, now });
  const quota = await watchQuota(trx, { prisonerId, months, now });
  const row: OnSiteRow = {
    id: newId(),
    prisoner_id: prisonerId,
    prison_id: prisonId,
    day,
    remark,
    corrects: corrects?.id ?? null,
    entered_by: staff.id,
    entered_at: toStoredTime(now),
  };
  await onSiteTable(trx).insert(row);
  const differences = await quota.record({
    cause: corrects ? 'on_site_corrected' : 'on_site_entered',
    by: { kind: 'staff', id: staff.id },
    referenceId: row.id,
  });
  await tellFamilies();
  const beyond = day === null ? [] : await bookedBeyondQuota(trx, prisoner, day.slice(0, 7), now);
  await recordQuota(trx, foundation, {
    kind: corrects ? 'on_site_visit_corrected' : 'on_site_visit_entered',
    staff,
    prisoner,
    subject: { kind: 'on_site_visit', id: row.id },
    facts: {
      ...(day === null ? { noVisit: true } : { day }),
      ...(corrects ? { before: { day: corrects.day } } : {}),
      ...(differences.length > 0 ? { quota: differencesAsFacts(differences) } : {}),
      ...(beyond.length > 0 ? { beyondQuota: beyond.map(({ number }) => number) } : {}),
    },
    corrects:
      corrects &&
      (await findEntryAbout(trx, {
        bookId: prisonId,
        subject: { kind: 'on_site_visit', id: corrects.id },
      })),
  });
}
