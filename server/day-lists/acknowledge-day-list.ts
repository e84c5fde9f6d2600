import { v7 as newId } from 'uuid';
import { inTransaction } from '../../db/connection.ts';
import { isoNow } from '../clock.ts';
import { edgeRefusals, type StaffPrincipal, worksWith } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { isSame, whyNotAcknowledge } from './decide-standing.ts';
import { dayOf, loadListed } from './load-standings.ts';
import { dayListRefusals } from './refusals.ts';
import type { AcknowledgeBody } from './schema.ts';
import { acknowledgedBookingsTable, acknowledgementsTable } from './tables.ts';

/**
 * The prison has seen the visits of a day and prepares for them. What was seen is kept booking by booking with its
 * version: whatever is added, moved or cancelled afterwards has to be acknowledged anew. @throws Refusal
 */
export async function acknowledgeDayList(
  { db, clock, ledger }: Foundation,
  staff: StaffPrincipal,
  { prisonId, day }: { prisonId: string; day: string },
  { wardId, seen }: AcknowledgeBody,
): Promise<void> {
  if (!worksWith(staff, prisonId)) throw edgeRefusals.not_found();
  await inTransaction(db, async (trx) => {
    // Two who acknowledge at once come one after the other: the second finds nothing left.
    await trx('prisons').where({ id: prisonId }).forUpdate().first('id');
    const at = isoNow(clock);
    const listed = (await loadListed(trx, { from: day, to: day, prisonId })).filter(
      (visit) => (wardId === null || visit.wardId === wardId) && visit.standing !== 'begun',
    );
    const standings = listed.map(({ standing }) => standing);
    const refusal = whyNotAcknowledge(staff.role, { standings, day, today: dayOf(at) });
    if (refusal) throw refusal;
    const now = listed.map(({ bookingId, version, standing }) => ({
      bookingId,
      version,
      gone: standing === 'gone',
    }));
    if (!isSame(seen, now)) throw dayListRefusals.list_changed();

    const id = newId();
    await acknowledgementsTable(trx).insert({
      id,
      prison_id: prisonId,
      day,
      ward_id: wardId,
      acknowledged_by: staff.id,
      acknowledged_at: at,
    });
    await acknowledgedBookingsTable(trx).insert(
      now.map(({ bookingId, version, gone }) => ({
        acknowledgement_id: id,
        booking_id: bookingId,
        booking_version: version,
        gone,
      })),
    );
    await ledger.append(trx, {
      bookId: prisonId,
      kind: 'day_list_acknowledged',
      actor: { kind: 'staff', id: staff.id, role: staff.role },
      subjects: [
        ...(wardId === null ? [] : [{ kind: 'ward', id: wardId }]),
        ...now.map(({ bookingId }) => ({ kind: 'booking', id: bookingId })),
      ],
      facts: {
        acknowledgementId: id,
        day,
        visits: now.length,
        seen: now.map(({ bookingId, version, gone }) => ({ bookingId, version, gone })),
      },
    });
  });
}
