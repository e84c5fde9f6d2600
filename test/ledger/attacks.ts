import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { Knex } from 'knex';
import { writeEntryText } from '../../server/ledger/entry-text.ts';
import type { LedgerEntry } from '../../server/ledger/schema.ts';
import type { EntryRow } from '../../server/ledger/tables.ts';
import { formatCheckpoint } from '../../server/ledger/transparency-log/checkpoint.ts';
import { hashLeaf } from '../../server/ledger/transparency-log/hash-algorithm.ts';
import {
  appendLeaf,
  emptyEdge,
  formatEdge,
  rootOf,
} from '../../server/ledger/transparency-log/merkle-edge.ts';
import { ed25519Signer, signNote } from '../../server/ledger/transparency-log/signed-note.ts';
import { formatVerifierKey } from '../../server/ledger/transparency-log/verifier-key.ts';
import { bookId, origin } from './a-book.ts';

export const attackersKey = generateKeyPairSync('ed25519').privateKey;
/** Entries in the book that is tampered with; the last index is one less. */
export const size = 12;

const rowsOf = (db: Knex): Promise<EntryRow[]> =>
  db('ledger_entries').where('book_id', bookId).orderBy('entry_index');
const at = (db: Knex, index: number) => db('ledger_entries').where({ book_id: bookId, entry_index: index });

/** Moves every entry from `from` on by one place, with its text, hash and head. */
async function renumber(db: Knex, from: number, by: 1 | -1): Promise<void> {
  for (const table of ['ledger_entries', 'ledger_subjects']) {
    await db(table).where('entry_index', '>=', from).increment('entry_index', 1000);
    await db(table)
      .where('entry_index', '>=', 1000)
      .decrement('entry_index', 1000 - by);
  }
}

/** Rewrites everything that can be computed without the office's key, so that the database agrees with itself. */
export async function recompute(
  db: Knex,
  { key, rewriteTexts }: { key?: KeyObject; rewriteTexts: boolean },
): Promise<void> {
  let edge = emptyEdge('sha256');
  const signer = ed25519Signer(origin, key ?? attackersKey);
  for (const row of await rowsOf(db)) {
    const parsed = JSON.parse(row.entry) as LedgerEntry;
    const text = rewriteTexts ? writeEntryText({ ...parsed, index: row.entry_index }) : row.entry;
    const leafHash = hashLeaf('sha256', Buffer.from(text));
    edge = appendLeaf(edge, leafHash);
    const checkpoint = signNote(formatCheckpoint({ origin, size: edge.size, root: rootOf(edge) }), [signer]);
    await at(db, row.entry_index).update({
      entry: text,
      leaf_hash: leafHash.toString('hex'),
      ...(key === undefined ? {} : { checkpoint }),
    });
  }
  await db('ledger_books').update({ size: edge.size, edge: formatEdge(edge) });
}

async function changeText(db: Knex, index: number): Promise<void> {
  const row = await at(db, index).first();
  await at(db, index).update({ entry: row.entry.replace('"minutes":30', '"minutes":31') });
}

export async function remove(db: Knex, index: number): Promise<void> {
  await at(db, index).delete();
  await db('ledger_subjects').where('entry_index', index).delete();
}

async function insert(db: Knex, index: number): Promise<void> {
  const model = await at(db, index).first();
  await renumber(db, index, 1);
  const entry = writeEntryText({ ...(JSON.parse(model.entry) as LedgerEntry), subjects: [], index });
  await db('ledger_entries').insert({
    ...model,
    entry,
    leaf_hash: hashLeaf('sha256', Buffer.from(entry)).toString('hex'),
  });
}

async function swap(db: Knex, a: number, b: number): Promise<void> {
  const [first, second] = [await at(db, a).first(), await at(db, b).first()];
  await at(db, a).update({ ...second, entry_index: a });
  await at(db, b).update({ ...first, entry_index: b });
}

export type Attack = {
  what: string;
  tamper: (db: Knex, index: number) => Promise<unknown>;
  alsoAtTheEnd?: boolean;
};

/** Each makes `index` the first wrong entry. */
export const attacks: Attack[] = [
  { what: 'changed', tamper: changeText },
  {
    what: 'changed, with the hash recomputed',
    async tamper(db, index) {
      await changeText(db, index);
      await recompute(db, { rewriteTexts: false });
    },
  },
  {
    what: 'changed, with everything recomputed and signed with a key of the attacker’s',
    async tamper(db, index) {
      await changeText(db, index);
      const { key } = ed25519Signer(origin, attackersKey);
      const honest = await rowsOf(db);
      await recompute(db, { rewriteTexts: false, key: attackersKey });
      for (const row of honest.slice(0, index))
        await at(db, row.entry_index).update({ checkpoint: row.checkpoint });
      await db('ledger_books').update({ vkey: formatVerifierKey(key) });
    },
  },
  { what: 'removed', tamper: remove, alsoAtTheEnd: false },
  {
    what: 'removed, with the rest renumbered',
    async tamper(db, index) {
      await remove(db, index);
      await renumber(db, index + 1, -1);
    },
    alsoAtTheEnd: false,
  },
  {
    what: 'removed, with the rest renumbered and rewritten, hashes, edge and size recomputed',
    async tamper(db, index) {
      await remove(db, index);
      await renumber(db, index + 1, -1);
      await recompute(db, { rewriteTexts: true });
    },
    alsoAtTheEnd: false,
  },
  { what: 'inserted', tamper: insert },
  {
    what: 'inserted, with everything after it rewritten and recomputed',
    async tamper(db, index) {
      await insert(db, index);
      await recompute(db, { rewriteTexts: true });
    },
  },
  { what: 'swapped with the next', tamper: (db, index) => swap(db, index, index + 1), alsoAtTheEnd: false },
  {
    what: 'swapped with the next, texts and hashes rewritten',
    async tamper(db, index) {
      await swap(db, index, index + 1);
      await recompute(db, { rewriteTexts: true });
    },
    alsoAtTheEnd: false,
  },
  {
    what: 'given another kind in its column',
    tamper: (db, index) => at(db, index).update({ kind: 'visit_refused' }),
  },
  {
    what: 'given another time in its column',
    tamper: (db, index) => at(db, index).update({ at: '2020-01-01T00:00:00.000Z' }),
  },
  {
    what: 'given another leaf hash in its column',
    tamper: (db, index) => at(db, index).update({ leaf_hash: '0'.repeat(64) }),
  },
  {
    what: 'given the head of another entry',
    async tamper(db, index) {
      const other = await at(db, index - 1).first();
      await at(db, index).update({ checkpoint: other.checkpoint });
    },
  },
  {
    what: 'given a head whose signature is false',
    async tamper(db, index) {
      const row = await at(db, index).first();
      await at(db, index).update({ checkpoint: row.checkpoint.replace(/.{8}\n$/, 'AAAAAA==\n') });
    },
  },
  {
    what: 'taken from a subject',
    tamper: (db, index) => db('ledger_subjects').where('entry_index', index).delete(),
  },
  {
    what: 'put down to another subject',
    tamper: (db, index) =>
      db('ledger_subjects').where('entry_index', index).update({ subject_id: 'someone' }),
  },
  {
    what: 'put down to one more subject',
    tamper: (db, index) =>
      db('ledger_subjects').insert({
        book_id: bookId,
        entry_index: index,
        subject_kind: 'visitor',
        subject_id: 'x',
      }),
  },
  {
    what: 'written again in JSON that is not canonical',
    async tamper(db, index) {
      const row = await at(db, index).first();
      await at(db, index).update({ entry: row.entry.replace('{', '{ ') });
    },
  },
];
