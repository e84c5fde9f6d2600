import { expect } from 'chai';
import { endingOf, usesQuota } from '../../server/quota/index.ts';
import { endings } from '../../server/quota/schema.ts';
import { outcomes } from '../../server/visits/codes.ts';

describe('How a visit came out', () => {
  const of = (wanted: string, wasLive: boolean) =>
    outcomes.filter((outcome) => endingOf({ outcome, wasLive }) === wanted);
  const faults = [
    'TECHNICAL_FAILURE_DISTRICT',
    'TECHNICAL_FAILURE_PRISON',
    'TECHNICAL_FAILURE_NETWORK',
    'SUPERVISOR_ABSENT',
  ];

  it('is failed by a technical fault or for want of a supervisor, however far it went', () => {
    for (const wasLive of [true, false]) expect(of('failed', wasLive)).to.have.members(faults);
  });

  it('is forfeited only where the visitors gave it up before it began', () => {
    expect(of('forfeited', false)).to.have.members([
      'VISITOR_DID_NOT_ARRIVE',
      'VISITOR_DECLINED_ENTRY',
      'VISITOR_FAILED_SECURITY_CHECKS',
    ]);
    expect(of('forfeited', true)).to.deep.equal([]);
  });

  it('is that it took place once the family had the prisoner before them, unless a fault ended it', () => {
    expect(of('took_place', true)).to.have.members(outcomes.filter((one) => !faults.includes(one)));
    expect(of('took_place', false)).to.deep.equal([]);
  });

  it('uses the quota if it took place, and if it was forfeited as the rule says; a fault never does', () => {
    const counting = (noShowCounts: boolean) =>
      endings.filter((ending) => usesQuota(ending, { noShowCounts }));
    expect(counting(false)).to.deep.equal(['took_place']);
    expect(counting(true)).to.deep.equal(['took_place', 'forfeited']);
  });
});
