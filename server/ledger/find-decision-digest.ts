import type { Knex } from 'knex';
import { readEntryText } from './entry-text.ts';
import { entriesTable, subjectsTable } from './tables.ts';

/** The digest that the book has of what a decision knew; undefined if no entry about the subject names the decision. */
export async function findDecisionDigest(
  db: Knex,
  { bookId, subjectId, decisionId }: { bookId: string; subjectId: string; decisionId: string },
): Promise<string | undefined> {
  const indices: number[] = await subjectsTable(db)
    .where({ book_id: bookId, subject_id: subjectId })
    .pluck('entry_index');
  const rows = await entriesTable(db).where({ book_id: bookId }).whereIn('entry_index', indices);
  for (const row of rows) {
    const facts = readEntryText(row.entry)?.facts;
    if (facts?.decisionId === decisionId && typeof facts.decisionDigest === 'string')
      return facts.decisionDigest;
  }
  return undefined;
}
