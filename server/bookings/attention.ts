import { fromStoredTime } from '../clock.ts';
import { fill, type Language, type Text } from '../edge/index.ts';
import { covers, dayOf, factsOfBars, firstDayFree, type VisitorBar } from '../suspensions/index.ts';
import { ruleText } from '../suspensions/schema.ts';
import type { BookingDetails } from './booking-details.ts';
import type { Booking } from './schema.ts';

const suspendedText: Text = {
  zh: `{visitors}被暂停会见至 {to}（含当日），本次会见届时不能签到（${ruleText.zh}）。请改约至 {next} 或以后，或取消预约，并告知会见人。`,
  en: `{visitors} may not visit until {to}, that day included (${ruleText.en}), and will be refused at check-in. Move the booking to {next} or later, or cancel it, and tell the visitors.`,
};

/** What has come between since a visit was booked. It is not cancelled in silence: somebody moves or cancels it. */
export function attentionOf(
  { state, startsAt, visitors }: Pick<BookingDetails, 'state' | 'startsAt' | 'visitors'>,
  suspensions: readonly VisitorBar[],
  language: Language,
): Booking['attention'] {
  if (state !== 'booked') return [];
  const day = dayOf(fromStoredTime(startsAt));
  const own = suspensions.filter(({ visitorId }) => visitors.some(({ id }) => id === visitorId));
  const bars = own.filter((bar) => covers(bar, day));
  if (bars.length === 0) return [];
  const facts = { ...factsOfBars(bars), next: firstDayFree(own, day) };
  return [{ code: 'visitor_suspended', text: fill(suspendedText, facts, language) }];
}
