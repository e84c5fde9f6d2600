import type { Knex } from 'knex';
import type { HashAlgorithm } from './transparency-log/hash-algorithm.ts';

/** One book a prison; its row carries the right edge of the tree, which the next append needs. */
export type BookRow = {
  id: string;
  origin: string;
  hash_algorithm: HashAlgorithm;
  size: number;
  edge: string;
  vkey: string;
  founded_at: string;
};

/** Everything but `entry` and `checkpoint` repeats what the text says, for queries; the verifier compares. */
export type EntryRow = {
  book_id: string;
  entry_index: number;
  /** Canonical JSON: the bytes that are hashed. */
  entry: string;
  at: string;
  kind: string;
  /** Hexadecimal. */
  leaf_hash: string;
  /** The signed head of the tree of size `entry_index + 1`. */
  checkpoint: string;
};

export type SubjectRow = { book_id: string; entry_index: number; subject_kind: string; subject_id: string };

export const booksTable = (db: Knex) => db<BookRow>('ledger_books');
export const entriesTable = (db: Knex) => db<EntryRow>('ledger_entries');
export const subjectsTable = (db: Knex) => db<SubjectRow>('ledger_subjects');

const pageSize = 500;

/**
 * Every entry of a book in order, a page in memory at a time. It ends with the first page that is not full, so that it
 * does not run after a busy writer for ever.
 */
export async function* readEntries(db: Knex, bookId: string): AsyncGenerator<EntryRow[]> {
  let page: EntryRow[] = [];
  do {
    page = await entriesTable(db)
      .where('book_id', bookId)
      .where('entry_index', '>', page.at(-1)?.entry_index ?? -1)
      .orderBy('entry_index')
      .limit(pageSize);
    if (page.length > 0) yield page;
  } while (page.length === pageSize);
}
