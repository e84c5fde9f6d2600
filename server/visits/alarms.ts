import type { Clock } from '../clock.ts';
import { fromStoredTime } from '../clock.ts';

export type Alarm = { cancel(): void };

/** Calls back at a moment of the clock. All waiting in this capability goes through here, so that tests move the time. */
export type Alarms = { set(at: string, ring: () => void): Alarm };

/** Node's timers fire at once when the delay does not fit in 31 bits; nothing here is set so far ahead. */
const longestDelayMs = 2 ** 31 - 1;

export function timerAlarms(clock: Clock): Alarms {
  return {
    set(at, ring) {
      const delay = Math.max(0, fromStoredTime(at).toMillis() - clock.now().toMillis());
      const timer = setTimeout(ring, Math.min(delay, longestDelayMs));
      timer.unref();
      return { cancel: () => clearTimeout(timer) };
    },
  };
}

/** One alarm that is always set to the latest moment asked for. */
export function createResettableAlarm(alarms: Alarms, ring: () => void) {
  let current: { at: string; alarm: Alarm } | undefined;
  return {
    isSet: () => current !== undefined,
    setTo(at: string | undefined): void {
      if (at === current?.at) return;
      current?.alarm.cancel();
      current =
        at === undefined
          ? undefined
          : {
              at,
              alarm: alarms.set(at, () => {
                current = undefined;
                ring();
              }),
            };
    },
  };
}
export type ResettableAlarm = ReturnType<typeof createResettableAlarm>;
