import type { Slot } from '../../server/calendar/schema.ts';
import { dayInShanghai, sayTime } from '../language/time.ts';

/** The slots of several days as a table of days and times of day. */
export function slotTable(slots: readonly Slot[]) {
  const places = new Map<string, Slot>();
  const times = new Set<string>();
  for (const slot of slots) {
    const time = sayTime(slot.startsAt, 'time', 'zh');
    times.add(time);
    places.set(`${dayInShanghai(new Date(slot.startsAt))} ${time}`, slot);
  }
  return {
    times: [...times].sort(),
    slotAt: (day: string, time: string): Slot | undefined => places.get(`${day} ${time}`),
  };
}
