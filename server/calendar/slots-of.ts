import { DateTime } from 'luxon';
import { peopleZone } from '../clock.ts';
import type { VisitDay } from './schema.ts';

/** A time at which a visit can take place; DateTimes are of Asia/Shanghai. */
export type SlotTime = { startsAt: DateTime; endsAt: DateTime };

export type SlotGrid = { durationMinutes: number; turnoverMinutes: number };
export type IsHoliday = (date: string) => boolean;

/** Slots from date to date, both included. */
export type SlotRange = SlotGrid & { from: string; to: string; isHoliday: IsHoliday };

/**
 * The slots of a prison's visit days: from each opening on, a visit and its turnover after the other, as long as the
 * visit ends before closing. A holiday is closed unless the visit day says otherwise, on whatever weekday it falls. A
 * make-up working day counts as the weekday that it is: nobody has said which weekday's hours it would take over.
 */
export function slotsOf(visitDays: readonly VisitDay[], range: SlotRange): SlotTime[] {
  return datesOf(range.from, range.to).flatMap((date) => slotsOfDate(visitDays, date, range));
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

/** The visit days that hold on a date, before holidays are asked for. */
export function hoursOn(visitDays: readonly VisitDay[], date: string): VisitDay[] {
  const { weekday } = midnight(date);
  return visitDays.filter(
    (day) =>
      day.weekday === weekday && day.validFrom <= date && (day.validTo === null || date <= day.validTo),
  );
}

/** `24:00` is the end of the day. */
export function momentOf(date: string, time: string): DateTime {
  const [hours, minutes] = time.split(':').map(Number) as [number, number];
  return midnight(date).plus({ hours, minutes });
}

function slotsOfDate(visitDays: readonly VisitDay[], date: string, range: SlotRange): SlotTime[] {
  const closedDay = range.isHoliday(date);
  // By their start: hours that overlap do not offer one slot twice.
  const slots = new Map<number, SlotTime>();
  for (const day of hoursOn(visitDays, date)) {
    if (closedDay && !day.openOnHolidays) continue;
    const closes = momentOf(date, day.closesAt);
    for (let startsAt = momentOf(date, day.opensAt); ; ) {
      const endsAt = startsAt.plus({ minutes: range.durationMinutes });
      if (endsAt > closes) break;
      slots.set(startsAt.toMillis(), { startsAt, endsAt });
      startsAt = endsAt.plus({ minutes: range.turnoverMinutes });
    }
  }
  return [...slots.values()].sort((a, b) => a.startsAt.toMillis() - b.startsAt.toMillis());
}

const midnight = (date: string) => DateTime.fromISO(date, { zone: peopleZone });
