import { useEffect } from 'react';

/** Keeps the screen of a device that nobody touches from going dark. */
export function useAwakeScreen(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    const keep = async () => {
      if (document.visibilityState !== 'visible' || !navigator.wakeLock) return;
      // Refused on an empty battery, for one: then the machine's own settings decide.
      lock = await navigator.wakeLock.request('screen').catch(() => undefined);
    };
    void keep();
    document.addEventListener('visibilitychange', keep);
    return () => {
      document.removeEventListener('visibilitychange', keep);
      void lock?.release();
    };
  }, []);
}
