import { expect } from 'chai';
import { barOn, custodyAgainst } from '../../server/custody/custody-against.ts';
import type { Custody } from '../../server/custody/custody-of.ts';
import { firstDayFree } from '../../server/days.ts';

const held: Custody = {
  prisonerId: 'p',
  prisonId: 'wujiawa',
  prisonName: { zh: '吴家洼', en: 'Wujiawa' },
  state: 'held',
  since: null,
  bars: [],
};
const codeOn = (custody: Custody, day: string, prisonId = 'wujiawa') =>
  custodyAgainst(custody, { prisonId, day })?.code;

describe('What stands against a visit on a day', () => {
  it('is a bar from its first to its last day, both included', () => {
    const custody: Custody = {
      ...held,
      bars: [{ kind: 'strict_training', from: '2026-12-01', to: '2026-12-10' }],
    };
    const codes = ['2026-11-30', '2026-12-01', '2026-12-10', '2026-12-11'].map((day) => codeOn(custody, day));
    expect(codes).to.deep.equal([undefined, 'strict_training', 'strict_training', undefined]);
  });

  it('is, of several bars, the one that lasts longest, and the next day is after all that follow upon one another', () => {
    const custody: Custody = {
      ...held,
      bars: [
        { kind: 'solitary_confinement', from: '2026-12-01', to: '2026-12-10' },
        { kind: 'strict_training', from: '2026-12-05', to: '2026-12-20' },
        { kind: 'after_solitary', from: '2026-12-21', to: '2027-06-21' },
      ],
    };
    const reason = barOn(custody, '2026-12-07');
    expect(reason?.code).to.equal('strict_training');
    expect(reason?.facts.next).to.deep.include({ en: 'The first possible day is 2027-06-22.' });
  });

  it('is an open bar until the prison ends it: no next day is promised', () => {
    const custody: Custody = { ...held, bars: [{ kind: 'investigation', from: '2026-12-01', to: null }] };
    const reason = barOn(custody, '2031-01-01');
    expect(reason?.code).to.equal('investigation');
    expect(JSON.stringify(reason?.facts)).to.not.match(/first possible/);
  });

  it('is a release from its day on, and no bar promises a day after it', () => {
    const custody: Custody = {
      ...held,
      state: 'released',
      since: '2026-12-15',
      bars: [{ kind: 'in_transit', from: '2026-12-10', to: '2026-12-20' }],
    };
    expect(codeOn(custody, '2026-12-09')).to.equal(undefined);
    expect(codeOn(custody, '2026-12-14')).to.equal('in_transit');
    expect(codeOn(custody, '2026-12-15')).to.equal('prisoner_released');
    expect(JSON.stringify(barOn(custody, '2026-12-14')?.facts)).to.not.match(/first possible/);
  });

  it('is a transfer wherever the application was for another prison', () => {
    expect(codeOn(held, '2026-12-01', 'sichahe')).to.equal('prisoner_transferred');
    expect(codeOn({ ...held, state: 'transferred', since: '2026-12-01' }, '2026-12-01')).to.equal(
      'prisoner_transferred_elsewhere',
    );
  });

  it('leaves the first day free that no period covers', () => {
    const periods = [
      { from: '2026-12-01', to: '2026-12-10' },
      { from: '2026-12-11', to: '2026-12-12' },
      { from: '2026-12-20', to: null },
    ];
    expect(firstDayFree(periods, '2026-12-03')).to.equal('2026-12-13');
    expect(firstDayFree(periods, '2026-12-25')).to.equal(null);
  });
});
