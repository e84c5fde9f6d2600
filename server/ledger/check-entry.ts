import { readEntryText, subjectKeys } from './entry-text.ts';
import type { BookFault } from './fault-texts.ts';
import type { LedgerEntry } from './schema.ts';
import type { EntryRow, SubjectRow } from './tables.ts';
import { openCheckpoint } from './transparency-log/checkpoint.ts';
import { hashLeaf } from './transparency-log/hash-algorithm.ts';
import { appendLeaf, type Edge, rootOf } from './transparency-log/merkle-edge.ts';
import { NoteFault, type NoteVerifier } from './transparency-log/signed-note.ts';

/**
 * Checks the row at the next place of a book against everything before it. The head that it carries was signed over this
 * entry and all earlier ones, so the first row that fails is the first that is wrong.
 */
export function checkEntry(
  before: Edge,
  row: EntryRow,
  subjects: readonly SubjectRow[],
  { origin, verifier }: { origin: string; verifier: NoteVerifier },
): { fault: BookFault } | { edge: Edge } {
  const index = before.size;
  const fault = (code: BookFault['code'], detail: string) => ({ fault: { code, index, detail } });
  if (row.entry_index !== index) return fault('entry_missing', `entry ${row.entry_index} stands next`);

  const leafHash = hashLeaf(before.algorithm, Buffer.from(row.entry));
  const edge = appendLeaf(before, leafHash);
  const entry = readEntryText(row.entry);
  const head = openHead(row.checkpoint, verifier);
  if (entry !== undefined && (entry.index !== index || entry.book !== row.book_id))
    return fault('entry_out_of_place', `the text is of entry ${entry.index} of ${entry.book}`);
  if (typeof head === 'string') return fault('entry_head_false', head);
  if (head.size !== edge.size || head.origin !== origin)
    return fault('entry_head_out_of_place', `the head is of ${head.size} entries of ${head.origin}`);
  if (!head.root.equals(rootOf(edge))) return fault('entry_changed', 'the signed root is another');

  if (entry === undefined) return fault('entry_not_canonical', 'RFC 8785');
  if (row.leaf_hash !== leafHash.toString('hex')) return fault('leaf_hash_wrong', row.leaf_hash);
  if (row.kind !== entry.kind || row.at !== entry.time)
    return fault('columns_wrong', `${row.kind} ${row.at}`);
  if (!sameSubjects(entry, subjects)) return fault('subjects_wrong', `${subjects.length} rows`);
  return { edge };
}

function openHead(note: string, verifier: NoteVerifier): ReturnType<typeof openCheckpoint> | string {
  try {
    return openCheckpoint(note, [verifier]);
  } catch (error) {
    if (error instanceof NoteFault) return error.message;
    throw error;
  }
}

function sameSubjects(entry: LedgerEntry, rows: readonly SubjectRow[]): boolean {
  const indexed = subjectKeys(rows.map((row) => ({ kind: row.subject_kind, id: row.subject_id })));
  return (
    indexed.length === rows.length && JSON.stringify(indexed) === JSON.stringify(subjectKeys(entry.subjects))
  );
}
