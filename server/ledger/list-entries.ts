import type { Knex } from 'knex';
import type { LedgerEntry, SealedLedgerEntry } from './schema.ts';
import { type EntryRow, entriesTable, subjectsTable } from './tables.ts';

export type EntryFilter = {
  bookId: string;
  kind?: string;
  subjectId?: string;
  /** Moments: from is included, to is not. */
  from?: string;
  to?: string;
  limit: number;
  /** Entries older than this index: the `before` of the page that came first. */
  before?: number;
};

/** The newest entries first. `before` asks for the next page, and is null on the last. */
export async function listEntries(
  db: Knex,
  filter: EntryFilter,
): Promise<{ entries: SealedLedgerEntry[]; before: number | null }> {
  const { bookId, kind, subjectId, from, to, limit, before } = filter;
  const query = entriesTable(db).where('book_id', bookId).orderBy('entry_index', 'desc');
  if (kind !== undefined) query.where('kind', kind);
  if (from !== undefined) query.where('at', '>=', from);
  if (to !== undefined) query.where('at', '<', to);
  if (before !== undefined) query.where('entry_index', '<', before);
  if (subjectId !== undefined) {
    const about = subjectsTable(db).where({ book_id: bookId, subject_id: subjectId }).select('entry_index');
    query.whereIn('entry_index', about);
  }
  // One more than asked for tells whether there is another page.
  const rows: EntryRow[] = await query.limit(limit + 1);
  const page = rows.slice(0, limit);
  return {
    entries: page.map(sealedEntry),
    before: rows.length > limit ? (page.at(-1)?.entry_index ?? null) : null,
  };
}

/** What was written, with its seal; whether that is what was signed, only the verifier tells. */
function sealedEntry({ entry, leaf_hash, checkpoint }: EntryRow): SealedLedgerEntry {
  return { ...(JSON.parse(entry) as LedgerEntry), leafHash: leaf_hash, checkpoint };
}
