import { inTransaction } from '../../db/connection.ts';
import type { StaffPrincipal } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { addNotices, otherReason } from '../notices/index.ts';
import { releaseSubjects } from './occupancies.ts';
import { openForChange } from './open-for-change.ts';
import { recordBooking } from './record-booking.ts';
import { type CancelBody, cancelReasonTexts } from './schema.ts';
import { bookingsTable } from './tables.ts';

/** Cancels a booking: the slot is free, the quota has its visit back, and the application can be booked anew. @throws Refusal */
export async function cancelVisit(
  foundation: Foundation,
  staff: StaffPrincipal,
  id: string,
  { version, reasonCode, note }: CancelBody,
): Promise<void> {
  const { db, clock } = foundation;
  await inTransaction(db, async (trx) => {
    const now = clock.now();
    const booking = await openForChange(trx, { id, version, change: 'cancel' }, { staff, now });
    await bookingsTable(trx)
      .where({ id })
      .update({
        state: 'cancelled',
        cancel_reason: reasonCode,
        cancel_note: note,
        given_back: true,
        live_application_id: null,
        version: booking.version + 1,
      });
    await releaseSubjects(trx, id);
    const about = { to: 'everyone', prisonId: booking.prisonId, bookingId: id } as const;
    if (reasonCode === 'visitor_did_not_arrive') {
      await addNotices(trx, foundation, { ...about, kind: 'visit_forfeited', facts: {} });
    } else {
      const facts =
        reasonCode === 'other'
          ? { reason: otherReason, note }
          : { reason: cancelReasonTexts[reasonCode], note: '' };
      await addNotices(trx, foundation, { ...about, kind: 'visit_cancelled', facts });
    }
    await recordBooking(trx, foundation, {
      kind: 'visit_cancelled',
      actor: { kind: 'staff', id: staff.id, role: staff.role },
      booking,
      facts: { number: booking.number, startsAt: booking.startsAt, reasonCode },
    });
  });
}
