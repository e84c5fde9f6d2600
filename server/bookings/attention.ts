import type { Language } from '../edge/index.ts';
import { type BookingReason, refusalOf } from './refusals.ts';
import { canBeKept, wayOutOf } from './review-reasons.ts';
import type { Booking } from './schema.ts';

/** What has come between since a visit was booked, and what to do. It is not cancelled in silence. */
export function attentionOf(reasons: readonly BookingReason[], language: Language): Booking['attention'] {
  return reasons.map((reason) => ({
    code: reason.code,
    text: refusalOf(reason).say(language),
    todo: wayOutOf(reason)[language],
    canBeKept: canBeKept(reason),
  }));
}
