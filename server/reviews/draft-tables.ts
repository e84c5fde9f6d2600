import type { Knex } from 'knex';
import type { Sealing } from '../secrets/index.ts';
import { type ReviewDraft, reviewDraftBody } from './draft-schema.ts';

type DraftRow = { staff_id: string; application_id: string; body_sealed: string; saved_at: string };

export const draftsTable = (db: Knex) => db<DraftRow>('review_drafts');

export const purposeOf = (staffId: string, applicationId: string) =>
  `review-draft ${staffId} ${applicationId}`;

/** What this reviewer has typed about an application and not sent. */
export async function loadReviewDraft(
  db: Knex,
  sealing: Sealing,
  { staffId, applicationId }: { staffId: string; applicationId: string },
): Promise<ReviewDraft | null> {
  const row = await draftsTable(db).where({ staff_id: staffId, application_id: applicationId }).first();
  if (row === undefined) return null;
  const body = sealing.unsealText(purposeOf(staffId, applicationId), row.body_sealed);
  return { ...reviewDraftBody.parse(JSON.parse(body)), savedAt: row.saved_at };
}

/** About which of these applications the reviewer has a half-made decision. */
export async function halfDoneAmong(
  db: Knex,
  staffId: string,
  applicationIds: readonly string[],
): Promise<Set<string>> {
  const ids: string[] = await draftsTable(db)
    .where({ staff_id: staffId })
    .whereIn('application_id', [...applicationIds])
    .pluck('application_id');
  return new Set(ids);
}

/** The ids of all of them, for a query. */
export const halfDoneBy = (db: Knex, staffId: string) =>
  draftsTable(db).where({ staff_id: staffId }).select('application_id');
