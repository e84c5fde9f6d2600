import type { Knex } from 'knex';
import { LedgerRefusal } from './ledger-refusal.ts';
import { booksTable, entriesTable } from './tables.ts';
import type { HashAlgorithm } from './transparency-log/hash-algorithm.ts';
import { formatLogProof } from './transparency-log/log-proof.ts';
import { consistencyProof, inclusionProof } from './transparency-log/merkle-proof.ts';

type Leaves = { algorithm: HashAlgorithm; hashes: Buffer[]; checkpoint: string };

/** The tlog-proof of an entry in the book's present head, for a printed record. @throws LedgerRefusal, RangeError */
export async function proveEntry(db: Knex, bookId: string, index: number): Promise<string> {
  const { algorithm, hashes, checkpoint } = await readLeaves(db, bookId);
  return formatLogProof({ index, proof: inclusionProof(algorithm, hashes, index), checkpoint });
}

/**
 * The book's present signed head, and the proof that it extends the head of `oldSize` entries that a witness saw.
 * @throws LedgerRefusal, RangeError
 */
export async function proveConsistency(
  db: Knex,
  bookId: string,
  oldSize: number,
): Promise<{ checkpoint: string; proof: Buffer[] }> {
  const { algorithm, hashes, checkpoint } = await readLeaves(db, bookId);
  return { checkpoint, proof: consistencyProof(algorithm, hashes, oldSize) };
}

async function readLeaves(db: Knex, bookId: string): Promise<Leaves> {
  const book = await booksTable(db).where('id', bookId).first('hash_algorithm');
  const rows = await entriesTable(db).where('book_id', bookId).orderBy('entry_index').select('leaf_hash');
  const last = await entriesTable(db)
    .where({ book_id: bookId, entry_index: rows.length - 1 })
    .first('checkpoint');
  if (book === undefined || last === undefined)
    throw new LedgerRefusal('book_not_found', `there is no ledger book ${bookId}`);
  const hashes = rows.map(({ leaf_hash }) => Buffer.from(leaf_hash, 'hex'));
  return { algorithm: book.hash_algorithm, hashes, checkpoint: last.checkpoint };
}
