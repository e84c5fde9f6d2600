import type { PaperFacts } from '../applications/index.ts';
import type { SlotTime } from '../calendar/index.ts';
import { dayOf } from '../clock.ts';
import { maskName } from '../people/index.ts';
import type { BookingReason } from './refusals.ts';

/**
 * What the papers of the application say against a slot: a card that has run out by then (rule 4), or a relationship that
 * was marked as ended (rule 4b).
 */
export function reasonsOfPapers({ startsAt }: SlotTime, papers: PaperFacts): BookingReason[] {
  const day = dayOf(startsAt);
  const expired = papers.expiring.filter(({ validUntil }) => validUntil < day);
  const reasons: BookingReason[] = [];
  if (expired.length > 0) {
    const [until = ''] = expired.map(({ validUntil }) => validUntil).sort();
    reasons.push({ code: 'document_expired', facts: { visitors: namesOf(expired), until } });
  }
  if (papers.relationshipsEnded.length > 0) {
    reasons.push({ code: 'relationship_ended', facts: { visitors: namesOf(papers.relationshipsEnded) } });
  }
  return reasons;
}

const namesOf = (visitors: readonly { name: string }[]) =>
  visitors.map(({ name }) => maskName(name)).join(' / ');
