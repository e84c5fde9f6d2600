import type { Knex } from 'knex';
import { inTransaction } from '../../db/connection.ts';
import { isoNow } from '../clock.ts';
import { edgeRefusals, type StaffPrincipal } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { draftRefusals } from './refusals.ts';
import type { SaveDraftBody, SavedDraft } from './schema.ts';
import { contentOf, sealContent } from './sealed-draft.ts';
import { type DraftRow, draftsTable } from './tables.ts';

const mostDrafts = 50;

/**
 * Keeps what an officer has typed so far. The browser chooses the id, so that a first save whose answer was lost and that
 * is sent again makes no second draft. @throws Refusal when another window has saved it meanwhile
 */
export async function saveDraft(
  { db, clock, sealing }: Foundation,
  staff: StaffPrincipal,
  id: string,
  { version, content }: SaveDraftBody,
): Promise<SavedDraft> {
  const now = isoNow(clock);
  return inTransaction(db, async (trx) => {
    const known = await draftsTable(trx).where({ id }).forUpdate().first();
    if (known === undefined) {
      // It was sent as an application, discarded, or has expired.
      if (version !== 0) throw edgeRefusals.not_found();
      await refuseTooMany(trx, staff);
      const row: DraftRow = {
        id,
        staff_id: staff.id,
        content_sealed: sealContent(sealing, id, content),
        created_at: now,
        saved_at: now,
        version: 1,
      };
      await draftsTable(trx).insert(row);
      return { id, version: 1, savedAt: now };
    }
    if (known.staff_id !== staff.id) throw edgeRefusals.not_found();
    if (
      known.version === version + 1 &&
      JSON.stringify(contentOf(sealing, known)) === JSON.stringify(content)
    ) {
      // The same once more: its first answer was lost.
      return { id, version: known.version, savedAt: known.saved_at };
    }
    if (known.version !== version) throw draftRefusals.draft_changed_elsewhere();
    await draftsTable(trx)
      .where({ id })
      .update({ content_sealed: sealContent(sealing, id, content), saved_at: now, version: version + 1 });
    return { id, version: version + 1, savedAt: now };
  });
}

async function refuseTooMany(trx: Knex.Transaction, { id }: StaffPrincipal): Promise<void> {
  const own = await draftsTable(trx).where({ staff_id: id }).select('id');
  if (own.length >= mostDrafts) throw draftRefusals.too_many_drafts({ limit: mostDrafts });
}
