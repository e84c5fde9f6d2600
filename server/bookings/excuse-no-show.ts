import { inTransaction } from '../../db/connection.ts';
import { fromStoredTime, toStoredTime } from '../clock.ts';
import { edgeRefusals, type StaffPrincipal, worksWith } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { loadPrisoner } from '../people/index.ts';
import { differencesAsFacts, excusesTable, monthOf, watchQuota } from '../quota/index.ts';
import type { ExcuseBody } from '../quota/schema.ts';
import { whyNotExcuse } from './decide-excuse.ts';
import { recordBooking } from './record-booking.ts';
import { bookingsTable, loadBooking } from './tables.ts';

/** A visit that the family gave up, and that counts by the rule of its day, is not held against them after all. @throws Refusal */
export async function excuseNoShow(
  foundation: Foundation,
  staff: StaffPrincipal,
  id: string,
  { reasonCode, note }: ExcuseBody,
): Promise<void> {
  const { db, clock } = foundation;
  await inTransaction(db, async (trx) => {
    const now = clock.now();
    const seen = await loadBooking(trx, id);
    if (seen === undefined || !worksWith(staff, seen.prisonId)) throw edgeRefusals.not_found();
    const { prisonerId, startsAt } = seen;
    // Before the booking, as everyone does.
    await loadPrisoner(trx, prisonerId, { forUpdate: true });
    const row = await bookingsTable(trx).where({ id }).forUpdate().first('ending', 'given_back');
    const refusal = whyNotExcuse({ ending: row?.ending ?? null, counted: !row?.given_back }, staff);
    if (refusal) throw refusal;

    const months = [monthOf(fromStoredTime(startsAt))];
    const quota = await watchQuota(trx, { prisonerId, months, now });
    await bookingsTable(trx)
      .where({ id })
      .update({ given_back: true, makeup_claim: null, version: trx.raw('version + 1') });
    await excusesTable(trx).insert({
      booking_id: id,
      reason_code: reasonCode,
      note,
      excused_by: staff.id,
      excused_at: toStoredTime(now),
    });
    const by = { kind: 'staff', id: staff.id } as const;
    const differences = await quota.record({ cause: 'no_show_excused', by, referenceId: id });
    await recordBooking(trx, foundation, {
      kind: 'no_show_excused',
      actor: { ...by, role: staff.role },
      booking: seen,
      facts: { number: seen.number, startsAt, reasonCode, quota: differencesAsFacts(differences) },
    });
  });
}
