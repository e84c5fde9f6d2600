import type { MediaNode } from '../../sfu/media-node.ts';
import type { Clock } from '../clock.ts';
import type { Check } from '../readiness/index.ts';
import type { Circumstances } from './visit-state.ts';

export type SystemFacts = Pick<Circumstances, 'mediaNodeSound' | 'diskHasRoom'>;

/** Whether this server can take a visit now. */
export type SystemHealth = {
  /** Looks again, unless it has looked within the last second. */
  look(): Promise<SystemFacts>;
  /** What it saw last; nothing is sound before it has looked. */
  last(): SystemFacts;
};

const freshForMs = 1000;

export function watchSystem(
  mediaNode: MediaNode,
  checkDisk: () => Promise<Check>,
  clock: Clock,
): SystemHealth {
  let seen: SystemFacts = { mediaNodeSound: false, diskHasRoom: false };
  let seenAt = Number.NEGATIVE_INFINITY;
  let looking: Promise<SystemFacts> | undefined;
  async function look(): Promise<SystemFacts> {
    const [node, disk] = await Promise.all([mediaNode.health(), checkDisk()]);
    seen = { mediaNodeSound: node.ok, diskHasRoom: disk.ok };
    seenAt = clock.now().toMillis();
    return seen;
  }
  return {
    async look() {
      // However far the clock was put back, what was seen does not stay fresh for that long.
      if (Math.abs(clock.now().toMillis() - seenAt) < freshForMs) return seen;
      looking ??= look().finally(() => {
        looking = undefined;
      });
      return looking;
    },
    last: () => seen,
  };
}
