import { setImmediate as turn } from 'node:timers/promises';
import { DateTime } from 'luxon';
import { type Clock, fromStoredTime } from '../../server/clock.ts';
import type { Alarms } from '../../server/visits/alarms.ts';

/** Time that stands still until a test lets it pass; alarms ring on the way, in their order. */
export type TimeOfTest = Clock & { alarms: Alarms; set(at: string): void; pass(ms: number): Promise<void> };

export function timeOfTest(iso: string): TimeOfTest {
  let now = fromStoredTime(iso);
  const waiting = new Set<{ at: DateTime; ring: () => void }>();
  const due = (until: DateTime) =>
    [...waiting].filter(({ at }) => at <= until).sort((a, b) => a.at.toMillis() - b.at.toMillis())[0];
  return {
    now: () => now,
    set(at) {
      now = fromStoredTime(at);
    },
    alarms: {
      set(at, ring) {
        const alarm = { at: fromStoredTime(at), ring };
        waiting.add(alarm);
        return { cancel: () => void waiting.delete(alarm) };
      },
    },
    async pass(ms) {
      const until = now.plus(ms);
      for (let next = due(until); next; next = due(until)) {
        waiting.delete(next);
        if (next.at > now) now = next.at;
        next.ring();
        await turn();
      }
      now = until;
    },
  };
}

/** Time that passes as it does, from a moment of the test's choice. */
export function timeFrom(iso: string): Clock & { jumpTo(at: string): void } {
  let offset = fromStoredTime(iso).toMillis() - performance.now();
  return {
    now: () => DateTime.fromMillis(Math.round(performance.now() + offset), { zone: 'utc' }),
    jumpTo(at) {
      offset = fromStoredTime(at).toMillis() - performance.now();
    },
  };
}
