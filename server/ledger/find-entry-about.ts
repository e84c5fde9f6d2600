import type { Knex } from 'knex';
import { subjectsTable } from './tables.ts';

/** The index of the first entry in a book that is about something: what a correction of it points to. */
export async function findEntryAbout(
  db: Knex,
  { bookId, subject: { kind, id } }: { bookId: string; subject: { kind: string; id: string } },
): Promise<number | undefined> {
  const row = await subjectsTable(db)
    .where({ book_id: bookId, subject_kind: kind, subject_id: id })
    .orderBy('entry_index')
    .first('entry_index');
  return row?.entry_index;
}
