import type { DateTime } from 'luxon';
import {
  type CalendarOfPrison,
  type Closure,
  centreHoursOn,
  closuresOfAll,
  closuresOfPlace,
  isForWard,
  isInCentreHours,
  momentOf,
  type NoSlot,
  nextOpening,
  type PlaceWanted,
  type SessionSlot,
  type SlotGrid,
  type SlotTime,
} from '../calendar/index.ts';
import { closureReasonTexts } from '../calendar/schema.ts';
import { dayOf, fromStoredTime, sayMoment, toStoredTime } from '../clock.ts';
import type { Text } from '../edge/index.ts';
import type { BookingReason } from './refusals.ts';

/** Another visit of the prison, in moments as they are stored: its turnover is part of it. */
export type SessionVisit = { from: string; until: string; wardId: string };

type CalendarFacts = {
  calendar: CalendarOfPrison;
  wardId: string;
  sessionVisits: readonly SessionVisit[];
};

/** Why no slot of the prisoner's ward begins at a moment, and when the next one does. */
export function reasonIfNoSlot(
  { refused }: NoSlot,
  wantedAt: DateTime,
  { calendar, wardId }: CalendarFacts,
  rules: SlotGrid,
): BookingReason {
  return { code: refused, facts: { next: sayNext(nextOpening(calendar, wantedAt, { ...rules, wardId })) } };
}

/** Every reason of the calendar against a slot, whatever room and terminal are chosen: each with the next possible time. */
export function reasonsOfCalendar(slot: SessionSlot, facts: CalendarFacts, rules: SlotGrid): BookingReason[] {
  return [
    ...reasonIfOtherWards(slot, facts, rules),
    ...reasonIfClosed(slot, facts, rules),
    ...reasonIfOutsideCentreHours(slot, facts, rules),
    ...reasonIfSessionFull(slot, facts, rules),
  ];
}

function reasonIfOtherWards(slot: SessionSlot, facts: CalendarFacts, rules: SlotGrid): BookingReason[] {
  if (isForWard(slot.session, facts.wardId)) return [];
  return [reasonIfNoSlot({ refused: 'other_wards_day' }, slot.startsAt, facts, rules)];
}

/** Closures of the prison or of the centre; of several the one that lasts longest tells until when. */
export function reasonIfClosed(
  slot: SlotTime,
  { calendar, wardId }: CalendarFacts,
  rules: SlotGrid,
): BookingReason[] {
  const closure = longest(closuresOfAll(calendar, neededFor(slot, rules)));
  if (closure?.until == null) return [];
  const next = nextOpening(calendar, fromStoredTime(closure.until), { ...rules, wardId });
  const code = closure.scope === 'centre' ? 'closed_centre' : 'closed_by_prison';
  return [{ code, facts: { ...factsOf(closure), next: sayNext(next) } }];
}

/** Closures of the chosen room or terminal, and what has been taken out of use. */
export function reasonIfPlaceClosed(
  place: PlaceWanted,
  slot: SlotTime,
  { calendar, wardId }: CalendarFacts,
  rules: SlotGrid,
): BookingReason[] {
  const closure = longest(closuresOfPlace(calendar, place, neededFor(slot, rules)));
  if (closure === undefined) return [];
  if (closure.until === null) {
    const since = { from: dayOf(fromStoredTime(closure.from)) };
    return [{ code: place.scope === 'terminal' ? 'terminal_out_of_use' : 'room_out_of_use', facts: since }];
  }
  const after = fromStoredTime(closure.until);
  const next = nextOpening(calendar, after, { ...rules, wardId }, { places: [place] });
  const code = place.scope === 'terminal' ? 'closed_terminal' : 'closed_room';
  return [{ code, facts: { ...factsOf(closure), next: sayNext(next) } }];
}

function reasonIfOutsideCentreHours(
  slot: SessionSlot,
  { calendar, wardId }: CalendarFacts,
  rules: SlotGrid,
): BookingReason[] {
  if (isInCentreHours(calendar, slot)) return [];
  const hours = centreHoursOn(calendar, dayOf(slot.startsAt)) ?? [];
  const next = sayNext(nextOpening(calendar, slot.startsAt, { ...rules, wardId }));
  if (hours.length === 0) return [{ code: 'centre_closed_that_day', facts: { next } }];
  const said = hours.map(({ opensAt, closesAt }) => `${opensAt}–${closesAt}`).join(' / ');
  return [{ code: 'outside_centre_hours', facts: { hours: said, next } }];
}

function reasonIfSessionFull(
  slot: SessionSlot,
  { calendar, wardId, sessionVisits }: CalendarFacts,
  rules: SlotGrid,
): BookingReason[] {
  const { capacity } = slot.session;
  if (capacity === null || visitsAtOnce(slot, sessionVisits, rules) < capacity) return [];
  const next = nextOpening(
    calendar,
    slot.endsAt,
    { ...rules, wardId },
    {
      suits: (later) =>
        later.session.capacity === null || visitsAtOnce(later, sessionVisits, rules) < later.session.capacity,
    },
  );
  return [{ code: 'session_full', facts: { capacity, next: sayNext(next) } }];
}

/** The most visits of the slot's session that are at one moment of the slot: those that begin in its hours, of its wards. */
function visitsAtOnce(slot: SessionSlot, visits: readonly SessionVisit[], rules: SlotGrid): number {
  const { session } = slot;
  const date = dayOf(slot.startsAt);
  const [opens, closes] = [session.opensAt, session.closesAt].map((time) =>
    toStoredTime(momentOf(date, time)),
  ) as [string, string];
  const needed = neededFor(slot, rules);
  const [from, until] = [toStoredTime(needed.from), toStoredTime(needed.until)];
  const meeting = visits.filter(
    (visit) =>
      isForWard(session, visit.wardId) &&
      opens <= visit.from &&
      visit.from < closes &&
      visit.from < until &&
      from < visit.until,
  );
  // As many as at the beginning of the slot, or when a later one begins: between those, visits only end.
  const moments = [from, ...meeting.map((visit) => visit.from).filter((begins) => begins > from)];
  return Math.max(
    ...moments.map((at) => meeting.filter((visit) => visit.from <= at && at < visit.until).length),
  );
}

const neededFor = ({ startsAt, endsAt }: SlotTime, { turnoverMinutes }: SlotGrid) => ({
  from: startsAt,
  until: endsAt.plus({ minutes: turnoverMinutes }),
});

function longest(closures: readonly Closure[]): Closure | undefined {
  return [...closures].sort((a, b) => compareEnds(b.until, a.until))[0];
}

/** No end is later than any. */
const compareEnds = (a: string | null, b: string | null) =>
  a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1;

function factsOf({ until, reason }: Closure) {
  return {
    until: until === null ? '' : sayMoment(fromStoredTime(until)),
    reason: closureReasonTexts[reason ?? 'other'],
  };
}

const noNextTime: Text = {
  zh: '其后的会见时段目前不能确定，请向监狱询问。',
  en: 'No later slot is known yet: ask the prison.',
};

function sayNext(moment: DateTime | undefined): Text {
  if (moment === undefined) return noNextTime;
  const at = sayMoment(moment);
  return { zh: `其后最早的会见时段：${at}。`, en: `The next slot after it: ${at}.` };
}
