import type { Knex } from 'knex';
import type { DateTime } from 'luxon';
import { v7 as uuid } from 'uuid';
import type { ApprovedApplication } from '../applications/index.ts';
import { peopleZone, toStoredTime } from '../clock.ts';
import type { KeptDecision } from '../decisions/index.ts';
import { nextNumber } from '../number-series.ts';
import { monthOf, writeQuotaChanges } from '../quota/index.ts';
import type { Rules } from '../rules/index.ts';
import type { BookingDecision, BookingFacts, BookingRules } from './decide-booking.ts';
import { subjectsOf, type WantedPlace } from './gather-facts.ts';
import { keepBookingDecision } from './keep-booking-decision.ts';
import { takeSubjects } from './occupancies.ts';
import { bookingsTable } from './tables.ts';

/** 会见 */
const numberPrefix = 'HJ';

export type Placement = {
  application: ApprovedApplication;
  wanted: WantedPlace;
  decided: Extract<BookingDecision, { book: unknown }>['book'];
  /** What it was decided by. */
  facts: BookingFacts;
  values: BookingRules;
  rules: Rules;
  now: DateTime;
  /** Who booked, or who put the family on the waiting list that it was offered from. */
  createdBy: string;
  /** Until when an offered slot is held for the family's answer; of a booking that is none, undefined. */
  heldUntil: DateTime | undefined;
};

export type Placed = {
  id: string;
  number: string;
  startsAt: string;
  endsAt: string;
  /** For the ledger entry. */
  kept: KeptDecision;
};

/**
 * Writes what was decided: the booking, and that it takes its people, room and terminal. The caller has locked for booking
 * and writes the ledger entry. @throws Refusal
 */
export async function placeBooking(trx: Knex.Transaction, placement: Placement): Promise<Placed> {
  const { application, wanted, decided, rules, now, createdBy, heldUntil } = placement;
  const { startsAt, endsAt, occupiedUntil, makeup, outsideQuota } = decided;
  const id = uuid();
  const number = await nextNumber(trx, numberPrefix, now.setZone(peopleZone).year);
  await bookingsTable(trx).insert({
    id,
    number,
    kind: application.kind,
    application_id: application.id,
    prison_id: application.prisonId,
    prisoner_id: application.prisonerId,
    visit_room_id: wanted.visitRoomId,
    terminal_id: wanted.terminalId,
    starts_at: toStoredTime(startsAt),
    ends_at: toStoredTime(endsAt),
    occupied_until: toStoredTime(occupiedUntil),
    state: heldUntil === undefined ? 'booked' : 'held',
    held_until: heldUntil === undefined ? null : toStoredTime(heldUntil),
    cancel_reason: null,
    cancel_note: '',
    given_back: false,
    rules_used: JSON.stringify(rules.used()),
    created_by: createdBy,
    created_at: toStoredTime(now),
    version: 1,
    live_application_id: application.id,
    makeup_of: makeup?.bookingId ?? null,
    makeup_claim: makeup?.bookingId ?? null,
    outside_quota: outsideQuota,
  });
  await takeSubjects(trx, id, subjectsOf(application, wanted), { from: startsAt, until: occupiedUntil });
  const kept = await keepBookingDecision(trx, {
    ...placement,
    bookingId: id,
    step: heldUntil ? 'offer' : 'book',
  });
  await recordQuota(trx, placement, id);
  return { id, number, kept, startsAt: toStoredTime(startsAt), endsAt: toStoredTime(endsAt) };
}

/** A make-up outside the quota leaves it as it is, and stands in its history: without that, a visit more would be unexplained. */
async function recordQuota(
  trx: Knex.Transaction,
  { application, decided, now, createdBy, heldUntil }: Placement,
  id: string,
): Promise<void> {
  if (application.kind !== 'family_visit') return;
  const { quota, makeup, outsideQuota, startsAt } = decided;
  const after = outsideQuota ? quota : { ...quota, used: quota.used + 1 };
  await writeQuotaChanges(
    trx,
    { prisonerId: application.prisonerId, now },
    {
      cause: makeup === undefined ? 'visit_booked' : 'makeup_booked',
      by: heldUntil === undefined ? { kind: 'staff', id: createdBy } : { kind: 'system', id: 'server' },
      referenceId: id,
    },
    [{ month: monthOf(startsAt), before: quota, after }],
  );
}
