import { inTransaction } from '../../db/connection.ts';
import { dayOf, toStoredTime } from '../clock.ts';
import { edgeRefusals, type StaffPrincipal, worksWith } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import {
  loadPrisoner,
  loadVisitors,
  lockVisitors,
  prisonerSubject,
  visitorSubject,
} from '../people/index.ts';
import type { EndRelationshipBody } from './schema.ts';
import { isSameClaim, standingOn, whyNotEnd } from './standing.ts';
import { relationshipsBetween, relationshipsTable } from './tables.ts';

/**
 * Marks a verified relationship as ended: its proofs are asked for again, and what was approved or booked on it is flagged.
 * @returns whose it was @throws Refusal
 */
export async function endRelationship(
  { db, clock, ledger, sealing }: Foundation,
  staff: StaffPrincipal,
  id: string,
  { reasonCode, note }: EndRelationshipBody,
): Promise<{ prisonerId: string }> {
  return inTransaction(db, async (trx) => {
    const seen = await relationshipsTable(trx).where({ id }).first();
    const prisoner = seen && (await loadPrisoner(trx, seen.prisoner_id));
    if (!seen || !prisoner || !worksWith(staff, prisoner.prison_id)) throw edgeRefusals.not_found();
    // An approval that relies on it holds the visitor, too: it comes before or after.
    await lockVisitors(trx, [seen.visitor_id]);
    const rows = await relationshipsBetween(trx, prisoner.id, [seen.visitor_id]);
    const row = rows.find((one) => one.id === id) ?? seen;
    const now = clock.now();
    const today = dayOf(now);
    const refusal = whyNotEnd(standingOn(row, rows, today), staff);
    if (refusal) throw refusal;

    const open = rows.filter((other) => isSameClaim(row, other) && other.ended_at === null);
    await relationshipsTable(trx)
      .whereIn(
        'id',
        open.map((other) => other.id),
      )
      .update({
        ended_at: toStoredTime(now),
        ended_by: staff.id,
        end_reason_code: reasonCode,
        end_note: note,
      });
    const visitor = (await loadVisitors(trx, [row.visitor_id])).get(row.visitor_id);
    if (visitor === undefined) throw new Error(`relationship ${id} has no visitor`);
    await ledger.append(trx, {
      bookId: prisoner.prison_id,
      kind: 'relationship_ended',
      actor: { kind: 'staff', id: staff.id, role: staff.role },
      subjects: [prisonerSubject(prisoner), visitorSubject(sealing, visitor)],
      facts: {
        relationshipId: row.id,
        relationship: row.relationship,
        reasonCode,
        revalidateOn: row.revalidate_on,
      },
    });
    return { prisonerId: prisoner.id };
  });
}
