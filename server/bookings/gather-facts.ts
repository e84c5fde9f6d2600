import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import {
  type ApprovedApplication,
  loadPaperFacts,
  nothingAgainstPapers,
  type PaperFacts,
} from '../applications/index.ts';
import { findSlot, holdCalendar, loadCalendar } from '../calendar/index.ts';
import { dayOf } from '../clock.ts';
import { custodyOf } from '../custody/index.ts';
import { countUse, monthOf, quotaRulesOf } from '../quota/index.ts';
import { loadRules, type Rules } from '../rules/index.ts';
import { barsOf } from '../suspensions/index.ts';
import { type BookingFacts, type BookingRules, occupiedUntil } from './decide-booking.ts';
import { findMakeupOwed } from './makeup.ts';
import { loadTaken, type Subject } from './occupancies.ts';
import { loadSessionVisits } from './session-visits.ts';
import { shortenFound } from './shorten-slot.ts';
import { findBookingOf } from './tables.ts';

export type WantedPlace = { startsAt: DateTime; visitRoomId: string; terminalId: string };

/** The rules that a booking is decided by: those of now, for this prisoner. */
export async function loadBookingRules(
  db: Knex,
  application: ApprovedApplication,
  now: DateTime,
): Promise<{ values: BookingRules; rules: Rules }> {
  const { prisonId, grade, category } = application;
  const rules = await loadRules(db, { at: now, prisonId, grade, category });
  return { values: bookingRulesOf(rules), rules };
}

export function bookingRulesOf(rules: Rules): BookingRules {
  return {
    durationMinutes: rules.get('duration_minutes'),
    turnoverMinutes: rules.get('turnover_minutes'),
    minLeadWorkingDays: rules.get('min_lead_working_days'),
    urgentMinLeadWorkingDays: rules.get('urgent_min_lead_working_days'),
    maxLeadDays: rules.get('max_lead_days'),
    lateGraceMinutes: rules.get('late_grace_minutes'),
    ...quotaRulesOf(rules),
    makeupOutsideQuota: rules.get('makeup_outside_quota'),
  };
}

/** Everything that has to be known to decide on a booking; `moving` is the one that would give up its place. */
export async function gatherFacts(
  trx: Knex.Transaction,
  application: ApprovedApplication,
  wanted: WantedPlace,
  { now, rules, moving }: { now: DateTime; rules: BookingRules; moving: string | undefined },
): Promise<BookingFacts> {
  const { startsAt } = wanted;
  const { prisonId, wardId } = application;
  await holdCalendar(trx, prisonId, startsAt);
  const calendar = await loadCalendar(trx, prisonId, { from: DateTime.min(now, startsAt) });
  const onGrid = findSlot(calendar, startsAt, { ...rules, wardId });
  const slot = shortenFound(onGrid, application.approvedMinutes);
  const visitRoom = await trx('visit_rooms').where({ id: wanted.visitRoomId }).first('id', 'step_free');
  const terminal = await trx('terminals').where({ id: wanted.terminalId, prison_id: prisonId }).first('id');
  const other = await findBookingOf(trx, application.id);
  const until = 'refused' in slot ? startsAt : occupiedUntil(slot, rules);
  const { prisonerId } = application;
  const month = monthOf(startsAt);
  const use = await countUse(trx, { prisonerIds: [prisonerId], from: month, to: month, except: moving });
  return {
    now,
    kind: application.kind,
    urgency: application.urgency,
    calendar,
    wardId,
    sessionVisits: await loadSessionVisits(trx, calendar, { from: startsAt, to: startsAt, except: moving }),
    slot,
    wantedAt: startsAt,
    otherBooking: other?.id === moving ? undefined : other,
    quota: use.of(prisonerId, month),
    makeup: await findMakeupOwed(trx, application.id, moving),
    mobilityNeeds: application.mobilityNeeds,
    visitRoom: visitRoom && { id: visitRoom.id, stepFree: Boolean(visitRoom.step_free) },
    terminal: terminal && { id: terminal.id },
    taken: await loadTaken(trx, subjectsOf(application, wanted), { from: startsAt, until, except: moving }),
    suspensions: await barsOf(trx, application.visitorIds),
    prisonId: application.prisonId,
    custody: await custodyOf(trx, application.prisonerId),
    papers: await papersOf(trx, application, now),
  };
}

/** What the papers of the application say about the days of its visit. */
export async function papersOf(
  db: Knex,
  application: ApprovedApplication,
  now: DateTime,
): Promise<PaperFacts> {
  const facts = await loadPaperFacts(db, [application], dayOf(now));
  return facts.get(application.id) ?? nothingAgainstPapers;
}

export function peopleOf(application: ApprovedApplication): Subject[] {
  return [
    { kind: 'prisoner', id: application.prisonerId },
    ...application.visitorIds.map((id) => ({ kind: 'visitor' as const, id })),
  ];
}

/** Everybody and everything that the visit takes. */
export function subjectsOf(application: ApprovedApplication, wanted: WantedPlace): Subject[] {
  return [
    ...peopleOf(application),
    { kind: 'visit_room', id: wanted.visitRoomId },
    { kind: 'terminal', id: wanted.terminalId },
  ];
}
