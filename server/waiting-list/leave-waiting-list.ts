import { inTransaction } from '../../db/connection.ts';
import { isoNow } from '../clock.ts';
import { edgeRefusals, type StaffPrincipal } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { whyNotLeave } from './decide-waiting.ts';
import { recordWaiting } from './record-waiting.ts';
import { changeEntry, loadEntry } from './tables.ts';

/** The family does not want to wait any longer. @throws Refusal */
export async function leaveWaitingList(
  foundation: Foundation,
  staff: StaffPrincipal,
  entryId: string,
): Promise<void> {
  const { db, clock } = foundation;
  await inTransaction(db, async (trx) => {
    const entry = await loadEntry(trx, entryId, { forUpdate: true });
    if (entry === undefined) throw edgeRefusals.not_found();
    const refusal = whyNotLeave(entry, staff);
    if (refusal) throw refusal;
    await changeEntry(trx, entry, { state: 'left', ended_at: isoNow(clock), live_application_id: null });
    await recordWaiting(trx, foundation, {
      kind: 'waiting_list_left',
      actor: { kind: 'staff', id: staff.id, role: staff.role },
      entry,
    });
  });
}
