import type { Knex } from 'knex';
import { isoNow } from '../clock.ts';
import { appendToLocked, type LedgerTools } from './append-entry.ts';
import { LedgerRefusal } from './ledger-refusal.ts';
import type { LedgerActor, SealedLedgerEntry } from './schema.ts';
import { booksTable } from './tables.ts';
import type { HashAlgorithm } from './transparency-log/hash-algorithm.ts';
import { emptyEdge, formatEdge } from './transparency-log/merkle-edge.ts';
import { formatVerifierKey } from './transparency-log/verifier-key.ts';

export type NewLedgerBook = {
  /** The book's id, too. */
  prisonId: string;
  /** The log's name in every head: a schema-less URL that need not exist, without spaces or plus signs. */
  origin: string;
  hashAlgorithm?: HashAlgorithm;
  actor?: LedgerActor;
};

/**
 * Founds the book of a prison. Its first entry, `book_founded`, says what the book is, so that no book is ever empty and
 * an emptied one is found out. @throws LedgerRefusal
 */
export async function foundBook(
  trx: Knex.Transaction,
  { prisonId, origin, hashAlgorithm = 'sha256', actor = { kind: 'system', id: 'ledger' } }: NewLedgerBook,
  tools: LedgerTools,
): Promise<SealedLedgerEntry> {
  // The id names the file of the head seen.
  if (!/^[A-Za-z0-9_-]{1,36}$/.test(prisonId))
    throw new LedgerRefusal('book_id_unusable', `a ledger book cannot be called ${JSON.stringify(prisonId)}`);
  if ((await booksTable(trx).where('id', prisonId).first('id')) !== undefined)
    throw new LedgerRefusal('book_already_founded', `ledger book ${prisonId} has been founded already`);
  if ((await tools.headsSeen.read(prisonId)) !== undefined)
    throw new LedgerRefusal(
      'book_behind_head_seen',
      `ledger book ${prisonId} was there, and is not any more`,
    );

  const signer = tools.signerFor(origin);
  const edge = emptyEdge(hashAlgorithm);
  const book = {
    id: prisonId,
    origin,
    hash_algorithm: hashAlgorithm,
    size: 0,
    edge: formatEdge(edge),
    vkey: formatVerifierKey(signer.key),
    founded_at: isoNow(tools.clock),
  };
  await booksTable(trx).insert(book);
  const founding = {
    bookId: prisonId,
    kind: 'book_founded',
    actor,
    subjects: [{ kind: 'prison', id: prisonId }],
    facts: { origin, hashAlgorithm, vkey: book.vkey },
  };
  return appendToLocked(trx, founding, { book, edge, signer }, tools);
}
