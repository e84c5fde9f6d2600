import type { NoSlot, SlotTime } from '../calendar/index.ts';

/**
 * The slot of a visit that the prison approved for fewer minutes than the rule gives: it begins on the grid of the rule and
 * ends earlier. Never longer than the slot.
 */
export function shortenSlot(slot: SlotTime, approvedMinutes: number | null): SlotTime {
  if (approvedMinutes === null) return slot;
  const endsAt = slot.startsAt.plus({ minutes: approvedMinutes });
  return endsAt < slot.endsAt ? { startsAt: slot.startsAt, endsAt } : slot;
}

/** The same for a search that may have found none. */
export function shortenFound(slot: SlotTime | NoSlot, approvedMinutes: number | null): SlotTime | NoSlot {
  return 'refused' in slot ? slot : shortenSlot(slot, approvedMinutes);
}
