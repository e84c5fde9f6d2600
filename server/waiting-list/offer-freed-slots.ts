import { DateTime } from 'luxon';
import { inTransaction } from '../../db/connection.ts';
import { findBookingOf, findEarliest, holdSlot, lockForBooking, releaseHeld } from '../bookings/index.ts';
import type { Slot } from '../calendar/schema.ts';
import { dayOf, fromStoredTime, isoNow, toStoredTime } from '../clock.ts';
import { Refusal } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { theServer } from '../ledger/index.ts';
import { loadRules } from '../rules/index.ts';
import { recordWaiting } from './record-waiting.ts';
import {
  changeEntry,
  inLine,
  loadEntry,
  type WaitingEntryRow,
  type WaitingOfferRow,
  waitingEntries,
  waitingOffers,
} from './tables.ts';

/** A slot that begins sooner than this is offered to nobody: no family could be told and come. */
const leastHoursBefore = 2;
/** An answer that came later would leave the family no time to come. */
const leastHoursToCome = 1;
/** Beyond this many that were just taken by somebody else, the next turn tries again. */
const slotsTried = 5;

/**
 * One turn of the waiting list: offers that were not answered in time end, families whose days have passed leave the list,
 * and what is free is held for those in line, the next one first. Any number of server copies may run it at once and at any
 * time: each step locks what it decides on, and a turn that was cut short is made good by the next.
 */
export async function offerFreedSlots(foundation: Foundation): Promise<void> {
  const { db, clock } = foundation;
  const over = await waitingOffers(db).where({ answer: null }).where('held_until', '<', isoNow(clock));
  for (const offer of over) await byItself(foundation, offer.entry_id, () => expire(foundation, offer));
  for (const entry of await inLine(db)) await byItself(foundation, entry.id, () => serve(foundation, entry));
}

/** What is wrong with one family is no reason against the others: its turn comes again. */
async function byItself({ log }: Foundation, entryId: string, step: () => Promise<void>): Promise<void> {
  try {
    await step();
  } catch (error) {
    log.error(
      { err: error, waitingEntryId: entryId },
      'an entry of the waiting list could not have its turn',
    );
  }
}

async function expire(foundation: Foundation, offer: WaitingOfferRow): Promise<void> {
  const { db, clock } = foundation;
  await inTransaction(db, async (trx) => {
    const seen = await loadEntry(trx, offer.entry_id);
    if (seen === undefined) return;
    await lockForBooking(trx, seen.application_id);
    const entry = await loadEntry(trx, offer.entry_id, { forUpdate: true });
    const now = isoNow(clock);
    const ended = await waitingOffers(trx)
      .where({ booking_id: offer.booking_id, answer: null })
      .update({ answer: 'expired', answered_at: now });
    if (entry === undefined || ended === 0) return;
    // Whoever did not answer goes to the end of the line, so that one silent family does not hold up the others.
    await changeEntry(trx, entry, { state: 'waiting', in_line_since: now });
    await releaseHeld(trx, foundation, offer.booking_id, { end: 'offer_expired', actor: theServer });
  });
}

async function serve(foundation: Foundation, entry: WaitingEntryRow): Promise<void> {
  const today = dayOf(foundation.clock.now());
  try {
    if ((await findBookingOf(foundation.db, entry.application_id)) !== undefined)
      await endWaiting(foundation, entry, 'booked');
    else if (entry.to_day < today) await endWaiting(foundation, entry, 'lapsed');
    else await offerFirst(foundation, entry, today);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // Withdrawn meanwhile: the family does not wait any more.
    if (error.code === 'wrong_state') await endWaiting(foundation, entry, 'left');
  }
}

/** Holds the first slot that suits and that the family has not been offered before. */
async function offerFirst(foundation: Foundation, entry: WaitingEntryRow, today: string): Promise<void> {
  const { application_id: applicationId, weekday, part, from_day: fromDay, to_day: toDay } = entry;
  const earlier: string[] = await waitingOffers(foundation.db)
    .where({ entry_id: entry.id })
    .pluck('starts_at');
  const { times } = await findEarliest(
    foundation,
    {
      applicationId,
      from: fromDay > today ? fromDay : today,
      weekday: weekday ?? undefined,
      part: part ?? undefined,
      count: earlier.length + slotsTried,
    },
    'en',
  );
  const soonest = toStoredTime(foundation.clock.now().plus({ hours: leastHoursBefore }));
  const suitable = times.filter(
    ({ startsAt }) =>
      startsAt >= soonest && !earlier.includes(startsAt) && dayOf(fromStoredTime(startsAt)) <= toDay,
  );
  for (const slot of suitable) if (await offer(foundation, entry, slot)) return;
}

/** @returns false if somebody else was faster */
async function offer(foundation: Foundation, entry: WaitingEntryRow, slot: Slot): Promise<boolean> {
  const [visitRoomId, terminalId] = [slot.visitRoomIds[0], slot.terminalIds[0]];
  if (visitRoomId === undefined || terminalId === undefined) return false;
  const { application_id: applicationId, prison_id: prisonId } = entry;
  try {
    await inTransaction(foundation.db, async (trx) => {
      await lockForBooking(trx, applicationId);
      const held = await loadEntry(trx, entry.id, { forUpdate: true });
      if (held?.state !== 'waiting') return;
      const now = foundation.clock.now();
      const rules = await loadRules(trx, { at: now, prisonId });
      const answerBy = now.plus({ hours: rules.get('offer_hold_hours') });
      const heldUntil = DateTime.min(
        answerBy,
        fromStoredTime(slot.startsAt).minus({ hours: leastHoursToCome }),
      );
      await changeEntry(trx, held, { state: 'offered' });
      const place = { applicationId, startsAt: slot.startsAt, visitRoomId, terminalId };
      const hold = { createdBy: entry.joined_by, heldUntil };
      const bookingId = await holdSlot(trx, foundation, place, hold);
      await waitingOffers(trx).insert({
        booking_id: bookingId,
        entry_id: entry.id,
        starts_at: slot.startsAt,
        made_at: toStoredTime(now),
        held_until: toStoredTime(heldUntil),
      });
    });
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

async function endWaiting(
  foundation: Foundation,
  { id }: WaitingEntryRow,
  state: 'lapsed' | 'booked' | 'left',
): Promise<void> {
  await inTransaction(foundation.db, async (trx) => {
    const entry = await waitingEntries(trx).where({ id, state: 'waiting' }).forUpdate().first();
    if (entry === undefined) return;
    await changeEntry(trx, entry, {
      state,
      ended_at: isoNow(foundation.clock),
      live_application_id: null,
    });
    if (state === 'lapsed') {
      await recordWaiting(trx, foundation, { kind: 'waiting_list_lapsed', actor: theServer, entry });
    } else if (state === 'left') {
      await recordWaiting(trx, foundation, { kind: 'waiting_list_left', actor: theServer, entry });
    }
  });
}
