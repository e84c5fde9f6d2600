import { staffNames } from '../accounts/index.ts';
import { fromStoredTime, toStoredTime } from '../clock.ts';
import type { Foundation } from '../foundation.ts';
import { needsAcknowledgement } from './decide-standing.ts';
import { acknowledgeByOf, dayOf, loadListed } from './load-standings.ts';
import type { VisitAcknowledgement } from './schema.ts';
import { acknowledgedBookingsTable } from './tables.ts';

/** How one visit stands with its prison, for the pages of the booking and of the visit. */
export async function acknowledgementOf(
  { db, clock }: Pick<Foundation, 'db' | 'clock'>,
  { id, prisonId, startsAt }: { id: string; prisonId: string; startsAt: string },
): Promise<VisitAcknowledgement> {
  const now = clock.now();
  const day = dayOf(startsAt);
  const visit = (await loadListed(db, { from: day, to: day, prisonId })).find(
    ({ bookingId }) => bookingId === id,
  );
  const acknowledgeBy = await acknowledgeByOf(db, { prisonId, day, now });
  const last: { acknowledged_by: string; acknowledged_at: string } | undefined =
    await acknowledgedBookingsTable(db)
      .join('day_list_acknowledgements', 'day_list_acknowledgements.id', 'acknowledgement_id')
      .where({ booking_id: id, day })
      .orderBy('acknowledged_at', 'desc')
      .first('acknowledged_by', 'acknowledged_at');
  const names = await staffNames(db, [last?.acknowledged_by ?? null]);
  const standing = visit?.standing ?? null;
  return {
    standing,
    overdue:
      standing !== null &&
      needsAcknowledgement(standing) &&
      fromStoredTime(toStoredTime(now)) > acknowledgeBy,
    acknowledgeBy: toStoredTime(acknowledgeBy),
    last: last === undefined ? null : { by: names.get(last.acknowledged_by) ?? '', at: last.acknowledged_at },
  };
}
