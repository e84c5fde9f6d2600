import { expect } from 'chai';
import { watchSystem } from '../../server/visits/system-health.ts';
import { testClock } from '../support/test-clock.ts';
import { startMediaNode } from './a-visit-house.ts';

describe('What a server knows of its own health', () => {
  it('is looked at again after a second, and as well after the clock was put back', async () => {
    const mediaNode = await startMediaNode();
    const clock = testClock('2026-11-24T01:00:00.000Z');
    let looks = 0;
    const checkDisk = async () => {
      looks += 1;
      return { ok: true as const };
    };
    const system = watchSystem(mediaNode, checkDisk, clock);
    try {
      await system.look();
      await system.look();
      expect(looks).to.equal(1);
      clock.advance({ seconds: 1 });
      await system.look();
      expect(looks).to.equal(2);
      clock.advance({ hours: -1 });
      await system.look();
      expect(looks).to.equal(3);
    } finally {
      await mediaNode.close();
    }
  });
});
