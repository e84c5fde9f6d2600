import type { Knex } from 'knex';

export type DraftRow = {
  id: string;
  /** Whose it is: nobody else reads it. */
  staff_id: string;
  /** JSON of DraftContent, sealed: it holds identity numbers. */
  content_sealed: string;
  created_at: string;
  saved_at: string;
  version: number;
};

export const draftsTable = (db: Knex) => db<DraftRow>('application_drafts');

/** The draft has become an application, or its officer does not want it any more. */
export async function deleteDraft(
  db: Knex,
  { id, staffId }: { id: string; staffId: string },
): Promise<number> {
  return draftsTable(db).where({ id, staff_id: staffId }).delete();
}
