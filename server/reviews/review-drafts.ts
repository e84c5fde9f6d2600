import type { Knex } from 'knex';
import { inTransaction } from '../../db/connection.ts';
import { openApplication } from '../applications/index.ts';
import { isoNow, toStoredTime } from '../clock.ts';
import { edgeRefusals, type StaffPrincipal } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { loadRules } from '../rules/index.ts';
import { reviewersOf } from './decide-review.ts';
import type { ReviewDraft, ReviewDraftBody, ReviewName } from './draft-schema.ts';
import { draftsTable, purposeOf } from './draft-tables.ts';
import type { Body } from './schema.ts';

const bodyOf: Record<ReviewName, Body> = {
  forward: 'district',
  refuseByDistrict: 'district',
  askSupplementByDistrict: 'district',
  approve: 'prison',
  refuseByPrison: 'prison',
  askSupplementByPrison: 'prison',
};

/**
 * Keeps what a reviewer has typed and not sent, whatever has become of the application meanwhile: it is lost only when
 * they decide or throw it away. What nobody touched for the days of the rule goes. @throws Refusal
 */
export async function saveReviewDraft(
  { db, clock, sealing }: Foundation,
  principal: StaffPrincipal,
  applicationId: string,
  body: ReviewDraftBody,
): Promise<ReviewDraft> {
  const may: readonly string[] = reviewersOf[bodyOf[body.review]];
  if (!may.includes(principal.role)) throw edgeRefusals.not_permitted();
  const savedAt = isoNow(clock);
  await inTransaction(db, async (trx) => {
    await openApplication(trx, principal, applicationId);
    const days = (await loadRules(trx, { at: clock.now() })).get('application_draft_days');
    await draftsTable(trx)
      .where('saved_at', '<', toStoredTime(clock.now().minus({ days })))
      .delete();
    await draftsTable(trx)
      .insert({
        staff_id: principal.id,
        application_id: applicationId,
        body_sealed: sealing.sealText(purposeOf(principal.id, applicationId), JSON.stringify(body)),
        saved_at: savedAt,
      })
      .onConflict(['staff_id', 'application_id'])
      .merge();
  });
  return { ...body, savedAt };
}

/** Throws the caller's own draft away; that there is none is no fault. */
export async function discardReviewDraft(db: Knex, staffId: string, applicationId: string): Promise<void> {
  await draftsTable(db).where({ staff_id: staffId, application_id: applicationId }).delete();
}
