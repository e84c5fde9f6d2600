import { expect } from 'chai';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { reasonsOfCalendar } from '../../server/bookings/reasons-of-calendar.ts';
import type { CalendarOfPrison, Closure, Session } from '../../server/calendar/calendar-of-prison.ts';
import { findSlot, isForWard, nextOpening, type SessionSlot, slotsOf } from '../../server/calendar/index.ts';
import type { OfficeDays } from '../../server/calendar/office-days.ts';
import { aSession } from './a-calendar.ts';

/** Three weeks from Monday, 4 January 2027, a year of which nothing is known but what is entered. */
const firstDay = '2027-01-04';
const days = 21;
const dayOf = (n: number) => DateTime.fromISO(firstDay).plus({ days: n }).toISODate() as string;
const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const millis = (day: string, minutes: number) => Date.parse(`${day}T00:00:00+08:00`) + minutes * 60_000;

const aDay = fc.nat(days - 1).map(dayOf);
const hours = fc
  .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 40 }))
  .map(([from, length]) => ({
    opensAt: clock(from * 15),
    closesAt: clock(Math.min(from + length, 96) * 15),
  }));
const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 });
const validity = fc.record({ validFrom: aDay, validTo: fc.option(aDay, { nil: null }) });
const recurring = fc
  .tuple(hours, weekdays, validity, fc.boolean(), fc.integer({ min: 1, max: 3 }))
  .map(([times, on, held, openOnHolidays, everyWeeks]) => ({
    ...times,
    ...held,
    weekdays: on,
    openOnHolidays,
    everyWeeks,
  }));
const wards = ['ward-1', 'ward-2'];
const sessions: fc.Arbitrary<Session> = fc
  .tuple(recurring, fc.subarray(wards))
  .map(([held, wardIds]) => aSession({ ...held, wardIds }));
const closures: fc.Arbitrary<Closure> = fc
  .tuple(
    fc.constantFrom('prison' as const, 'centre' as const, 'terminal' as const),
    aDay,
    fc.nat(1439),
    fc.integer({ min: 1, max: 5000 }),
  )
  .map(([scope, day, from, length]) => ({
    scope,
    scopeId: scope === 'terminal' ? 'terminal-1' : scope,
    from: new Date(millis(day, from)).toISOString(),
    until: new Date(millis(day, from + length)).toISOString(),
    reason: 'maintenance',
  }));
const officeDays: fc.Arbitrary<OfficeDays> = fc.uniqueArray(aDay, { maxLength: 6 }).map((holidays) => ({
  years: [2027],
  days: Object.fromEntries(
    holidays.map((day) => [day, { kind: 'holiday' as const, festival: 'other' as const }]),
  ),
}));
const calendars: fc.Arbitrary<CalendarOfPrison> = fc.record({
  prisonId: fc.constant('prison'),
  sessions: fc.array(sessions, { maxLength: 5 }),
  centreHours: fc.array(
    recurring.map((held) => ({ ...held, id: 'hours', everyWeeks: 1 })),
    { maxLength: 2 },
  ),
  closures: fc.array(closures, { maxLength: 4 }),
  officeDays,
});
const grids = fc.record({
  durationMinutes: fc.constantFrom(15, 30, 45, 60),
  turnoverMinutes: fc.constantFrom(0, 10, 15),
  wardId: fc.constantFrom(...wards),
});
type Grid = { durationMinutes: number; turnoverMinutes: number; wardId: string };

/** Whether hours are open on a day, by plain counting. */
function isHeld(held: Omit<Session, 'id' | 'wardIds' | 'capacity'>, day: string, calendar: CalendarOfPrison) {
  const weekday = ((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7) + 1;
  const mondayOf = (of: string) => {
    const noon = new Date(`${of}T12:00:00Z`);
    return noon.getTime() - ((noon.getUTCDay() + 6) % 7) * 86_400_000;
  };
  const weeks = (mondayOf(day) - mondayOf(held.validFrom)) / (7 * 86_400_000);
  return (
    held.weekdays.includes(weekday) &&
    held.validFrom <= day &&
    day <= (held.validTo ?? '9999') &&
    weeks % held.everyWeeks === 0 &&
    (held.openOnHolidays || calendar.officeDays.days[day] === undefined)
  );
}

/** When a visit of a ward may begin on a day: in minutes, by the words of the rule alone. */
function foretell(calendar: CalendarOfPrison, day: string, grid: Grid): number[] {
  const { durationMinutes, turnoverMinutes, wardId } = grid;
  const starts = calendar.sessions
    .filter(({ wardIds }) => wardIds.length === 0 || wardIds.includes(wardId))
    .filter((session) => isHeld(session, day, calendar))
    .flatMap(({ opensAt, closesAt }) => {
      const found: number[] = [];
      const step = durationMinutes + turnoverMinutes;
      for (let at = minutesOf(opensAt); at + durationMinutes <= minutesOf(closesAt); at += step)
        found.push(at);
      return found;
    });
  const centre = calendar.centreHours;
  const restricted = centre.some(({ validFrom }) => validFrom <= day);
  const open = [...new Set(starts)].filter((at) => {
    const inHours =
      !restricted ||
      centre.some(
        (held) =>
          isHeld(held, day, calendar) &&
          minutesOf(held.opensAt) <= at &&
          at + durationMinutes <= minutesOf(held.closesAt),
      );
    const closed = calendar.closures.some(
      ({ scope, from, until }) =>
        scope !== 'terminal' &&
        Date.parse(from) < millis(day, at + durationMinutes + turnoverMinutes) &&
        millis(day, at) < Date.parse(until ?? '9999-12-31T00:00:00Z'),
    );
    return inHours && !closed;
  });
  return open.sort((a, b) => a - b);
}

const isOpen = (calendar: CalendarOfPrison, slot: SessionSlot, grid: Grid) =>
  reasonsOfCalendar(slot, { calendar, wardId: grid.wardId, sessionVisits: [] }, grid).length === 0;

describe('Whatever sessions, hours, holidays and closures there are', function () {
  this.timeout(60_000);

  it('exactly the slots are open that the rules leave, each offered once, in the order of time', () => {
    fc.assert(
      fc.property(calendars, grids, (calendar, grid) => {
        const range = { ...grid, from: firstDay, to: dayOf(days - 1) };
        const slots = slotsOf(calendar, range);
        const open = slots.filter((slot) => isOpen(calendar, slot, grid));
        const expected = Array.from({ length: days }, (_, n) =>
          foretell(calendar, dayOf(n), grid).map((at) => millis(dayOf(n), at)),
        ).flat();
        expect(open.map(({ startsAt }) => startsAt.toMillis())).to.deep.equal(expected);
        const starts = slots.map(({ startsAt }) => startsAt.toMillis());
        expect(starts).to.deep.equal([...new Set(starts)].sort((a, b) => a - b));
      }),
      { numRuns: 60 },
    );
  });

  it('a slot is found by its beginning just if it is offered to the ward, and any refusal says why', () => {
    fc.assert(
      fc.property(calendars, grids, fc.nat(days - 1), fc.nat(287), (calendar, grid, n, fiveMinutes) => {
        const startsAt = DateTime.fromMillis(millis(dayOf(n), fiveMinutes * 5), { zone: 'Asia/Shanghai' });
        const found = findSlot(calendar, startsAt, grid);
        const offered = slotsOf(calendar, { ...grid, from: dayOf(n), to: dayOf(n) }).find(
          (slot) => slot.startsAt.toMillis() === startsAt.toMillis() && isForWard(slot.session, grid.wardId),
        );
        expect('refused' in found, 'refused').to.equal(offered === undefined);
      }),
      { numRuns: 200 },
    );
  });

  it('the next possible time is open, and no earlier one is', () => {
    fc.assert(
      fc.property(calendars, grids, fc.nat(days - 1), fc.nat(1439), (calendar, grid, n, minute) => {
        const after = DateTime.fromMillis(millis(dayOf(n), minute), { zone: 'Asia/Shanghai' });
        const next = nextOpening(calendar, after, grid);
        const open = slotsOf(calendar, { ...grid, from: dayOf(n), to: dayOf(days + 130) }).filter(
          (slot) =>
            slot.startsAt >= after && isForWard(slot.session, grid.wardId) && isOpen(calendar, slot, grid),
        );
        // Further ahead than 120 days it looks for none.
        const [first] = open.filter(({ startsAt }) => startsAt < after.startOf('day').plus({ days: 121 }));
        expect(next?.toMillis()).to.equal(first?.startsAt.toMillis());
      }),
      { numRuns: 40 },
    );
  });
});
