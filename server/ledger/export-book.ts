import type { Knex } from 'knex';
import { LedgerRefusal } from './ledger-refusal.ts';
import { booksTable, entriesTable, readEntries } from './tables.ts';
import { writeLogFolder } from './transparency-log/write-log-folder.ts';

/**
 * Writes a book, as it stands now, as a tlog-tiles folder.
 * @throws LedgerRefusal, LogFolderOccupied, LogSourceInconsistent
 */
export async function exportBook(
  db: Knex,
  { bookId, directory }: { bookId: string; directory: string },
): Promise<{ origin: string; size: number }> {
  const book = await booksTable(db).where('id', bookId).first();
  if (book === undefined) throw new LedgerRefusal('book_not_found', `there is no ledger book ${bookId}`);
  const last = await entriesTable(db)
    .where({ book_id: bookId, entry_index: book.size - 1 })
    .first('checkpoint');
  if (last === undefined)
    throw new LedgerRefusal(
      'book_damaged',
      `the last of ${book.size} entries of ledger book ${bookId} is missing`,
    );
  await writeLogFolder(directory, {
    hashAlgorithm: book.hash_algorithm,
    checkpoint: last.checkpoint,
    keys: [book.vkey],
    entries: entriesUpTo(db, bookId, book.size),
  });
  return { origin: book.origin, size: book.size };
}

/** What was appended after the head was read belongs to the next export. */
async function* entriesUpTo(
  db: Knex,
  bookId: string,
  size: number,
): AsyncGenerator<{ entry: Buffer; head: string }> {
  for await (const page of readEntries(db, bookId)) {
    for (const { entry_index, entry, checkpoint } of page) {
      if (entry_index >= size) return;
      yield { entry: Buffer.from(entry), head: checkpoint };
    }
  }
}
