import type { Knex } from 'knex';
import type { DateTime } from 'luxon';
import { inTransaction } from '../../db/connection.ts';
import { fromStoredTime, toStoredTime } from '../clock.ts';
import type { StaffPrincipal } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { type LedgerActor, theServer } from '../ledger/index.ts';
import { addNotices } from '../notices/index.ts';
import { decideBooking } from './decide-booking.ts';
import { gatherFacts, loadBookingRules } from './gather-facts.ts';
import { lockForBooking } from './lock-for-booking.ts';
import { placeBooking } from './place-booking.ts';
import { quotaFacts } from './quota-facts.ts';
import { recordBooking } from './record-booking.ts';
import { refusalOf } from './refusals.ts';
import type { BookBody } from './schema.ts';

/** Books a slot, a visit room and a terminal for an approved application. Gives the booking's id. @throws Refusal */
export async function bookVisit(
  foundation: Foundation,
  staff: StaffPrincipal,
  body: BookBody,
): Promise<string> {
  const actor = { kind: 'staff' as const, id: staff.id, role: staff.role };
  return inTransaction(foundation.db, (trx) =>
    bookWithin(trx, foundation, body, { createdBy: staff.id, actor }),
  );
}

/** Holds a slot until the family has answered, as if it were booked; nobody else gets it meanwhile. @throws Refusal */
export function holdSlot(
  trx: Knex.Transaction,
  foundation: Foundation,
  body: BookBody,
  { createdBy, heldUntil }: { createdBy: string; heldUntil: DateTime },
): Promise<string> {
  return bookWithin(trx, foundation, body, { createdBy, actor: theServer, heldUntil });
}

type Booker = { createdBy: string; actor: LedgerActor; heldUntil?: DateTime };

async function bookWithin(
  trx: Knex.Transaction,
  foundation: Foundation,
  body: BookBody,
  { createdBy, actor, heldUntil }: Booker,
): Promise<string> {
  const now = foundation.clock.now();
  const application = await lockForBooking(trx, body.applicationId);
  const wanted = { ...body, startsAt: fromStoredTime(body.startsAt) };
  const { values, rules } = await loadBookingRules(trx, application, now);
  const facts = await gatherFacts(trx, application, wanted, { now, rules: values, moving: undefined });

  const decision = decideBooking(facts, values);
  if ('refused' in decision) throw refusalOf(decision.refused);

  const decided = decision.book;
  const placed = await placeBooking(trx, {
    application,
    wanted,
    decided,
    facts,
    values,
    rules,
    now,
    createdBy,
    heldUntil,
  });
  const about = { prisonId: application.prisonId, bookingId: placed.id };
  if (heldUntil === undefined) {
    await addNotices(trx, foundation, { kind: 'visit_booked', to: 'everyone', ...about, facts: {} });
  } else {
    const facts = { start: { at: placed.startsAt }, until: { at: toStoredTime(heldUntil) } };
    await addNotices(trx, foundation, { kind: 'offer_made', to: 'applicant', ...about, facts });
  }
  await recordBooking(trx, foundation, {
    kind: heldUntil === undefined ? 'visit_booked' : 'slot_offered',
    actor,
    booking: { ...application, id: placed.id, applicationId: application.id },
    facts: {
      number: placed.number,
      kind: application.kind,
      urgency: application.urgency,
      startsAt: placed.startsAt,
      endsAt: placed.endsAt,
      visitRoomId: wanted.visitRoomId,
      terminalId: wanted.terminalId,
      ...quotaFacts(decided),
      heldUntil: heldUntil && toStoredTime(heldUntil),
      ...placed.kept,
    },
    rules: rules.used(),
  });
  return placed.id;
}
