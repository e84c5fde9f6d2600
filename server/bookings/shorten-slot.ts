import type { NoSlot, SessionSlot } from '../calendar/index.ts';

/**
 * The slot of a visit that the prison approved for fewer minutes than the rule gives: it begins on the grid of the rule and
 * ends earlier. Never longer than the slot.
 */
export function shortenSlot(slot: SessionSlot, approvedMinutes: number | null): SessionSlot {
  if (approvedMinutes === null) return slot;
  const endsAt = slot.startsAt.plus({ minutes: approvedMinutes });
  return endsAt < slot.endsAt ? { ...slot, endsAt } : slot;
}

/** The same for a search that may have found none. */
export function shortenFound(
  slot: SessionSlot | NoSlot,
  approvedMinutes: number | null,
): SessionSlot | NoSlot {
  return 'refused' in slot ? slot : shortenSlot(slot, approvedMinutes);
}
