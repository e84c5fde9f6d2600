import type { Knex } from 'knex';
import { fromStoredTime, isoNow } from '../clock.ts';
import type { Foundation } from '../foundation.ts';
import type { LedgerActor } from '../ledger/index.ts';
import { addNotices } from '../notices/index.ts';
import { monthOf, watchQuota } from '../quota/index.ts';
import { closeBooking } from './attend-and-end.ts';
import { decideBooking } from './decide-booking.ts';
import { gatherFacts, loadBookingRules } from './gather-facts.ts';
import { keepBookingDecision } from './keep-booking-decision.ts';
import { lockForBooking } from './lock-for-booking.ts';
import { releaseSubjects } from './occupancies.ts';
import { quotaFacts } from './quota-facts.ts';
import { recordBooking } from './record-booking.ts';
import { bookingRefusals, refusalOf } from './refusals.ts';
import type { OfferEnd } from './schema.ts';
import { type BookingRecord, bookingsTable, loadBooking } from './tables.ts';

/**
 * The family takes the slot that is held for it: the visit is booked. Decided anew, since something may have come between;
 * only the notice is that of the day of the offer. @throws Refusal
 */
export async function confirmHeld(
  trx: Knex.Transaction,
  foundation: Foundation,
  id: string,
  actor: LedgerActor,
): Promise<void> {
  const seen = await openHeld(trx, id);
  const application = await lockForBooking(trx, seen.applicationId);
  const booking = await openHeld(trx, id, { forUpdate: true });
  const now = foundation.clock.now();
  if (booking.heldUntil < isoNow(foundation.clock)) throw bookingRefusals.offer_over();
  const { values, rules } = await loadBookingRules(trx, application, now);
  const wanted = { ...booking, startsAt: fromStoredTime(booking.startsAt) };
  const facts = await gatherFacts(trx, application, wanted, { now, rules: values, moving: id });
  const today = { ...values, minLeadWorkingDays: 0, urgentMinLeadWorkingDays: 0 };
  const decision = decideBooking(facts, today);
  if ('refused' in decision) throw refusalOf(decision.refused);
  const { makeup, outsideQuota } = decision.book;
  const months = [monthOf(wanted.startsAt)];
  const quota = await watchQuota(trx, { prisonerId: booking.prisonerId, months, now });
  await bookingsTable(trx)
    .where({ id })
    .update({
      state: 'booked',
      held_until: null,
      rules_used: JSON.stringify(rules.used()),
      makeup_of: makeup?.bookingId ?? null,
      makeup_claim: makeup?.bookingId ?? null,
      outside_quota: outsideQuota,
      version: booking.version + 1,
    });
  // It counted while it was held; what the rules make of it can have changed since.
  await quota.record({ cause: 'visit_booked', by: actor, referenceId: id });
  const kept = await keepBookingDecision(trx, {
    bookingId: id,
    step: 'book',
    wanted,
    decided: decision.book,
    facts,
    values: today,
    rules,
    now,
  });
  const about = { prisonId: booking.prisonId, bookingId: id };
  await addNotices(trx, foundation, { kind: 'visit_booked', to: 'everyone', ...about, facts: {} });
  const { number, kind, startsAt, endsAt, visitRoomId, terminalId } = booking;
  await recordBooking(trx, foundation, {
    kind: 'visit_booked',
    actor,
    booking,
    facts: {
      number,
      kind,
      startsAt,
      endsAt,
      visitRoomId,
      terminalId,
      ...quotaFacts(decision.book),
      ...kept,
    },
    rules: rules.used(),
  });
}

/** The slot that was held is free again, and the quota has its visit back. @throws Refusal */
export async function releaseHeld(
  trx: Knex.Transaction,
  foundation: Foundation,
  id: string,
  { end, actor }: { end: OfferEnd; actor: LedgerActor },
): Promise<void> {
  const seen = await openHeld(trx, id);
  const prisoner = await lockForBooking(trx, seen.applicationId);
  const booking = await openHeld(trx, id, { forUpdate: true });
  const closed = await closeBooking(trx, foundation, booking, {
    prisoner,
    ending: 'cancelled',
    cause: 'visit_cancelled',
    by: actor,
    columns: { state: 'cancelled', cancel_reason: end, held_until: null },
  });
  await releaseSubjects(trx, id);
  if (end === 'offer_expired') {
    const about = { prisonId: booking.prisonId, bookingId: id };
    const facts = { start: { at: booking.startsAt } };
    await addNotices(trx, foundation, { kind: 'offer_expired', to: 'applicant', ...about, facts });
  }
  await recordBooking(trx, foundation, {
    kind: end,
    actor,
    booking,
    facts: { number: booking.number, startsAt: booking.startsAt, reasonCode: end, ...closed.facts },
  });
}

async function openHeld(
  trx: Knex.Transaction,
  id: string,
  lock: { forUpdate?: boolean } = {},
): Promise<BookingRecord & { heldUntil: string }> {
  const booking = await loadBooking(trx, id, lock);
  if (booking?.state !== 'held' || booking.heldUntil === null) throw bookingRefusals.offer_over();
  return { ...booking, heldUntil: booking.heldUntil };
}
