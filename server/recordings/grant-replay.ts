import { v7 as newId } from 'uuid';
import { inTransaction } from '../../db/connection.ts';
import { isoNow, toStoredTime } from '../clock.ts';
import type { StaffPrincipal } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';

/** Long enough for the longest visit, watched twice. */
const replayHours = 2;

/** Lets a member of staff replay a recording for a while. Who and when is in the ledger; why is kept beside it. */
export async function grantReplay(
  { db, clock, ledger }: Foundation,
  { visitId, prisonId }: { visitId: string; prisonId: string },
  staff: StaffPrincipal,
  reason: string,
): Promise<string> {
  const replayId = newId();
  const expiresAt = toStoredTime(clock.now().plus({ hours: replayHours }));
  await inTransaction(db, async (trx) => {
    await trx('replays').insert({
      id: replayId,
      visit_id: visitId,
      staff_id: staff.id,
      reason,
      created_at: isoNow(clock),
      expires_at: expiresAt,
    });
    await ledger.append(trx, {
      bookId: prisonId,
      kind: 'recording_replayed',
      actor: { kind: 'staff', id: staff.id, role: staff.role },
      subjects: [{ kind: 'visit', id: visitId }],
      facts: { replayId, expiresAt },
    });
  });
  return expiresAt;
}
