import type { Knex } from 'knex';
import { readHeadsSeen } from './heads-seen.ts';
import type { KeyTrust } from './key-trust.ts';
import { booksTable } from './tables.ts';
import { type BookVerdict, verifyBook } from './verify-book.ts';

/** Verifies every book of the database, one after the other, and misses the books that a head tells of. */
export async function* verifyBooks(
  db: Knex,
  { trust, headsDirectory }: { trust: KeyTrust; headsDirectory: string },
): AsyncGenerator<BookVerdict> {
  // The heads come first: what is in a file was in the database before.
  const heads = await readHeadsSeen(headsDirectory);
  const books = await booksTable(db).orderBy('id');
  for (const book of books) yield await verifyBook(db, book, { trust, headSeen: heads.get(book.id) });
  for (const bookId of heads.keys()) {
    if (books.some(({ id }) => id === bookId)) continue;
    const fault = { code: 'book_missing', index: null, detail: 'only its head is left' } as const;
    yield { ok: false, bookId, fault };
  }
}
