import type { DateTime } from 'luxon';
import { dayOf, fromStoredTime } from '../clock.ts';
import { dayAfter } from '../days.ts';
import type { CalendarOfPrison, Closure } from './calendar-of-prison.ts';
import {
  isForWard,
  momentOf,
  openHoursOn,
  type SessionSlot,
  type SlotGridOfWard,
  type SlotTime,
  slotsOf,
} from './slots-of.ts';

/** Further ahead nobody can say yet what will be. */
const mostDaysAhead = 120;

/** The visit with its turnover: until then its room and its terminal are needed. */
type Needed = { from: DateTime; until: DateTime };

/** A place that the visit would be at. */
export type PlaceWanted = { scope: 'terminal' | 'visit_room'; id: string };

/** What closes the prison or the centre at some moment of the time. */
export function closuresOfAll(calendar: CalendarOfPrison, needed: Needed): Closure[] {
  return calendar.closures.filter(
    (closure) => (closure.scope === 'prison' || closure.scope === 'centre') && touches(closure, needed),
  );
}

/** What closes a place at some moment of the time, or has taken it out of use. */
export function closuresOfPlace(
  calendar: CalendarOfPrison,
  { scope, id }: PlaceWanted,
  needed: Needed,
): Closure[] {
  return calendar.closures.filter(
    (closure) => closure.scope === scope && closure.scopeId === id && touches(closure, needed),
  );
}

/** The centre's hours of a date; undefined where it has none of its own yet and is open whenever a prison is. */
export function centreHoursOn(
  { centreHours, officeDays }: CalendarOfPrison,
  date: string,
): { opensAt: string; closesAt: string }[] | undefined {
  if (!centreHours.some(({ validFrom }) => validFrom <= date)) return undefined;
  return openHoursOn(centreHours, date, officeDays).sort((a, b) => (a.opensAt < b.opensAt ? -1 : 1));
}

/** Whether a visit lies within the centre's hours: its rooms are used in them only. */
export function isInCentreHours(calendar: CalendarOfPrison, { startsAt, endsAt }: SlotTime): boolean {
  const date = dayOf(startsAt);
  const hours = centreHoursOn(calendar, date);
  return (
    hours === undefined ||
    hours.some(
      ({ opensAt, closesAt }) => momentOf(date, opensAt) <= startsAt && endsAt <= momentOf(date, closesAt),
    )
  );
}

type OpeningWanted = { places?: readonly PlaceWanted[]; suits?: (slot: SessionSlot) => boolean };

/**
 * The first slot from a moment on that the prison, the centre and these places are open for, and that `suits`; undefined if
 * there is none in the time ahead that can be known.
 */
export function nextOpening(
  calendar: CalendarOfPrison,
  after: DateTime,
  grid: SlotGridOfWard,
  { places = [], suits = () => true }: OpeningWanted = {},
): DateTime | undefined {
  const openOn = openSlotsOf(calendar, grid);
  for (let ahead = 0, date = dayOf(after); ahead <= mostDaysAhead; ahead += 1, date = dayAfter(date)) {
    const found = openOn(date).find(
      (slot) =>
        slot.startsAt >= after &&
        places.every((place) => closuresOfPlace(calendar, place, neededFor(slot, grid)).length === 0) &&
        suits(slot),
    );
    if (found) return found.startsAt;
  }
  return undefined;
}

/** The slots of a date that are a ward's own and that neither the prison nor the centre has closed. */
function openSlotsOf(calendar: CalendarOfPrison, grid: SlotGridOfWard): (date: string) => SessionSlot[] {
  const { durationMinutes, turnoverMinutes, wardId } = grid;
  // A page of slots asks for the same days again and again; a calendar is never changed in place.
  const ofCalendar = openSlotsKnown.get(calendar) ?? new Map<string, Map<string, SessionSlot[]>>();
  openSlotsKnown.set(calendar, ofCalendar);
  const question = JSON.stringify([durationMinutes, turnoverMinutes, wardId]);
  const known = ofCalendar.get(question) ?? new Map<string, SessionSlot[]>();
  ofCalendar.set(question, known);
  return (date) => {
    const open =
      known.get(date) ??
      slotsOf(calendar, { ...grid, from: date, to: date }).filter(
        (slot) =>
          isForWard(slot.session, wardId) &&
          isInCentreHours(calendar, slot) &&
          closuresOfAll(calendar, neededFor(slot, grid)).length === 0,
      );
    known.set(date, open);
    return open;
  };
}

const openSlotsKnown = new WeakMap<CalendarOfPrison, Map<string, Map<string, SessionSlot[]>>>();

const neededFor = ({ startsAt, endsAt }: SlotTime, { turnoverMinutes }: SlotGridOfWard): Needed => ({
  from: startsAt,
  until: endsAt.plus({ minutes: turnoverMinutes }),
});

/**
 * The calendar without what cannot concern a decision about a visit between these moments: what is kept with the decision, so
 * that it can be made again.
 */
export function calendarBetween(
  calendar: CalendarOfPrison,
  { from, until }: { from: DateTime; until: DateTime },
): CalendarOfPrison {
  const [first, last] = [dayOf(from), dayOf(until)];
  const days = Object.entries(calendar.officeDays.days).filter(([day]) => first <= day && day <= last);
  return {
    ...calendar,
    sessions: calendar.sessions.filter(
      ({ validFrom, validTo }) => validFrom <= last && (validTo === null || first <= validTo),
    ),
    closures: calendar.closures.filter((closure) => touches(closure, { from, until })),
    officeDays: { years: calendar.officeDays.years, days: Object.fromEntries(days) },
  };
}

function touches({ from, until }: Closure, needed: Needed): boolean {
  return fromStoredTime(from) < needed.until && (until === null || needed.from < fromStoredTime(until));
}
