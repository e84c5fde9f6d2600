import { inTransaction } from '../../db/connection.ts';
import { confirmHeld, lockForBooking, releaseHeld } from '../bookings/index.ts';
import { isoNow } from '../clock.ts';
import { edgeRefusals, type StaffPrincipal } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { whyNotAnswer } from './decide-waiting.ts';
import { waitingListRefusals } from './refusals.ts';
import type { AnswerOfferBody } from './schema.ts';
import { changeEntry, loadEntry, waitingOffers } from './tables.ts';

/**
 * The family takes the slot that is held for it, or leaves it to the next one. Whoever declines keeps the place in line and
 * is not offered that slot again. @throws Refusal
 */
export async function answerOffer(
  foundation: Foundation,
  staff: StaffPrincipal,
  entryId: string,
  { bookingId, answer }: AnswerOfferBody,
): Promise<void> {
  const { db, clock } = foundation;
  const actor = { kind: 'staff' as const, id: staff.id, role: staff.role };
  await inTransaction(db, async (trx) => {
    const seen = await loadEntry(trx, entryId);
    if (seen === undefined) throw edgeRefusals.not_found();
    await lockForBooking(trx, seen.application_id);
    const entry = await loadEntry(trx, entryId, { forUpdate: true });
    if (entry === undefined) throw edgeRefusals.not_found();
    const refusal = whyNotAnswer(entry, staff);
    if (refusal) throw refusal;
    const now = isoNow(clock);
    const answered = await waitingOffers(trx)
      .where({ booking_id: bookingId, entry_id: entryId, answer: null })
      .update({ answer, answered_at: now, answered_by: staff.id });
    if (answered === 0) throw waitingListRefusals.no_offer();
    if (answer === 'accepted') {
      await changeEntry(trx, entry, { state: 'booked', ended_at: now, live_application_id: null });
      await confirmHeld(trx, foundation, bookingId, actor);
    } else {
      await changeEntry(trx, entry, { state: 'waiting' });
      await releaseHeld(trx, foundation, bookingId, { end: 'offer_declined', actor });
    }
  });
}
