import { useEffect, useState } from 'react';
import type { CallState } from './call-state.ts';

/**
 * Seconds that are left, or null while no end is known. The server's clock counts; between its messages this machine only
 * measures how long ago the last one came, so a wrong clock here does no harm. Without a line nobody here knows whether the
 * clock still runs: what was left last stays, and whoever shows it says so.
 */
export function useCountdown({ line, snapshot, snapshotArrivedAt }: CallState): number | null {
  const [now, setNow] = useState(() => performance.now());
  const counting = line === 'joined' && snapshot?.clock.counting === true;
  useEffect(() => {
    if (!counting) return;
    const timer = setInterval(() => setNow(performance.now()), 250);
    return () => clearInterval(timer);
  }, [counting]);
  const remaining = snapshot?.clock.remainingMs ?? null;
  if (remaining === null) return null;
  const passed = snapshot?.clock.counting ? Math.max(0, now - snapshotArrivedAt) : 0;
  return Math.max(0, Math.ceil((remaining - passed) / 1000));
}
