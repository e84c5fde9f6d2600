import type { Knex } from 'knex';
import { type Clock, isoNow } from '../clock.ts';
import { subjectKeys, writeEntryText } from './entry-text.ts';
import type { HeadsSeen } from './heads-seen.ts';
import { LedgerRefusal } from './ledger-refusal.ts';
import { lockBook } from './lock-book.ts';
import { entryFormat, type LedgerEntry, type NewLedgerEntry, type SealedLedgerEntry } from './schema.ts';
import { type BookRow, booksTable, entriesTable, subjectsTable } from './tables.ts';
import { formatCheckpoint } from './transparency-log/checkpoint.ts';
import { hashLeaf } from './transparency-log/hash-algorithm.ts';
import { appendLeaf, type Edge, formatEdge, rootOf } from './transparency-log/merkle-edge.ts';
import { type NoteSigner, signNote } from './transparency-log/signed-note.ts';

/** What the ledger stands on. */
export type LedgerTools = { clock: Clock; signerFor: (origin: string) => NoteSigner; headsSeen: HeadsSeen };

/** Appends to a book inside the caller's transaction: both are kept, or neither. @throws LedgerRefusal */
export async function appendEntry(
  trx: Knex.Transaction,
  entry: NewLedgerEntry,
  tools: LedgerTools,
): Promise<SealedLedgerEntry> {
  const headSeen = await tools.headsSeen.read(entry.bookId);
  const locked = await lockBook(trx, entry.bookId, { signerFor: tools.signerFor, headSeen });
  return appendToLocked(trx, entry, locked, tools);
}

/** The part after the checks; the founding entry has nothing before it to check. */
export async function appendToLocked(
  trx: Knex.Transaction,
  { bookId, kind, actor, subjects, facts, rules, corrects }: NewLedgerEntry,
  { book, edge, signer }: { book: BookRow; edge: Edge; signer: NoteSigner },
  { clock, headsSeen }: LedgerTools,
): Promise<SealedLedgerEntry> {
  const index = edge.size;
  if (corrects !== undefined && !(Number.isInteger(corrects) && corrects >= 0 && corrects < index))
    throw new LedgerRefusal('correction_of_nothing', `book ${bookId} has no entry ${corrects} to correct`);

  const entry: LedgerEntry = {
    format: entryFormat,
    book: bookId,
    index,
    time: isoNow(clock),
    kind,
    actor,
    subjects: [...subjects],
    facts,
    ...(rules === undefined ? {} : { rules: [...rules] }),
    ...(corrects === undefined ? {} : { corrects }),
  };
  const text = writeEntryText(entry);
  const leafHash = hashLeaf(edge.algorithm, Buffer.from(text));
  const grown = appendLeaf(edge, leafHash);
  const head = { origin: book.origin, size: grown.size, root: rootOf(grown) };
  const sealed = {
    leafHash: leafHash.toString('hex'),
    checkpoint: signNote(formatCheckpoint(head), [signer]),
  };

  await entriesTable(trx).insert({
    book_id: bookId,
    entry_index: index,
    entry: text,
    at: entry.time,
    kind,
    leaf_hash: sealed.leafHash,
    checkpoint: sealed.checkpoint,
  });
  const indexed = subjectKeys(subjects).map(({ kind: subjectKind, id }) => ({
    book_id: bookId,
    entry_index: index,
    subject_kind: subjectKind,
    subject_id: id,
  }));
  if (indexed.length > 0) await subjectsTable(trx).insert(indexed);
  await booksTable(trx)
    .where('id', bookId)
    .update({ size: grown.size, edge: formatEdge(grown) });
  headsSeen.keepAfter(trx, bookId, index, sealed.checkpoint);
  return { ...entry, ...sealed };
}
