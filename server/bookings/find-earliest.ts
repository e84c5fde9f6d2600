import { DateTime } from 'luxon';
import { loadApprovedApplication } from '../applications/index.ts';
import type { Slot } from '../calendar/schema.ts';
import { fromStoredTime, peopleZone, toStoredTime } from '../clock.ts';
import type { Language } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { loadBookingRules } from './gather-facts.ts';
import { offerSlots } from './offer-slots.ts';
import type { DayPart, EarliestAnswer, EarliestQuery, Hindrance } from './schema.ts';

/** Searched at once: two weeks hold what most families find, and a year is still few steps. */
const daysAtOnce = 14;
/** More would be read by nobody. */
const mostHindrances = 20;

/**
 * The earliest slots that fit everybody and everything that the visit needs, and what stands against the ones before: each
 * reason with the next possible time after it. Searches as far ahead as visits are booked. @throws Refusal
 */
export async function findEarliest(
  foundation: Foundation,
  asked: EarliestQuery,
  language: Language,
): Promise<EarliestAnswer> {
  const now = foundation.clock.now();
  const application = await loadApprovedApplication(foundation.db, asked.applicationId);
  const { values } = await loadBookingRules(foundation.db, application, now);
  const today = now.setZone(peopleZone).startOf('day');
  const last = today.plus({ days: values.maxLeadDays });
  const wanted = asked.from === undefined ? today : DateTime.fromISO(asked.from, { zone: peopleZone });
  const slots: Slot[] = [];
  let bookingId: string | null = null;
  let searchedTo = DateTime.max(wanted, today);
  for (let day = searchedTo; day <= last && countFree(slots) < asked.count; ) {
    const to = DateTime.min(day.plus({ days: daysAtOnce - 1 }), last);
    const days = { from: dateOf(day), to: dateOf(to) };
    const offered = await offerSlots(foundation, { applicationId: asked.applicationId, ...days }, language);
    bookingId = offered.bookingId;
    slots.push(...offered.slots.filter((slot) => slot.startsAt > toStoredTime(now) && fits(slot, asked)));
    searchedTo = to;
    day = to.plus({ days: 1 });
  }
  return {
    bookingId,
    times: slots.filter(({ free }) => free).slice(0, asked.count),
    searchedTo: dateOf(searchedTo),
    hindrances: hindrancesOf(slots, asked.count),
  };
}

/** Whether a slot is at a time that the family asked for. */
function fits(slot: Slot, { weekday, part }: Pick<EarliestQuery, 'weekday' | 'part'>): boolean {
  const startsAt = fromStoredTime(slot.startsAt).setZone(peopleZone);
  const partOfDay: DayPart = startsAt.hour < 12 ? 'morning' : 'afternoon';
  return (
    (weekday === undefined || startsAt.weekday === weekday) && (part === undefined || part === partOfDay)
  );
}

/** Why slots before the last one that is offered cannot be had: one line a reason. */
function hindrancesOf(slots: readonly Slot[], count: number): Hindrance[] {
  const free = slots.filter((slot) => slot.free).slice(0, count);
  const until = free.length < count ? undefined : free.at(-1)?.startsAt;
  const byText = new Map<string, Hindrance>();
  for (const slot of slots) {
    if (slot.free || (until !== undefined && slot.startsAt > until)) continue;
    for (const { code, text } of slot.reasons) {
      const known = byText.get(text);
      const next = free.find(({ startsAt }) => startsAt > slot.startsAt)?.startsAt ?? null;
      byText.set(text, {
        code,
        text,
        slots: (known?.slots ?? 0) + 1,
        first: known?.first ?? slot.startsAt,
        last: slot.startsAt,
        next,
      });
    }
  }
  return [...byText.values()].slice(0, mostHindrances);
}

const countFree = (slots: readonly Slot[]) => slots.filter(({ free }) => free).length;
const dateOf = (day: DateTime) => day.toISODate() as string;
