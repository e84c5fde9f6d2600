import type { Knex } from 'knex';
import {
  type CalendarOfPrison,
  type CalendarQuestion,
  findSlot,
  loadCalendar,
  type TouchedBooking,
} from '../calendar/index.ts';
import { fromStoredTime, toStoredTime } from '../clock.ts';
import { loadRules } from '../rules/index.ts';
import { type ComingVisit, loadComingVisits } from './coming-visits.ts';
import type { BookingRules } from './decide-booking.ts';
import { bookingRulesOf } from './gather-facts.ts';
import { reasonIfNoSlot, reasonIfPlaceClosed, reasonsOfCalendar } from './reasons-of-calendar.ts';
import { type BookingReason, refusalOf } from './refusals.ts';
import { shortenSlot } from './shorten-slot.ts';

/** The booked visits to come that fit the calendar as it is, and would not fit it as it would be. */
export async function findTouchedBookings(
  db: Knex,
  { from, prisonIds, after }: CalendarQuestion,
): Promise<{ lookedAt: number; touched: TouchedBooking[] }> {
  const first = toStoredTime(from);
  const all = (await loadComingVisits(db, from)).filter((visit) => visit.starts_at >= first);
  const booked = all.filter(
    (visit) => prisonIds.includes(visit.prison_id) && ['booked', 'held'].includes(visit.state),
  );
  const rulesOf = rulesByPrisoner(db, { at: from });
  const touched: TouchedBooking[] = [];
  for (const prisonId of new Set(booked.map((visit) => visit.prison_id))) {
    const now = await loadCalendar(db, prisonId, { from });
    const changed = after(now);
    for (const visit of booked.filter((one) => one.prison_id === prisonId)) {
      const rules = await rulesOf(visit);
      const reason = reasonAgainst(visit, all, changed, rules);
      if (reason === undefined || reason.code === reasonAgainst(visit, all, now, rules)?.code) continue;
      touched.push({
        bookingId: visit.id,
        number: visit.number,
        prisonId,
        startsAt: visit.starts_at,
        reason: refusalOf(reason),
      });
    }
  }
  return { lookedAt: booked.length, touched };
}

/** Why a booked visit does not fit a calendar; it has its place in a session before those that were booked later. */
function reasonAgainst(
  visit: ComingVisit,
  all: readonly ComingVisit[],
  calendar: CalendarOfPrison,
  rules: BookingRules,
): BookingReason | undefined {
  const facts = {
    calendar,
    wardId: visit.ward_id,
    sessionVisits: all
      .filter((other) => other.prison_id === visit.prison_id && other.number < visit.number)
      .map((other) => ({ from: other.starts_at, until: other.occupied_until, wardId: other.ward_id })),
  };
  const startsAt = fromStoredTime(visit.starts_at);
  const found = findSlot(calendar, startsAt, { ...rules, wardId: visit.ward_id });
  if ('refused' in found) return reasonIfNoSlot(found, startsAt, facts, rules);
  const slot = shortenSlot(found, visit.approvedMinutes);
  const [reason] = [
    ...reasonsOfCalendar(slot, facts, rules),
    ...reasonIfPlaceClosed({ scope: 'visit_room', id: visit.visit_room_id }, slot, facts, rules),
    ...reasonIfPlaceClosed({ scope: 'terminal', id: visit.terminal_id }, slot, facts, rules),
  ];
  return reason;
}

/** The rules of a moment; prisoners of one prison, grade and category have the same. */
function rulesByPrisoner(db: Knex, { at }: { at: CalendarQuestion['from'] }) {
  const known = new Map<string, BookingRules>();
  return async ({ prison_id: prisonId, grade, category }: ComingVisit): Promise<BookingRules> => {
    const key = JSON.stringify([prisonId, grade, category]);
    const rules = known.get(key) ?? bookingRulesOf(await loadRules(db, { at, prisonId, grade, category }));
    known.set(key, rules);
    return rules;
  };
}
