import type { DateTime } from 'luxon';
import type { PaperFacts } from '../applications/index.ts';
import type { ApplicationKind, MobilityNeed, Urgency } from '../applications/schema.ts';
import {
  type CalendarOfPrison,
  type NoSlot,
  nthWorkingDayAfter,
  type SessionSlot,
  type SlotTime,
} from '../calendar/index.ts';
import { dayOf, peopleZone, sayMoment } from '../clock.ts';
import type { Custody } from '../custody/index.ts';
import { covers, firstDayFree } from '../days.ts';
import type { QuotaFacts, QuotaRules } from '../quota/index.ts';
import { factsOfBars, type VisitorBar } from '../suspensions/index.ts';
import { type MakeupOwed, makeupAt } from './makeup.ts';
import { reasonIfBarred } from './reason-if-barred.ts';
import {
  reasonIfClosed,
  reasonIfNoSlot,
  reasonIfPlaceClosed,
  reasonsOfCalendar,
  type SessionVisit,
} from './reasons-of-calendar.ts';
import { reasonsOfPapers } from './reasons-of-papers.ts';
import { type QuotaStanding, quotaStanding, reasonsOfQuota } from './reasons-of-quota.ts';
import type { BookingReason } from './refusals.ts';

export type BookingRules = QuotaRules & {
  durationMinutes: number;
  turnoverMinutes: number;
  minLeadWorkingDays: number;
  /** Rule 21b: of an urgent application. */
  urgentMinLeadWorkingDays: number;
  maxLeadDays: number;
  lateGraceMinutes: number;
  makeupOutsideQuota: boolean;
};

export type SubjectKind = 'prisoner' | 'visitor' | 'visit_room' | 'terminal';

/** Somebody or something that another booking has taken, from a moment until another. */
export type Taken = { subjectKind: SubjectKind; subjectId: string; from: DateTime; until: DateTime };

/** What is known about a slot, whatever room and terminal are chosen. */
export type SlotFacts = {
  now: DateTime;
  kind: ApplicationKind;
  urgency: Urgency;
  /** When the prison has visits, and what is closed. */
  calendar: CalendarOfPrison;
  /** Where the prisoner is held. */
  wardId: string;
  /** Other visits of the prison, where a session takes a number of them only. */
  sessionVisits: readonly SessionVisit[];
  /** What else there is of the prisoner in the month of the slot. */
  quota: QuotaFacts;
  /** A failed visit of the application that has not been made up for, even if its days are over. */
  makeup: MakeupOwed | undefined;
  /** For a booking, of rooms and terminals only the chosen ones. */
  taken: readonly Taken[];
  /** Suspensions of the visitors, whenever they are. */
  suspensions: readonly VisitorBar[];
  /** The prison of the application, */
  prisonId: string;
  /** and where the prisoner is, with every bar of visits, whenever it is. */
  custody: Custody;
  papers: PaperFacts;
};

/** What is known when a slot, a room and a terminal have been chosen. */
export type BookingFacts = SlotFacts & {
  /** A booking of the same application that waits, or that has served it. */
  otherBooking: { number: string; live: boolean; held: boolean } | undefined;
  slot: SessionSlot | NoSlot;
  wantedAt: DateTime;
  mobilityNeeds: readonly MobilityNeed[];
  visitRoom: { id: string; stepFree: boolean } | undefined;
  /** Undefined, too, if it stands in another prison. */
  terminal: { id: string } | undefined;
};

export type BookingDecision =
  | { book: { startsAt: DateTime; endsAt: DateTime; occupiedUntil: DateTime } & QuotaStanding }
  | { refused: BookingReason };

/** Whether a visit may be booked, or a booking moved, as asked. The first reason against it is the answer. */
export function decideBooking(facts: BookingFacts, rules: BookingRules): BookingDecision {
  const { otherBooking, slot } = facts;
  if (otherBooking) {
    return { refused: reasonOfOther(otherBooking) };
  }
  if ('refused' in slot) return { refused: reasonIfNoSlot(slot, facts.wantedAt, facts, rules) };
  const [reason] = [...reasonsAgainstSlot(slot, facts, rules), ...reasonsAgainstPlaces(slot, facts, rules)];
  if (reason) return { refused: reason };
  const { startsAt, endsAt } = slot;
  const until = occupiedUntil(slot, rules);
  return { book: { startsAt, endsAt, occupiedUntil: until, ...quotaStanding(slot, facts, rules) } };
}

/** Why an application is not booked a second time. */
export function reasonOfOther({
  number,
  live,
  held,
}: NonNullable<BookingFacts['otherBooking']>): BookingReason {
  if (held) return { code: 'slot_held', facts: { number } };
  return { code: live ? 'already_booked' : 'already_served', facts: { number } };
}

/** Until when a visit takes its people, room and terminal: the turnover is theirs, too. */
export function occupiedUntil({ endsAt }: SlotTime, { turnoverMinutes }: BookingRules): DateTime {
  return endsAt.plus({ minutes: turnoverMinutes });
}

/** Every reason why the slot cannot be booked for these people, whatever room and terminal are chosen. */
export function reasonsAgainstSlot(
  slot: SessionSlot,
  facts: SlotFacts,
  rules: BookingRules,
): BookingReason[] {
  return [
    ...reasonsOfTime(slot, facts, rules),
    ...reasonsOfCalendar(slot, facts, rules),
    ...reasonsAgainstPeople(slot, facts, rules),
  ];
}

/**
 * Every reason why a visit that is booked would not be booked as it is. How long before its day that was done does not
 * matter any more.
 */
export function reasonsAgainstBooked(
  booked: SlotTime,
  facts: BookingFacts,
  rules: BookingRules,
): BookingReason[] {
  const { slot, wantedAt } = facts;
  return [
    ...('refused' in slot
      ? [reasonIfNoSlot(slot, wantedAt, facts, rules), ...reasonIfClosed(booked, facts, rules)]
      : reasonsOfCalendar({ ...slot, ...booked }, facts, rules)),
    ...reasonsAgainstPeople(booked, facts, rules),
    ...reasonsAgainstPlaces(booked, facts, rules),
  ];
}

function reasonsAgainstPeople(slot: SlotTime, facts: SlotFacts, rules: BookingRules): BookingReason[] {
  return [
    ...reasonsOfQuota(slot, facts, rules),
    ...reasonIfSuspended(slot, facts.suspensions),
    ...reasonIfBarred(slot, facts),
    ...reasonsOfPapers(slot, facts.papers),
    ...reasonIfTaken('prisoner', slot, facts.taken, rules),
    ...reasonIfTaken('visitor', slot, facts.taken, rules),
  ];
}

/** Which of these have nobody else in the slot. */
export function freeOf<T extends { id: string }>(
  places: readonly T[],
  slot: SlotTime,
  taken: readonly Taken[],
  rules: BookingRules,
): T[] {
  const busy = taken.filter((one) => overlaps(one, slot, rules));
  return places.filter(({ id }) => !busy.some(({ subjectId }) => subjectId === id));
}

export function needsStepFree(needs: readonly MobilityNeed[]): boolean {
  return needs.includes('step_free') || needs.includes('wheelchair');
}

function reasonsOfTime(
  slot: SlotTime,
  { now, urgency, calendar, makeup }: SlotFacts,
  rules: BookingRules,
): BookingReason[] {
  const { startsAt } = slot;
  if (startsAt.plus({ minutes: rules.lateGraceMinutes }) < now) return [{ code: 'in_the_past' }];
  const days = urgency === 'none' ? rules.minLeadWorkingDays : rules.urgentMinLeadWorkingDays;
  const earliest = nthWorkingDayAfter(now, days, calendar.officeDays);
  // A make-up waits for nothing: it was applied for, approved and prepared once.
  if (startsAt < earliest && makeupAt(slot, makeup) === undefined) {
    const facts = { days, earliest: earliest.toISODate() as string };
    return [{ code: 'too_soon', facts }];
  }
  const latest = now.setZone(peopleZone).startOf('day').plus({ days: rules.maxLeadDays });
  if (startsAt > latest.endOf('day')) {
    const facts = { days: rules.maxLeadDays, latest: latest.toISODate() as string };
    return [{ code: 'too_late', facts }];
  }
  return [];
}

/** Rule 15: none of the visitors may visit on a day of a suspension. */
function reasonIfSuspended({ startsAt }: SlotTime, suspensions: readonly VisitorBar[]): BookingReason[] {
  const day = dayOf(startsAt);
  const bars = suspensions.filter((bar) => covers(bar, day));
  if (bars.length === 0) return [];
  // Suspensions may follow upon one another: the next possible day is after all of them.
  const next = firstDayFree(suspensions, day);
  return [{ code: 'visitor_suspended', facts: { ...factsOfBars(bars), next } }];
}

function reasonsAgainstPlaces(slot: SlotTime, facts: BookingFacts, rules: BookingRules): BookingReason[] {
  const { visitRoom, terminal, mobilityNeeds, taken } = facts;
  if (visitRoom === undefined) return [{ code: 'unknown_visit_room' }];
  if (terminal === undefined) return [{ code: 'unknown_terminal' }];
  const hasSteps = needsStepFree(mobilityNeeds) && !visitRoom.stepFree;
  return [
    ...(hasSteps ? [{ code: 'visit_room_not_step_free' as const }] : []),
    ...reasonIfPlaceClosed({ scope: 'visit_room', id: visitRoom.id }, slot, facts, rules),
    ...reasonIfPlaceClosed({ scope: 'terminal', id: terminal.id }, slot, facts, rules),
    ...reasonIfTaken('visit_room', slot, taken, rules),
    ...reasonIfTaken('terminal', slot, taken, rules),
  ];
}

function reasonIfTaken(
  subjectKind: SubjectKind,
  slot: SlotTime,
  taken: readonly Taken[],
  rules: BookingRules,
): BookingReason[] {
  const [latest] = taken
    .filter((one) => one.subjectKind === subjectKind && overlaps(one, slot, rules))
    .sort((a, b) => b.until.toMillis() - a.until.toMillis());
  return latest ? [takenReason(latest)] : [];
}

export function takenReason({ subjectKind, until }: Taken): BookingReason {
  return {
    code: `${subjectKind}_taken`,
    facts: { until: sayMoment(until) },
  };
}

function overlaps({ from, until }: Taken, slot: SlotTime, rules: BookingRules): boolean {
  return from < occupiedUntil(slot, rules) && slot.startsAt < until;
}
