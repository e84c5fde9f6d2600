import { expect } from 'chai';
import { idleTime, isWorthTelling } from '../../web-client/kiosk/idle-time.ts';
import { papersAreMissing, plainStateOf } from '../../web-client/kiosk/plain-state.ts';

describe('The kiosk', () => {
  it('counts down without a touch, asks a minute before the end, and ends once', () => {
    expect(idleTime(1200, 0)).to.deep.equal({ secondsLeft: 1200, asks: false, isOver: false });
    expect(idleTime(1200, 1139)).to.deep.equal({ secondsLeft: 61, asks: false, isOver: false });
    expect(idleTime(1200, 1140)).to.deep.equal({ secondsLeft: 60, asks: true, isOver: false });
    expect(idleTime(1200, 1199.5)).to.deep.equal({ secondsLeft: 1, asks: true, isOver: false });
    expect(idleTime(1200, 5000)).to.deep.equal({ secondsLeft: 0, asks: true, isOver: true });
  });

  it('tells the server of touches long before the server would end the session', () => {
    expect([0, 119, 120, 600].map(isWorthTelling)).to.deep.equal([false, false, true, true]);
  });

  it('says in one word how an application stands', () => {
    const states = [
      [{ state: 'district_review', waitsFor: 'district', visit: null }, 'district'],
      [{ state: 'prison_review', waitsFor: 'prison', visit: null }, 'prison'],
      [{ state: 'prison_supplement', waitsFor: 'applicant', visit: null }, 'papers'],
      [{ state: 'approved', waitsFor: null, visit: null }, 'approved'],
      [{ state: 'approved', waitsFor: null, visit: { state: 'booked' } }, 'booked'],
      [{ state: 'approved', waitsFor: null, visit: { state: 'ended' } }, 'over'],
      [{ state: 'approved', waitsFor: null, visit: { state: 'cancelled' } }, 'cancelled'],
      [{ state: 'refused', waitsFor: null, visit: null }, 'refused'],
      [{ state: 'withdrawn', waitsFor: null, visit: null }, 'withdrawn'],
    ] as const;
    for (const [standing, plain] of states) expect(plainStateOf(standing), plain).to.equal(plain);
  });

  it('asks for papers only where some are missing and may be handed in', () => {
    const visitor = { id: 'v', name: '王', own: true, minor: false, relationship: 'parent' } as const;
    const visitors = (missingDocuments: string[]) => [{ ...visitor, missingDocuments }];
    const yes = { allowed: true } as const;
    const no = { allowed: false, code: 'wrong_state', reason: '' } as const;
    const actions = (addDocument: typeof yes | typeof no) => ({
      addDocument,
      resubmit: no,
      withdraw: no,
      askAgain: no,
    });
    expect(papersAreMissing({ visitors: visitors(['card']), actions: actions(yes) })).to.equal(true);
    expect(papersAreMissing({ visitors: visitors([]), actions: actions(yes) })).to.equal(false);
    expect(papersAreMissing({ visitors: visitors(['card']), actions: actions(no) })).to.equal(false);
  });
});
