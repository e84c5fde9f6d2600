import { expect } from 'chai';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { dayOf } from '../../server/clock.ts';
import { covers, firstDayFree, lastDayOf } from '../../server/days.ts';
import { stateOn } from '../../server/suspensions/suspension-time.ts';

describe('The time of a suspension', () => {
  it('ends with the same day of the month, or the last of a shorter month, which is part of it', () => {
    expect(lastDayOf('2026-11-24', 1)).to.equal('2026-12-24');
    expect(lastDayOf('2026-11-30', 3)).to.equal('2027-02-28');
    expect(lastDayOf('2027-11-30', 3)).to.equal('2028-02-29');
  });

  it('is counted in days of Shanghai', () => {
    expect(dayOf(DateTime.fromISO('2026-11-23T15:59:59.999Z'))).to.equal('2026-11-23');
    expect(dayOf(DateTime.fromISO('2026-11-23T16:00:00.000Z'))).to.equal('2026-11-24');
  });

  it('passes by itself: not begun, in force on both its ends, over', () => {
    const period = { from: '2026-11-24', to: '2026-12-24' };
    const approved = { answer: { decision: 'approved' as const, period }, lifted: false };
    const states = ['2026-11-23', '2026-11-24', '2026-12-24', '2026-12-25'].map((day) =>
      stateOn(approved, day),
    );
    expect(states).to.deep.equal(['not_begun', 'in_force', 'in_force', 'over']);
    expect(stateOn({ ...approved, lifted: true }, '2026-12-01')).to.equal('lifted');
    const declined = { answer: { decision: 'declined' as const, period: null }, lifted: false };
    expect(stateOn(declined, '2026-12-01')).to.equal('declined');
    expect(stateOn({ answer: null, lifted: false }, '2026-12-01')).to.equal('proposed');
  });

  it('gives as the next possible day one that none of several periods covers, and none before it', () => {
    const days = fc
      .nat(200)
      .map((n) => DateTime.fromISO('2026-11-01').plus({ days: n }).toFormat('yyyy-MM-dd'));
    const periods = fc.array(
      fc.record({ from: days, months: fc.integer({ min: 1, max: 3 }) }).map(({ from, months }) => ({
        from,
        to: lastDayOf(from, months),
      })),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(periods, days, (several, day) => {
        const free = firstDayFree(several, day);
        const covered = (one: string) => several.some((period) => covers(period, one));
        expect(covered(free)).to.equal(false);
        for (let one = DateTime.fromISO(day); one.toFormat('yyyy-MM-dd') < free; one = one.plus({ days: 1 }))
          expect(covered(one.toFormat('yyyy-MM-dd'))).to.equal(true);
      }),
    );
  });
});
