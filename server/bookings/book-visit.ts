import { inTransaction } from '../../db/connection.ts';
import { fromStoredTime } from '../clock.ts';
import type { StaffPrincipal } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { addNotices } from '../notices/index.ts';
import { decideBooking } from './decide-booking.ts';
import { gatherFacts, loadBookingRules, monthOf } from './gather-facts.ts';
import { lockForBooking } from './lock-for-booking.ts';
import { placeBooking } from './place-booking.ts';
import { recordBooking } from './record-booking.ts';
import { refusalOf } from './refusals.ts';
import type { BookBody } from './schema.ts';

/** Books a slot, a visit room and a terminal for an approved application. Gives the booking's id. @throws Refusal */
export async function bookVisit(
  foundation: Foundation,
  staff: StaffPrincipal,
  body: BookBody,
): Promise<string> {
  const { db, clock } = foundation;
  return inTransaction(db, async (trx) => {
    const now = clock.now();
    const application = await lockForBooking(trx, body.applicationId);
    const wanted = { ...body, startsAt: fromStoredTime(body.startsAt) };
    const { values, rules } = await loadBookingRules(trx, application, now);
    const facts = await gatherFacts(trx, application, wanted, { now, rules: values, moving: undefined });

    const decision = decideBooking(facts, values);
    if ('refused' in decision) throw refusalOf(decision.refused);

    const placed = await placeBooking(trx, {
      application,
      wanted,
      decided: decision.book,
      facts,
      values,
      rules,
      now,
      createdBy: staff.id,
    });
    await addNotices(trx, foundation, {
      kind: 'visit_booked',
      to: 'everyone',
      prisonId: application.prisonId,
      bookingId: placed.id,
      facts: {},
    });
    await recordBooking(trx, foundation, {
      kind: 'visit_booked',
      actor: { kind: 'staff', id: staff.id, role: staff.role },
      booking: { ...application, id: placed.id, applicationId: application.id },
      facts: {
        number: placed.number,
        kind: application.kind,
        startsAt: placed.startsAt,
        endsAt: placed.endsAt,
        visitRoomId: wanted.visitRoomId,
        terminalId: wanted.terminalId,
        month: monthOf(decision.book.startsAt),
        otherVisitsInMonth: facts.visitsInMonth,
        ...placed.kept,
      },
      rules: rules.used(),
    });
    return placed.id;
  });
}
