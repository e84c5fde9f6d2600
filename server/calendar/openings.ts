import type { DateTime } from 'luxon';
import { fromStoredTime, peopleZone } from '../clock.ts';
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
  const date = dateOf(startsAt);
  const hours = centreHoursOn(calendar, date);
  return (
    hours === undefined ||
    hours.some(
      ({ opensAt, closesAt }) => momentOf(date, opensAt) <= startsAt && endsAt <= momentOf(date, closesAt),
    )
  );
}

/**
 * The first slot from a moment on that the prison, the centre and these places are open for, and that `suits`; undefined if
 * there is none in the time ahead that can be known.
 */
export function nextOpening(
  calendar: CalendarOfPrison,
  after: DateTime,
  grid: SlotGridOfWard,
  {
    places = [],
    suits = () => true,
  }: { places?: readonly PlaceWanted[]; suits?: (slot: SessionSlot) => boolean } = {},
): DateTime | undefined {
  const isOpen = (slot: SessionSlot) => {
    const needed = { from: slot.startsAt, until: slot.endsAt.plus({ minutes: grid.turnoverMinutes }) };
    return (
      slot.startsAt >= after &&
      isForWard(slot.session, grid.wardId) &&
      isInCentreHours(calendar, slot) &&
      closuresOfAll(calendar, needed).length === 0 &&
      places.every((place) => closuresOfPlace(calendar, place, needed).length === 0) &&
      suits(slot)
    );
  };
  for (let ahead = 0; ahead <= mostDaysAhead; ahead += 1) {
    const date = dateOf(after.plus({ days: ahead }));
    const found = slotsOf(calendar, { ...grid, from: date, to: date }).find(isOpen);
    if (found) return found.startsAt;
  }
  return undefined;
}

export const dateOf = (moment: DateTime) => moment.setZone(peopleZone).toISODate() as string;

function touches({ from, until }: Closure, needed: Needed): boolean {
  return fromStoredTime(from) < needed.until && (until === null || needed.from < fromStoredTime(until));
}
