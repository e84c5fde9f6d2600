import type { Knex } from 'knex';
import { inTransaction } from '../../db/connection.ts';
import { edgeRefusals, type StaffPrincipal, worksWith } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { addNotices } from '../notices/index.ts';
import { whyNotKeep } from './decide-change.ts';
import { openReasonsOf } from './find-flagged.ts';
import { recordBooking } from './record-booking.ts';
import { bookingRefusals } from './refusals.ts';
import type { KeepBody } from './schema.ts';
import { settleFlag } from './settle-flag.ts';
import { type BookingRecord, bookingsTable, loadBooking } from './tables.ts';

/**
 * The prison that decides on visits keeps a flagged one as it is, with a reason: only where a rule alone stands against it,
 * and only for the very reasons that were on the page. @throws Refusal
 */
export async function keepVisit(
  foundation: Foundation,
  staff: StaffPrincipal,
  id: string,
  { version, codes, note }: KeepBody,
): Promise<void> {
  const { db, clock } = foundation;
  await inTransaction(db, async (trx) => {
    const now = clock.now();
    const booking = await loadBooking(trx, id, { forUpdate: true });
    if (booking === undefined || !worksWith(staff, booking.prisonId)) throw edgeRefusals.not_found();
    const reasons = await openReasonsOf(trx, id);
    const refusal = whyNotKeep(booking, reasons, staff);
    if (refusal) throw refusal;
    const found = reasons.map(({ code }) => code);
    const sameReasons = found.length === codes.length && found.every((code) => codes.includes(code));
    if (booking.version !== version || !sameReasons) throw bookingRefusals.stale_page();
    await bookingsTable(trx)
      .where({ id })
      .update({ version: booking.version + 1 });
    const settled = await settleFlag(trx, booking, 'kept', { note, by: staff.id, at: now });
    await tellThatItStands(trx, foundation, booking);
    await recordBooking(trx, foundation, {
      kind: 'visit_kept',
      actor: { kind: 'staff', id: staff.id, role: staff.role },
      booking,
      facts: { number: booking.number, startsAt: booking.startsAt, ...settled },
    });
  });
}

/** Whoever heard that the visit is looked at again waits for word before they come. */
async function tellThatItStands(
  trx: Knex.Transaction,
  foundation: Foundation,
  { id, prisonId }: BookingRecord,
): Promise<void> {
  const told = await trx('notices').where({ booking_id: id, kind: 'visit_needs_review' }).first('id');
  if (told === undefined) return;
  const about = { to: 'everyone', prisonId, bookingId: id } as const;
  await addNotices(trx, foundation, { ...about, kind: 'visit_booked', facts: {} });
}
