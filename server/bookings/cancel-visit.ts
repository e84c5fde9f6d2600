import type { Knex } from 'knex';
import type { DateTime } from 'luxon';
import { inTransaction } from '../../db/connection.ts';
import { fromStoredTime } from '../clock.ts';
import { edgeRefusals, type StaffPrincipal } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { addNotices, otherReason } from '../notices/index.ts';
import { loadPrisoner, type PrisonerRow } from '../people/index.ts';
import { loadRules } from '../rules/index.ts';
import { closeBooking } from './attend-and-end.ts';
import { releaseSubjects } from './occupancies.ts';
import { openForChange } from './open-for-change.ts';
import { recordBooking } from './record-booking.ts';
import { bookingRefusals } from './refusals.ts';
import { type CancelBody, cancelReasonTexts } from './schema.ts';
import { settleFlag } from './settle-flag.ts';
import { type BookingRecord, loadBooking } from './tables.ts';

/**
 * Cancels a booking: the slot is free, the quota has its visit back, and the application can be booked anew; unless the
 * visitors did not come and the rule counts that. @throws Refusal
 */
export async function cancelVisit(
  foundation: Foundation,
  staff: StaffPrincipal,
  id: string,
  { version, reasonCode, note }: CancelBody,
): Promise<void> {
  const { db, clock } = foundation;
  await inTransaction(db, async (trx) => {
    const now = clock.now();
    // Read first without a lock: the prisoner is locked before the booking.
    const seen = await loadBooking(trx, id);
    if (seen === undefined) throw edgeRefusals.not_found();
    const prisoner = await loadPrisoner(trx, seen.prisonerId, { forUpdate: true });
    if (prisoner === undefined) throw new Error(`booking ${id} has no prisoner`);
    const booking = await openForChange(trx, { id, version, change: 'cancel' }, { staff, now });
    const settled = await settleFlag(trx, booking, 'cancelled', { by: staff.id, at: now });
    const begun = fromStoredTime(booking.startsAt) <= now;
    if (reasonCode === 'visitor_did_not_arrive') await refuseIfStillAwaited(trx, booking, { prisoner, now });

    const closed = await closeBooking(trx, foundation, booking, {
      prisoner,
      ending: endingOfCancel(reasonCode, begun),
      cause: 'visit_cancelled',
      by: { kind: 'staff', id: staff.id },
      columns: { state: 'cancelled', cancel_reason: reasonCode, cancel_note: note },
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
      facts: { number: booking.number, startsAt: booking.startsAt, reasonCode, ...settled, ...closed.facts },
      ...(closed.rules.length > 0 ? { rules: closed.rules } : {}),
    });
  });
}

/** A fault before the time of the visit leaves time to move it; afterwards the family came for nothing. */
function endingOfCancel(reasonCode: CancelBody['reasonCode'], begun: boolean) {
  if (reasonCode === 'visitor_did_not_arrive') return 'forfeited';
  return reasonCode === 'equipment_fault' && begun ? 'failed' : 'cancelled';
}

/** Late is not absent: the grace of the rule has to be over first. */
async function refuseIfStillAwaited(
  trx: Knex.Transaction,
  { startsAt, prisonId }: BookingRecord,
  { prisoner: { grade, category }, now }: { prisoner: PrisonerRow; now: DateTime },
): Promise<void> {
  const at = fromStoredTime(startsAt);
  const minutes = (await loadRules(trx, { at, prisonId, grade, category })).get('late_grace_minutes');
  if (now < at.plus({ minutes })) throw bookingRefusals.still_awaited({ minutes });
}
