import type { Knex } from 'knex';
import { LedgerRefusal } from './ledger-refusal.ts';
import { type BookRow, booksTable, entriesTable } from './tables.ts';
import { openCheckpoint } from './transparency-log/checkpoint.ts';
import { type Edge, parseEdge, rootOf } from './transparency-log/merkle-edge.ts';
import {
  ed25519Verifier,
  NoteFault,
  type NoteSigner,
  type NoteVerifier,
} from './transparency-log/signed-note.ts';
import { formatVerifierKey } from './transparency-log/verifier-key.ts';

type Head = { size: number; root: Buffer };

/**
 * Takes the book for this transaction and proves, before anything is signed, that it goes on where the last signature
 * left it. A log must never sign a head that contradicts an earlier one, whatever was done to its database.
 * @throws LedgerRefusal
 */
export async function lockBook(
  trx: Knex.Transaction,
  bookId: string,
  { signerFor, headSeen }: { signerFor: (origin: string) => NoteSigner; headSeen: string | undefined },
): Promise<{ book: BookRow; edge: Edge; signer: NoteSigner }> {
  const book = await booksTable(trx).where('id', bookId).forUpdate().first();
  if (book === undefined) throw new LedgerRefusal('book_not_found', `there is no ledger book ${bookId}`);
  const signer = signerFor(book.origin);
  if (formatVerifierKey(signer.key) !== book.vkey)
    throw new LedgerRefusal(
      'key_is_not_the_books',
      `the ledger's signing key on this machine is not the key of book ${bookId}: ${book.vkey}`,
    );
  const edge = parseEdge(book.hash_algorithm, book.size, book.edge);
  const verifier = ed25519Verifier(signer.key);
  const last = edge === undefined ? undefined : await headAt(trx, book, book.size, verifier);
  if (edge === undefined || last === undefined || !last.root.equals(rootOf(edge)))
    throw new LedgerRefusal('book_damaged', `ledger book ${bookId} is not as its last head was signed`);
  if (headSeen !== undefined)
    await refuseIfBehind(trx, { book, last }, openHeadSeen(bookId, headSeen, verifier), verifier);
  return { book, edge, signer };
}

async function refuseIfBehind(
  trx: Knex.Transaction,
  { book, last }: { book: BookRow; last: Head },
  seen: Head,
  verifier: NoteVerifier,
): Promise<void> {
  const same = await headThen(trx, { book, last }, seen.size, verifier);
  if (same === undefined || !same.root.equals(seen.root))
    throw new LedgerRefusal(
      'book_behind_head_seen',
      `ledger book ${book.id} has ${book.size} entries that do not continue the head of ${seen.size} seen before`,
    );
}

/** The head of an earlier time, or the last one, which is at hand and as a rule the one that was seen. */
async function headThen(
  trx: Knex.Transaction,
  { book, last }: { book: BookRow; last: Head },
  size: number,
  verifier: NoteVerifier,
): Promise<Head | undefined> {
  if (size === last.size) return last;
  return size > last.size ? undefined : headAt(trx, book, size, verifier);
}

/** The head signed at `size`, as its entry keeps it. Locked, because a plain read may see an older snapshot. */
async function headAt(
  trx: Knex.Transaction,
  book: BookRow,
  size: number,
  verifier: NoteVerifier,
): Promise<Head | undefined> {
  const row = await entriesTable(trx)
    .where({ book_id: book.id, entry_index: size - 1 })
    .forUpdate()
    .first('checkpoint');
  const head = row === undefined ? undefined : openHead(row.checkpoint, verifier);
  return head?.size === size && head.origin === book.origin ? head : undefined;
}

function openHeadSeen(bookId: string, note: string, verifier: NoteVerifier): Head {
  const head = openHead(note, verifier);
  if (head === undefined)
    throw new LedgerRefusal('head_seen_unreadable', `the head kept for ledger book ${bookId} is not its own`);
  return head;
}

function openHead(note: string, verifier: NoteVerifier): (Head & { origin: string }) | undefined {
  try {
    return openCheckpoint(note, [verifier]);
  } catch (error) {
    if (error instanceof NoteFault) return undefined;
    throw error;
  }
}
