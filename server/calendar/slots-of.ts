import { DateTime } from 'luxon';
import { peopleZone } from '../clock.ts';
import type { CalendarOfPrison, RecurringHours, Session } from './calendar-of-prison.ts';
import { isHoliday } from './day-of-calendar.ts';
import type { OfficeDays } from './office-days.ts';

/** A time at which a visit can take place; DateTimes are of Asia/Shanghai. */
export type SlotTime = { startsAt: DateTime; endsAt: DateTime };

/** A slot with the session that it is of. */
export type SessionSlot = SlotTime & { session: Session };

export type SlotGrid = { durationMinutes: number; turnoverMinutes: number };

/** For whom slots are asked. */
export type SlotGridOfWard = SlotGrid & { wardId: string };

/** Slots from date to date, both included. */
export type SlotRange = SlotGridOfWard & { from: string; to: string };

/**
 * The slots of a prison's sessions: from each opening on, a visit and its turnover after the other, as long as the visit
 * ends before closing. A holiday is closed unless the session says otherwise, on whatever weekday it falls. A make-up
 * working day counts as the weekday that it is: nobody has said which weekday's hours it would take over.
 *
 * The sessions of other wards are in it, so that a person sees why the day is not theirs; at one time their own goes first.
 */
export function slotsOf(calendar: CalendarOfPrison, range: SlotRange): SessionSlot[] {
  return datesOf(range.from, range.to).flatMap((date) => slotsOfDate(calendar, date, range));
}

/** Every date from one to another, both included. */
export function datesOf(from: string, to: string): string[] {
  const dates: string[] = [];
  const last = midnight(to);
  // Compared as moments: as text, the day after 9999-12-31 sorts before it.
  for (let day = midnight(from); day <= last; day = day.plus({ days: 1 })) {
    dates.push(day.toISODate() as string);
  }
  return dates;
}

/** The hours that hold on a date, before holidays are asked for. */
export function hoursOn<H extends RecurringHours>(hours: readonly H[], date: string): H[] {
  const day = midnight(date);
  return hours.filter(
    (one) =>
      one.weekdays.includes(day.weekday) &&
      one.validFrom <= date &&
      (one.validTo === null || date <= one.validTo) &&
      isItsWeek(one, day),
  );
}

/** The hours of a date that nothing but a closure could close. */
export function openHoursOn<H extends RecurringHours>(
  hours: readonly H[],
  date: string,
  officeDays: OfficeDays,
): H[] {
  const held = hoursOn(hours, date);
  return held.length > 0 && isHoliday(date, officeDays)
    ? held.filter(({ openOnHolidays }) => openOnHolidays)
    : held;
}

/** `24:00` is the end of the day. */
export function momentOf(date: string, time: string): DateTime {
  const [hours, minutes] = time.split(':').map(Number) as [number, number];
  return midnight(date).plus({ hours, minutes });
}

export const isForWard = ({ wardIds }: Session, wardId: string) =>
  wardIds.length === 0 || wardIds.includes(wardId);

function isItsWeek({ everyWeeks, validFrom }: RecurringHours, day: DateTime): boolean {
  if (everyWeeks === 1) return true;
  const weeks = day.startOf('week').diff(midnight(validFrom).startOf('week'), 'weeks').weeks;
  return Math.round(weeks) % everyWeeks === 0;
}

function slotsOfDate(calendar: CalendarOfPrison, date: string, range: SlotRange): SessionSlot[] {
  // By their start: a slot is offered once, as one of the ward's own if it is one.
  const slots = new Map<number, SessionSlot>();
  for (const session of openHoursOn(calendar.sessions, date, calendar.officeDays)) {
    const closes = momentOf(date, session.closesAt);
    for (let startsAt = momentOf(date, session.opensAt); ; ) {
      const endsAt = startsAt.plus({ minutes: range.durationMinutes });
      if (endsAt > closes) break;
      if (isForWard(session, range.wardId) || !slots.has(startsAt.toMillis()))
        slots.set(startsAt.toMillis(), { startsAt, endsAt, session });
      startsAt = endsAt.plus({ minutes: range.turnoverMinutes });
    }
  }
  return [...slots.values()].sort((a, b) => a.startsAt.toMillis() - b.startsAt.toMillis());
}

const midnight = (date: string) => DateTime.fromISO(date, { zone: peopleZone });
