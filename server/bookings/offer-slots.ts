import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import { type ApprovedApplication, loadApprovedApplication } from '../applications/index.ts';
import {
  type CalendarOfPrison,
  datesOf,
  dayOfCalendar,
  loadCalendar,
  type PlaceWanted,
  type SessionSlot,
  slotsOf,
} from '../calendar/index.ts';
import type { Slot, SlotsAnswer } from '../calendar/schema.ts';
import { peopleZone, toStoredTime } from '../clock.ts';
import { custodyOf } from '../custody/index.ts';
import type { Language } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { countUse, monthOf } from '../quota/index.ts';
import { barsOf } from '../suspensions/index.ts';
import {
  type BookingRules,
  freeOf,
  needsStepFree,
  occupiedUntil,
  reasonOfOther,
  reasonsAgainstSlot,
  type SlotFacts,
} from './decide-booking.ts';
import { loadBookingRules, papersOf, peopleOf } from './gather-facts.ts';
import { findMakeupOwed, type MakeupOwed, makeupAt } from './makeup.ts';
import { loadTaken } from './occupancies.ts';
import { reasonIfPlaceClosed } from './reasons-of-calendar.ts';
import { type BookingReason, refusalOf } from './refusals.ts';
import { loadSessionVisits } from './session-visits.ts';
import { shortenSlot } from './shorten-slot.ts';
import { findBookingOf } from './tables.ts';

type Places = { visitRooms: { id: string }[]; terminals: { id: string }[]; stepFree: boolean };
export type AskedDays = { applicationId: string; from: string; to: string };

/**
 * Every slot of the application's prison with the rooms and terminals that are free, or the reasons why it cannot be
 * booked. If the application is booked already, its own place counts as free: the slots are those it can move to.
 */
export async function offerSlots(
  { db, clock }: Foundation,
  { applicationId, from, to }: AskedDays,
  language: Language,
): Promise<SlotsAnswer> {
  const now = clock.now();
  const application = await loadApprovedApplication(db, applicationId);
  const { values: rules } = await loadBookingRules(db, application, now);
  const calendar = await loadCalendar(db, application.prisonId, {
    from: DateTime.min(now, DateTime.fromISO(from, { zone: peopleZone })),
  });
  const slots = slotsOf(calendar, { ...rules, from, to, wardId: application.wardId }).map((slot) =>
    shortenSlot(slot, application.approvedMinutes),
  );
  const own = await findBookingOf(db, applicationId);
  const moving = own?.live && !own.held ? own.id : undefined;
  const places = await loadPlaces(db, application);
  const served: BookingReason[] = own && moving === undefined ? [reasonOfOther(own)] : [];
  const makeup = await findMakeupOwed(db, applicationId, moving);
  const asked = { calendar, slots, places, rules, now, moving, makeup };
  const factsOf = await gatherSlotFacts(db, application, asked);
  return {
    bookingId: moving ?? null,
    days: datesOf(from, to).map((date) => dayOfCalendar(date, calendar.officeDays)),
    slots: slots.map((slot) => toSlot(slot, factsOf(slot), { served, places, rules, language })),
  };
}

async function loadPlaces(db: Knex, application: ApprovedApplication): Promise<Places> {
  const stepFree = needsStepFree(application.mobilityNeeds);
  const visitRooms = await db('visit_rooms')
    .where((query) => stepFree && query.where({ step_free: true }))
    .orderBy('name_en')
    .select('id');
  const terminals = await db('terminals')
    .where({ prison_id: application.prisonId })
    .orderBy('name_en')
    .select('id');
  return { visitRooms, terminals, stepFree };
}

/** One query of a kind for all slots; then the facts of each. */
async function gatherSlotFacts(
  db: Knex,
  application: ApprovedApplication,
  asked: {
    calendar: CalendarOfPrison;
    slots: SessionSlot[];
    places: Places;
    rules: BookingRules;
    now: DateTime;
    moving: string | undefined;
    makeup: MakeupOwed | undefined;
  },
): Promise<(slot: SessionSlot) => SlotFacts> {
  const { calendar, slots, places, rules, now, moving, makeup } = asked;
  const first = slots.at(0);
  const last = slots.at(-1);
  const { kind, urgency, prisonId, prisonerId, wardId } = application;
  const custody = await custodyOf(db, prisonerId);
  const papers = await papersOf(db, application, now);
  const always = { now, kind, urgency, calendar, wardId, prisonId, custody, papers };
  if (first === undefined || last === undefined)
    return () => {
      throw new Error('there are no slots to be decided about');
    };
  const subjects = [
    ...peopleOf(application),
    ...places.visitRooms.map(({ id }) => ({ kind: 'visit_room' as const, id })),
    ...places.terminals.map(({ id }) => ({ kind: 'terminal' as const, id })),
  ];
  const until = occupiedUntil(last, rules);
  const taken = await loadTaken(db, subjects, { from: first.startsAt, until, except: moving });
  const suspensions = await barsOf(db, application.visitorIds);
  const range = { from: first.startsAt, to: last.startsAt, except: moving };
  const months = { from: monthOf(range.from), to: monthOf(range.to), except: moving };
  const use = await countUse(db, { prisonerIds: [prisonerId], ...months });
  const sessionVisits = await loadSessionVisits(db, calendar, range);
  return (slot) => ({
    ...always,
    sessionVisits,
    quota: use.of(prisonerId, monthOf(slot.startsAt)),
    makeup,
    taken,
    suspensions,
  });
}

function toSlot(slot: SessionSlot, facts: SlotFacts, { served, places, rules, language }: Offer): Slot {
  const rooms = choiceOf('visit_room', places.visitRooms, slot, facts, rules);
  const terminals = choiceOf('terminal', places.terminals, slot, facts, rules);
  const reasons: BookingReason[] = [...served, ...reasonsAgainstSlot(slot, facts, rules)];
  if (rooms.open.length === 0)
    reasons.push(
      { code: places.stepFree ? 'no_step_free_room_free' : 'no_visit_room_free' },
      ...rooms.closed,
    );
  if (terminals.open.length === 0) reasons.push({ code: 'no_terminal_free' }, ...terminals.closed);
  const free = reasons.length === 0;
  return {
    startsAt: toStoredTime(slot.startsAt),
    endsAt: toStoredTime(slot.endsAt),
    makeup: makeupAt(slot, facts.makeup) !== undefined,
    free,
    visitRoomIds: free ? rooms.open.map(({ id }) => id) : [],
    terminalIds: free ? terminals.open.map(({ id }) => id) : [],
    reasons: reasons.map((reason) => ({ code: reason.code, text: refusalOf(reason).say(language) })),
  };
}

type Choice = { open: { id: string }[]; closed: BookingReason[] };

/** What is neither taken nor closed in the slot; and of what is not taken, the first that is closed, with why. */
function choiceOf(
  scope: PlaceWanted['scope'],
  all: readonly { id: string }[],
  slot: SessionSlot,
  facts: SlotFacts,
  rules: BookingRules,
): Choice {
  const free = freeOf(all, slot, facts.taken, rules).map((place) => ({
    place,
    reasons: reasonIfPlaceClosed({ scope, id: place.id }, slot, facts, rules),
  }));
  return {
    open: free.filter(({ reasons }) => reasons.length === 0).map(({ place }) => place),
    closed: free.flatMap(({ reasons }) => reasons).slice(0, 1),
  };
}

type Offer = { served: BookingReason[]; places: Places; rules: BookingRules; language: Language };
