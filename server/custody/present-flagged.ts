import { attentionOf, type FlaggedVisit } from '../bookings/index.ts';
import type { Language } from '../edge/index.ts';
import type { FlaggedVisitShown } from './schema.ts';

/** Booked visits with what stands against them, in one language. */
export function presentFlagged(flagged: readonly FlaggedVisit[], language: Language): FlaggedVisitShown[] {
  return flagged.map(({ visit, reasons }) => ({
    bookingId: visit.id,
    number: visit.number,
    startsAt: visit.starts_at,
    reasons: attentionOf(reasons, language).map(({ code, text, todo }) => ({ code, text, todo })),
  }));
}
