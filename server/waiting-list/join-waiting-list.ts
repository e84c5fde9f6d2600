import { v7 as uuid } from 'uuid';
import { inTransaction } from '../../db/connection.ts';
import { isUniqueViolation } from '../../db/dialect.ts';
import { findBookingOf, findEarliest, lockForBooking } from '../bookings/index.ts';
import { dayOf, fromStoredTime, isoNow, sayMoment } from '../clock.ts';
import type { StaffPrincipal } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { rankOf } from './rank-of.ts';
import { recordWaiting } from './record-waiting.ts';
import { waitingListRefusals } from './refusals.ts';
import { type JoinBody, waitingRanks } from './schema.ts';
import { type WaitingEntryRow, waitingEntries } from './tables.ts';

/** Puts an approved application on the waiting list, when nothing that suits the family is free. Gives the entry's id. @throws Refusal */
export async function joinWaitingList(
  foundation: Foundation,
  staff: StaffPrincipal,
  { applicationId, fromDay, toDay, weekday, part }: JoinBody,
): Promise<string> {
  const { db, clock } = foundation;
  const today = dayOf(clock.now());
  if (toDay < today) throw waitingListRefusals.days_passed({ toDay });
  const free = await firstFree(foundation, { applicationId, fromDay, toDay, weekday, part });
  if (free !== undefined) {
    const time = sayMoment(fromStoredTime(free));
    throw waitingListRefusals.slot_free_now({ time });
  }
  return inTransaction(db, async (trx) => {
    const application = await lockForBooking(trx, applicationId);
    const booking = await findBookingOf(trx, applicationId);
    if (booking?.live) throw waitingListRefusals.booked_already({ number: booking.number });
    if (booking) throw waitingListRefusals.served_already({ number: booking.number });
    const now = isoNow(clock);
    const entry: WaitingEntryRow = {
      id: uuid(),
      application_id: applicationId,
      prison_id: application.prisonId,
      state: 'waiting',
      from_day: fromDay,
      to_day: toDay,
      weekday,
      part,
      rank: waitingRanks.indexOf(rankOf(application)),
      in_line_since: now,
      joined_by: staff.id,
      joined_at: now,
      ended_at: null,
      version: 1,
      live_application_id: applicationId,
    };
    await waitingEntries(trx)
      .insert(entry)
      .catch((error: unknown) => {
        throw isUniqueViolation(error) ? waitingListRefusals.already_waiting() : error;
      });
    await recordWaiting(trx, foundation, {
      kind: 'waiting_list_joined',
      actor: { kind: 'staff', id: staff.id, role: staff.role },
      entry,
      facts: { fromDay, toDay, weekday, part, rank: rankOf(application) },
    });
    return entry.id;
  });
}

async function firstFree(
  foundation: Foundation,
  { applicationId, fromDay, toDay, weekday, part }: JoinBody,
): Promise<string | undefined> {
  const asked = { applicationId, from: fromDay, weekday: weekday ?? undefined, part: part ?? undefined };
  const { times } = await findEarliest(foundation, { ...asked, count: 1 }, 'en');
  const startsAt = times[0]?.startsAt;
  if (startsAt === undefined) return undefined;
  return dayOf(fromStoredTime(startsAt)) <= toDay ? startsAt : undefined;
}
