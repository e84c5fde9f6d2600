import type { Knex } from 'knex';
import { checkEntry } from './check-entry.ts';
import type { BookFault } from './fault-texts.ts';
import type { KeyTrust } from './key-trust.ts';
import {
  type BookRow,
  booksTable,
  entriesTable,
  readEntries,
  type SubjectRow,
  subjectsTable,
} from './tables.ts';
import { openCheckpoint, parseCheckpoint } from './transparency-log/checkpoint.ts';
import { type Edge, emptyEdge, formatEdge, rootOf } from './transparency-log/merkle-edge.ts';
import { noteVerifier } from './transparency-log/note-verifier.ts';
import { NoteFault, type NoteVerifier, splitNote } from './transparency-log/signed-note.ts';
import { formatVerifierKey } from './transparency-log/verifier-key.ts';

export type BookVerdict =
  | { ok: true; bookId: string; origin: string; size: number; root: string; vkey: string }
  | { ok: false; bookId: string; fault: BookFault };

type Head = { size: number; root: Buffer };

/**
 * Rebuilds a book from the texts of its entries and holds it against every signed head in it, its row, and the head that
 * was seen before. It takes no lock: what is appended meanwhile is either checked as well or not looked at.
 */
export async function verifyBook(
  db: Knex,
  book: BookRow,
  { trust, headSeen }: { trust: KeyTrust; headSeen: string | undefined },
): Promise<BookVerdict> {
  const failed = (fault: BookFault): BookVerdict => ({ ok: false, bookId: book.id, fault });
  const about = (code: BookFault['code'], detail: string) => failed({ code, index: null, detail });

  // The signed entries say what the book is called; its row may have been changed.
  const first = await entriesTable(db).where({ book_id: book.id, entry_index: 0 }).first('checkpoint');
  const origin = first === undefined ? book.origin : (claimedOrigin(first.checkpoint) ?? book.origin);
  const key = trust(origin, book);
  if (key === undefined) return about('book_key_unknown', book.vkey);
  const verifier = noteVerifier(key);
  const seen = headSeen === undefined ? undefined : openSeen(headSeen, verifier);
  if (seen === 'false') return about('head_seen_false', 'kept on this machine');

  const walked = await walk(db, book, { origin, verifier, stops: [book.size, seen?.size ?? 0] });
  if ('fault' in walked) return failed(walked.fault);
  const { edge, passed } = walked;
  const missing = (detail: string) => failed({ code: 'entry_missing', index: edge.size, detail });
  if (edge.size === 0) return missing('a book begins with its founding');
  if (seen !== undefined && seen.size > edge.size) return missing(`a head of ${seen.size} entries was seen`);
  if (seen !== undefined && !rootAt(passed, seen.size).equals(seen.root))
    return about('head_seen_contradicts', `at ${seen.size} entries`);
  if (book.size > edge.size) return missing(`the book's row counts ${book.size}`);

  const wrong = await findWrongRow(db, book, { edge, passed, origin, vkey: formatVerifierKey(key) });
  if (wrong !== undefined) return failed(wrong);
  const root = rootOf(edge).toString('base64');
  return { ok: true, bookId: book.id, origin, size: edge.size, root, vkey: formatVerifierKey(key) };
}

/** The edges at the sizes that something else is to be compared with. */
type Passed = ReadonlyMap<number, Edge>;

async function walk(
  db: Knex,
  book: BookRow,
  { origin, verifier, stops }: { origin: string; verifier: NoteVerifier; stops: readonly number[] },
): Promise<{ fault: BookFault } | { edge: Edge; passed: Passed }> {
  let edge = emptyEdge(book.hash_algorithm);
  const passed = new Map([[0, edge]]);
  for await (const page of readEntries(db, book.id)) {
    const subjects = await subjectsOf(db, book.id, page[0]?.entry_index ?? 0, page.at(-1)?.entry_index ?? 0);
    for (const row of page) {
      const checked = checkEntry(edge, row, subjects.get(row.entry_index) ?? [], { origin, verifier });
      if ('fault' in checked) return checked;
      edge = checked.edge;
      if (stops.includes(edge.size)) passed.set(edge.size, edge);
    }
  }
  return { edge, passed };
}

async function subjectsOf(
  db: Knex,
  bookId: string,
  from: number,
  to: number,
): Promise<Map<number, SubjectRow[]>> {
  const rows: SubjectRow[] = await subjectsTable(db)
    .where('book_id', bookId)
    .whereBetween('entry_index', [from, to]);
  const byIndex = new Map<number, SubjectRow[]>();
  for (const row of rows) byIndex.set(row.entry_index, [...(byIndex.get(row.entry_index) ?? []), row]);
  return byIndex;
}

async function findWrongRow(
  db: Knex,
  book: BookRow,
  { edge, passed, origin, vkey }: { edge: Edge; passed: Passed; origin: string; vkey: string },
): Promise<BookFault | undefined> {
  const rowWrong = (detail: string): BookFault => ({ code: 'book_row_wrong', index: null, detail });
  if (book.origin !== origin) return rowWrong(`origin ${book.origin}`);
  if (book.vkey !== vkey) return rowWrong(`vkey ${book.vkey}`);
  if (formatEdge(passed.get(book.size) as Edge) !== book.edge) return rowWrong('edge');

  const stray = await subjectsTable(db)
    .where('book_id', book.id)
    .where('entry_index', '>=', edge.size)
    .orderBy('entry_index')
    .first('entry_index');
  // Read last: by now it counts whatever was appended since the walk, its subjects included.
  const { size } = (await booksTable(db).where('id', book.id).first('size')) ?? { size: 0 };
  if (size < edge.size) return rowWrong(`size ${size}, with ${edge.size} entries`);
  if (stray !== undefined && stray.entry_index >= size)
    return { code: 'subjects_wrong', index: stray.entry_index, detail: 'rows of no entry' };
  return undefined;
}

function rootAt(passed: Passed, size: number): Buffer {
  return rootOf(passed.get(size) as Edge);
}

function claimedOrigin(note: string): string | undefined {
  try {
    return parseCheckpoint(splitNote(note).text).origin;
  } catch (error) {
    if (error instanceof NoteFault) return undefined;
    throw error;
  }
}

function openSeen(note: string, verifier: NoteVerifier): Head | 'false' {
  try {
    return openCheckpoint(note, [verifier]);
  } catch (error) {
    if (error instanceof NoteFault) return 'false';
    throw error;
  }
}
