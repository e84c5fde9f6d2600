import { DateTime, type DurationLike } from 'luxon';
import type { Clock } from '../../server/clock.ts';

/** A clock that a test sets. It stands still until it is told to go on. */
export type TestClock = Clock & { set(iso: string): void; advance(duration: DurationLike): void };

export function testClock(iso: string): TestClock {
  let now = DateTime.fromISO(iso, { zone: 'utc' });
  return {
    now: () => now,
    set(moment) {
      now = DateTime.fromISO(moment, { zone: 'utc' });
    },
    advance(duration) {
      now = now.plus(duration);
    },
  };
}
