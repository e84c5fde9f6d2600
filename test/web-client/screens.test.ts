import { expect } from 'chai';
import type { Slot } from '../../server/calendar/schema.ts';
import type { Rule } from '../../server/rules/schema.ts';
import { fieldValueOf, valueEntered } from '../../web-client/administration/rule-value.ts';
import { slotTable } from '../../web-client/bookings/slot-table.ts';
import { dayInShanghai, endOfDay, sayDuration, sayTime, startOfDay } from '../../web-client/language/time.ts';
import { menuOf, openEntry } from '../../web-client/shell/menu-items.ts';
import { screenFor } from '../../web-client/station/screen-for.ts';

describe('time on the screens', () => {
  it('is that of Shanghai, whatever zone the machine is in', () => {
    expect(dayInShanghai(new Date('2026-11-24T16:00:00.000Z'))).to.equal('2026-11-25');
    expect(sayTime('2026-11-24T16:05:00.000Z', 'time', 'zh')).to.equal('00:05');
    expect([startOfDay('2026-11-25'), endOfDay('2026-11-25')]).to.deep.equal([
      '2026-11-24T16:00:00.000Z',
      '2026-11-25T15:59:59.999Z',
    ]);
  });

  it('counts down in minutes and seconds and not below nothing', () => {
    expect([1800, 61, -3].map(sayDuration)).to.deep.equal(['30:00', '01:01', '00:00']);
  });
});

describe('the table of slots', () => {
  it('has a row for each time of day and finds the slot of a day in it', () => {
    const slot = (startsAt: string) => ({ startsAt }) as Slot;
    const early = slot('2026-11-24T16:00:00.000Z');
    const late = slot('2026-11-25T01:00:00.000Z');
    const { times, slotAt } = slotTable([late, early]);
    expect(times).to.deep.equal(['00:00', '09:00']);
    expect(slotAt('2026-11-25', '00:00')).to.equal(early);
    expect(slotAt('2026-11-25', '09:00')).to.equal(late);
    expect(slotAt('2026-11-26', '09:00')).to.equal(undefined);
  });
});

describe('the console', () => {
  it('offers new applications to the counter only, and stations to the administrator only', () => {
    const paths = (role: Parameters<typeof menuOf>[0]) => menuOf(role).map(({ path }) => path);
    expect(paths('district_officer')).to.include('/applications/new').and.not.include('/stations');
    expect(paths('prison_approver')).to.not.include('/applications/new');
    expect(paths('administrator')).to.deep.equal([
      '/',
      '/office-contact',
      '/places',
      '/staff',
      '/stations',
      '/holidays',
      '/rules',
    ]);
  });

  it('marks the menu entry whose page is open, also on the pages under it', () => {
    expect(openEntry('/applications/new')).to.equal('/applications/new');
    expect(openEntry('/applications/0199a000')).to.equal('/applications');
    expect(openEntry('/visits/0199a000/supervise')).to.equal('/visits');
    expect(openEntry('/nowhere')).to.equal(undefined);
  });
});

describe('a station', () => {
  it('shows people themselves from the first check-in on, and waits before and after', () => {
    expect(
      (['scheduled', 'checked_in', 'ready', 'live', 'paused', 'ended'] as const).map(screenFor),
    ).to.deep.equal(['waiting', 'visit', 'visit', 'visit', 'visit', 'waiting']);
  });
});

describe('the value of a rule', () => {
  const bounded = (least: number, most: number, listOf: number | null = null) =>
    ({ unit: 'minutes', bounds: { least, most, listOf } }) as Rule;
  const one = bounded(1, 180);
  const several = bounded(1, 1000, 5);
  const yesOrNo = { unit: 'yes_no', bounds: null } as Rule;
  const codes = { unit: 'codes', bounds: null } as Rule;

  it('is read as it is typed, and is nothing unless it is all whole numbers', () => {
    expect(valueEntered(' 45 ', one)).to.equal(45);
    expect(valueEntered('10，5、 1', several)).to.deep.equal([10, 5, 1]);
    expect(valueEntered('', several)).to.deep.equal([]);
    for (const typed of ['', '4 5', '4.5', '-1', '1e3', '四十五'])
      expect(valueEntered(typed, one), typed).to.equal(undefined);
  });

  it('has to lie within its bounds, each of them in a list', () => {
    expect(['0', '1', '180', '181'].map((typed) => valueEntered(typed, one))).to.deep.equal([
      undefined,
      1,
      180,
      undefined,
    ]);
    expect(valueEntered('5, 1', several)).to.deep.equal([5, 1]);
    expect(valueEntered('5, 0', several)).to.equal(undefined);
    expect(valueEntered('1 2 3 4 5 6', several)).to.equal(undefined);
  });

  it('is yes or no, or at least one code, where it is no number', () => {
    expect([true, false].map((entered) => valueEntered(entered, yesOrNo))).to.deep.equal([true, false]);
    expect(valueEntered(true, one)).to.equal(undefined);
    expect(valueEntered(['near'], codes)).to.deep.equal(['near']);
    expect(valueEntered([], codes)).to.equal(undefined);
  });

  it('stands in the field as it was entered', () => {
    expect(fieldValueOf([5, 1], several)).to.equal('5, 1');
    expect(fieldValueOf(false, yesOrNo)).to.equal(false);
    expect(fieldValueOf(['near'], codes)).to.deep.equal(['near']);
  });
});
