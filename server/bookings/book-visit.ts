import { v7 as uuid } from 'uuid';
import { inTransaction } from '../../db/connection.ts';
import { fromStoredTime, peopleZone, toStoredTime } from '../clock.ts';
import type { StaffPrincipal } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { nextNumber } from '../number-series.ts';
import { decideBooking } from './decide-booking.ts';
import { gatherFacts, loadBookingRules, monthOf, subjectsOf } from './gather-facts.ts';
import { lockForBooking } from './lock-for-booking.ts';
import { takeSubjects } from './occupancies.ts';
import { recordBooking } from './record-booking.ts';
import { refusalOf } from './refusals.ts';
import type { BookBody } from './schema.ts';
import { bookingsTable } from './tables.ts';

/** 会见 */
const numberPrefix = 'HJ';

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

    const { startsAt, endsAt, occupiedUntil } = decision.book;
    const id = uuid();
    const number = await nextNumber(trx, numberPrefix, now.setZone(peopleZone).year);
    const times = {
      starts_at: toStoredTime(startsAt),
      ends_at: toStoredTime(endsAt),
      occupied_until: toStoredTime(occupiedUntil),
    };
    await bookingsTable(trx).insert({
      id,
      number,
      kind: application.kind,
      application_id: application.id,
      prison_id: application.prisonId,
      prisoner_id: application.prisonerId,
      visit_room_id: wanted.visitRoomId,
      terminal_id: wanted.terminalId,
      ...times,
      state: 'booked',
      cancel_reason: null,
      cancel_note: '',
      given_back: false,
      rules_used: JSON.stringify(rules.used()),
      created_by: staff.id,
      created_at: toStoredTime(now),
      version: 1,
      live_application_id: application.id,
    });
    await takeSubjects(trx, id, subjectsOf(application, wanted), { from: startsAt, until: occupiedUntil });
    await recordBooking(trx, foundation, {
      kind: 'visit_booked',
      staff,
      booking: { ...application, id, applicationId: application.id },
      facts: {
        number,
        kind: application.kind,
        startsAt: times.starts_at,
        endsAt: times.ends_at,
        visitRoomId: wanted.visitRoomId,
        terminalId: wanted.terminalId,
        month: monthOf(startsAt),
        otherVisitsInMonth: facts.visitsInMonth,
      },
      rules: rules.used(),
    });
    return id;
  });
}
