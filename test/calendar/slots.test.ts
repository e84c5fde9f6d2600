import { expect } from 'chai';
import { DateTime } from 'luxon';
import { dayOfCalendar as dayWith } from '../../server/calendar/day-of-calendar.ts';
import {
  findSlot,
  noOfficeDays,
  nthWorkingDayAfter,
  type Session,
  slotsOf,
} from '../../server/calendar/index.ts';
import { aSession, calendarOf, ward } from './a-calendar.ts';

const grid = { durationMinutes: 30, turnoverMinutes: 15, wardId: ward };

const everyDay = (changed: Partial<Session> = {}) =>
  aSession({ weekdays: [1, 2, 3, 4, 5, 6, 7], ...changed });

const startsOn = (sessions: Session[], date: string, ownGrid = grid) =>
  slotsOf(calendarOf(sessions), { ...ownGrid, from: date, to: date }).map(({ startsAt }) =>
    startsAt.toFormat('HH:mm'),
  );
const datesWithSlots = (sessions: Session[], from: string, to: string) => [
  ...new Set(
    slotsOf(calendarOf(sessions), { ...grid, from, to }).map(({ startsAt }) => startsAt.toISODate()),
  ),
];
const shanghai = (iso: string) => DateTime.fromISO(iso, { zone: 'Asia/Shanghai' });

describe('The slots of a prison', () => {
  it('follow each other from opening on, with the turnover between them, and end before closing', () => {
    expect(startsOn([aSession()], '2026-11-24')).to.deep.equal(['08:30', '09:15', '10:00', '10:45']);
    // 11:30 would end at 12:00.
    expect(startsOn([aSession({ closesAt: '12:00' })], '2026-11-24')).to.have.lengthOf(5);
    expect(startsOn([aSession({ closesAt: '11:59' })], '2026-11-24')).to.have.lengthOf(4);
  });

  it('are of Asia/Shanghai, whatever the zone of the server', () => {
    const [first] = slotsOf(calendarOf([aSession()]), { ...grid, from: '2026-11-24', to: '2026-11-24' });
    expect(first?.startsAt.toUTC().toISO()).to.equal('2026-11-24T00:30:00.000Z');
    expect(first?.endsAt.toUTC().toISO()).to.equal('2026-11-24T01:00:00.000Z');
  });

  it('are only on the weekdays of the prison, within the time in which these hold', () => {
    expect(datesWithSlots([aSession()], '2026-11-23', '2026-12-06')).to.deep.equal([
      '2026-11-24',
      '2026-12-01',
    ]);
    const ending = aSession({ validFrom: '2026-11-24', validTo: '2026-11-24' });
    expect(datesWithSlots([ending], '2026-11-01', '2026-12-31')).to.deep.equal(['2026-11-24']);
  });

  it('end with the last day that can be asked for', () => {
    expect(datesWithSlots([everyDay()], '9999-12-30', '9999-12-31')).to.deep.equal([
      '9999-12-30',
      '9999-12-31',
    ]);
    expect(datesWithSlots([everyDay()], '9999-12-31', '2026-01-01')).to.deep.equal([]);
  });

  it('of a morning and an afternoon are in the order of the day, and overlapping hours offer none twice', () => {
    const afternoon = aSession({ opensAt: '14:00', closesAt: '15:00' });
    expect(startsOn([afternoon, aSession({ closesAt: '09:00' })], '2026-11-24')).to.deep.equal([
      '08:30',
      '14:00',
    ]);
    expect(startsOn([aSession(), aSession({ closesAt: '10:30' })], '2026-11-24')).to.have.lengthOf(4);
  });

  it('may go on to the very end of the day, and no further', () => {
    const night = aSession({ opensAt: '22:30', closesAt: '24:00' });
    expect(startsOn([night], '2026-11-24')).to.deep.equal(['22:30', '23:15']);
    const ends = slotsOf(calendarOf([aSession({ opensAt: '23:30', closesAt: '24:00' })]), {
      ...grid,
      from: '2026-11-24',
      to: '2026-11-24',
    }).map(({ endsAt }) => endsAt.toISO());
    expect(ends).to.deep.equal(['2026-11-25T00:00:00.000+08:00']);
  });

  it('leave out public holidays, on whatever weekday they fall, unless the session says otherwise', () => {
    expect(datesWithSlots([everyDay()], '2026-09-29', '2026-10-11')).to.deep.equal([
      '2026-09-29',
      '2026-09-30',
      '2026-10-08',
      '2026-10-09',
      '2026-10-10',
      '2026-10-11',
    ]);
    expect(datesWithSlots([everyDay({ openOnHolidays: true })], '2026-10-01', '2026-10-07')).to.have.lengthOf(
      7,
    );
  });

  it('take a make-up working day for the weekday that it is', () => {
    const saturday = aSession({ weekdays: [6] });
    expect(dayOfCalendar('2026-10-10').kind).to.equal('makeup_working_day');
    expect(startsOn([saturday], '2026-10-10')).to.have.lengthOf(4);
    expect(startsOn([aSession({ weekdays: [5] })], '2026-10-10')).to.deep.equal([]);
  });

  it('say why a time is none of them', () => {
    const calendar = calendarOf([aSession({ weekdays: [4] })]);
    const find = (iso: string) => findSlot(calendar, shanghai(iso), grid);
    expect(find('2026-11-26T09:15')).to.have.property('endsAt');
    expect(find('2026-11-26T09:10')).to.deep.equal({ refused: 'between_slots' });
    expect(find('2026-11-26T11:15')).to.deep.equal({ refused: 'outside_visit_hours' });
    expect(find('2026-11-27T09:15')).to.deep.equal({ refused: 'outside_visit_hours' });
    expect(find('2026-10-01T09:15')).to.deep.equal({ refused: 'closed_on_holiday' });
  });
});

const dayOfCalendar = (date: string) => dayWith(date, noOfficeDays);

describe('The calendar', () => {
  it('knows holidays and make-up working days of a year whose arrangement was announced', () => {
    expect(dayOfCalendar('2026-02-17')).to.deep.equal({
      date: '2026-02-17',
      kind: 'holiday',
      festival: { zh: '春节', en: 'Spring Festival' },
      arrangementKnown: true,
    });
    expect(dayOfCalendar('2026-02-14').kind).to.equal('makeup_working_day');
    expect(dayOfCalendar('2026-02-21').kind, 'a Saturday of the festival').to.equal('holiday');
    expect(dayOfCalendar('2026-11-28').kind).to.equal('weekend');
    expect(dayOfCalendar('2026-11-24').kind).to.equal('ordinary');
  });

  it('says so where the arrangement of a year is not known, and keeps the holidays of fixed dates', () => {
    const year = '2099';
    expect(dayOfCalendar(`${year}-10-01`)).to.deep.include({ kind: 'holiday', arrangementKnown: false });
    expect(dayOfCalendar(`${year}-10-08`)).to.deep.include({ kind: 'ordinary', arrangementKnown: false });
    expect(dayOfCalendar(`${year}-10-10`)).to.deep.include({ kind: 'weekend', arrangementKnown: false });
  });

  it('gives the same answer on a server of any zone', () => {
    const zone = process.env.TZ;
    try {
      for (const other of ['America/Los_Angeles', 'Pacific/Kiritimati', 'UTC']) {
        process.env.TZ = other;
        expect(dayOfCalendar('2026-10-10').kind, other).to.equal('makeup_working_day');
        expect(dayOfCalendar('2026-10-01').kind, other).to.equal('holiday');
        expect(startsOn([aSession()], '2026-11-24')[0], other).to.equal('08:30');
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });
});

describe('Working days', () => {
  const nth = (iso: string, n: number) => nthWorkingDayAfter(shanghai(iso), n, noOfficeDays).toISODate();

  it('are counted from the day after', () => {
    expect(nth('2026-11-24T09:00', 0)).to.equal('2026-11-24');
    expect(nth('2026-11-24T23:59', 1)).to.equal('2026-11-25');
    expect(nth('2026-11-26T09:00', 3)).to.equal('2026-12-01');
  });

  it('leave out holidays and count make-up working days', () => {
    // 1 to 7 October are holidays, Saturday the 10th makes up for them.
    expect(nth('2026-09-30T09:00', 3)).to.equal('2026-10-10');
    expect(nth('2026-09-30T09:00', 4)).to.equal('2026-10-12');
  });

  it('begin with the day of Asia/Shanghai', () => {
    expect(
      nthWorkingDayAfter(DateTime.fromISO('2026-11-24T16:30:00Z'), 1, noOfficeDays).toISODate(),
    ).to.equal('2026-11-26');
  });
});
