import { inTransaction } from '../../db/connection.ts';
import { fromStoredTime, toStoredTime } from '../clock.ts';
import { edgeRefusals, type StaffPrincipal } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { addNotices } from '../notices/index.ts';
import { monthOf, watchQuota } from '../quota/index.ts';
import { decideBooking } from './decide-booking.ts';
import { gatherFacts, loadBookingRules, subjectsOf } from './gather-facts.ts';
import { keepBookingDecision } from './keep-booking-decision.ts';
import { lockForBooking } from './lock-for-booking.ts';
import { releaseSubjects, takeSubjects } from './occupancies.ts';
import { openForChange } from './open-for-change.ts';
import { quotaFacts } from './quota-facts.ts';
import { recordBooking } from './record-booking.ts';
import { refusalOf } from './refusals.ts';
import type { MoveBody } from './schema.ts';
import { settleFlag } from './settle-flag.ts';
import { bookingsTable, loadBooking } from './tables.ts';

/** Gives a booking another slot, room or terminal; the old place is free when the new one is taken. @throws Refusal */
export async function moveVisit(
  foundation: Foundation,
  staff: StaffPrincipal,
  id: string,
  body: MoveBody,
): Promise<void> {
  const { db, clock } = foundation;
  await inTransaction(db, async (trx) => {
    const now = clock.now();
    // Read first without a lock: the application and the prisoner are locked before the booking.
    const seen = await loadBooking(trx, id);
    if (seen === undefined) throw edgeRefusals.not_found();
    const application = await lockForBooking(trx, seen.applicationId);
    const before = await openForChange(trx, { id, version: body.version, change: 'move' }, { staff, now });
    const wanted = { ...body, startsAt: fromStoredTime(body.startsAt) };
    const { values, rules } = await loadBookingRules(trx, application, now);
    const facts = await gatherFacts(trx, application, wanted, { now, rules: values, moving: id });

    const decision = decideBooking(facts, values);
    if ('refused' in decision) throw refusalOf(decision.refused);

    const { startsAt, endsAt, occupiedUntil, makeup, outsideQuota } = decision.book;
    // Over the border of a month it is one month that has the visit back, and another that uses it.
    const months = [monthOf(fromStoredTime(before.startsAt)), monthOf(startsAt)];
    const quota = await watchQuota(trx, { prisonerId: application.prisonerId, months, now });
    const after = {
      visit_room_id: wanted.visitRoomId,
      terminal_id: wanted.terminalId,
      starts_at: toStoredTime(startsAt),
      ends_at: toStoredTime(endsAt),
      occupied_until: toStoredTime(occupiedUntil),
      rules_used: JSON.stringify(rules.used()),
      makeup_of: makeup?.bookingId ?? null,
      makeup_claim: makeup?.bookingId ?? null,
      outside_quota: outsideQuota,
      version: before.version + 1,
    };
    const settled = await settleFlag(trx, before, 'moved', { by: staff.id, at: now });
    await releaseSubjects(trx, id);
    await bookingsTable(trx).where({ id }).update(after);
    await takeSubjects(trx, id, subjectsOf(application, wanted), { from: startsAt, until: occupiedUntil });
    const kept = await keepBookingDecision(trx, {
      bookingId: id,
      step: 'move',
      wanted,
      decided: decision.book,
      facts,
      values,
      rules,
      now,
    });
    await addNotices(trx, foundation, {
      kind: 'visit_moved',
      to: 'everyone',
      prisonId: before.prisonId,
      bookingId: id,
      facts: { before: { at: before.startsAt } },
    });
    await quota.record({ cause: 'visit_moved', by: { kind: 'staff', id: staff.id }, referenceId: id });
    await recordBooking(trx, foundation, {
      kind: 'visit_moved',
      actor: { kind: 'staff', id: staff.id, role: staff.role },
      booking: before,
      facts: {
        number: before.number,
        startsAt: after.starts_at,
        endsAt: after.ends_at,
        visitRoomId: after.visit_room_id,
        terminalId: after.terminal_id,
        before: {
          startsAt: before.startsAt,
          visitRoomId: before.visitRoomId,
          terminalId: before.terminalId,
        },
        ...kept,
        ...quotaFacts(decision.book),
        ...settled,
      },
      rules: rules.used(),
    });
  });
}
