import type { SlotTime } from '../calendar/index.ts';
import { dayOf } from '../clock.ts';
import { type Custody, custodyAgainst } from '../custody/index.ts';
import type { BookingReason } from './refusals.ts';

/** Rule 10, and where the prisoner is: whether the prisoner can have a visit of this prison on the day of the slot. */
export function reasonIfBarred(
  { startsAt }: SlotTime,
  { custody, prisonId }: { custody: Custody; prisonId: string },
): BookingReason[] {
  const reason = custodyAgainst(custody, { prisonId, day: dayOf(startsAt) });
  return reason ? [reason] : [];
}
