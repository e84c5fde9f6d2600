import { DateTime } from 'luxon';

/** Where code gets the time from, so that tests can set it. */
export type Clock = { now(): DateTime };

export const systemClock: Clock = { now: () => DateTime.utc() };

/** People read times in this zone; storage and the wire are UTC. */
export const peopleZone = 'Asia/Shanghai';

/** The day on which a moment falls for people: `2026-11-24`. Days compare as text. */
export function dayOf(moment: DateTime): string {
  return moment.setZone(peopleZone).toFormat('yyyy-MM-dd');
}

/** A moment as people read it in a sentence: `2026-11-24 16:30`. */
export function sayMoment(moment: DateTime): string {
  return moment.setZone(peopleZone).toFormat('yyyy-MM-dd HH:mm');
}

/** ISO 8601, UTC, milliseconds: the one form in which a moment is stored and sent. It sorts as text. */
export function toStoredTime(moment: DateTime): string {
  const text = moment.toUTC().toISO({ suppressMilliseconds: false });
  if (text === null) throw new Error(`not a moment: ${moment.invalidReason}`);
  return text;
}

export function fromStoredTime(text: string): DateTime {
  return DateTime.fromISO(text, { zone: 'utc' });
}

export function isoNow(clock: Clock): string {
  return toStoredTime(clock.now());
}
