import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { inTransaction } from '../../db/connection.ts';
import { writeEntryText } from '../../server/ledger/entry-text.ts';
import {
  type BookVerdict,
  type KeyTrust,
  trustBookRow,
  trustKeys,
  trustSigningKey,
  verifyBooks,
} from '../../server/ledger/index.ts';
import type { LedgerEntry } from '../../server/ledger/schema.ts';
import { readSigningKey } from '../../server/ledger/signing-key.ts';
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
import { forEachDatabase, type TestDatabase } from '../support/databases.ts';
import { bookId, dropGuards, entryOf, fillBook, origin, readHead } from './a-book.ts';

const attackersKey = generateKeyPairSync('ed25519').privateKey;
/** Entries in the book that is tampered with; the last index is one less. */
const size = 12;

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
async function recompute(
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

async function remove(db: Knex, index: number): Promise<void> {
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

type Attack = { what: string; tamper: (db: Knex, index: number) => Promise<unknown>; alsoAtTheEnd?: boolean };

/** Each makes `index` the first wrong entry. */
const attacks: Attack[] = [
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

describe('Verifying the ledger', () => {
  forEachDatabase((_name, open) => {
    let database: TestDatabase;
    let trust: KeyTrust;
    const heads = () => join(database.dataDir, 'ledger-heads');
    before(async () => {
      database = await open();
      await fillBook(database, size - 1);
      const key = await readSigningKey(join(database.dataDir, 'keys', 'ledger-signing-key.pem'));
      trust = trustSigningKey(key as KeyObject);
      await dropGuards(database.db);
    });
    after(() => database.close());

    async function verdictsOf(
      db: Knex,
      how: { trust?: KeyTrust; headsDirectory?: string } = {},
    ): Promise<BookVerdict[]> {
      const verdicts: BookVerdict[] = [];
      for await (const verdict of verifyBooks(db, { trust, headsDirectory: heads(), ...how }))
        verdicts.push(verdict);
      return verdicts;
    }

    /** What is found after `tamper`; the database is as before when this returns. */
    async function faultAfter(
      tamper: (db: Knex) => Promise<unknown>,
      how: { trust?: KeyTrust; headsDirectory?: string } = {},
    ): Promise<{ code: string; index: number | null } | undefined> {
      const trx = await database.db.transaction();
      try {
        await tamper(trx);
        const wrong = (await verdictsOf(trx, how)).find(({ ok }) => !ok);
        return wrong === undefined || wrong.ok ? undefined : wrong.fault;
      } finally {
        await trx.rollback();
      }
    }

    it('finds an untouched book in order', async () => {
      const [verdict] = await verdictsOf(database.db);
      expect(verdict).to.include({ ok: true, bookId, origin, size });
    });

    for (const { what, tamper, alsoAtTheEnd = true } of attacks) {
      it(`names the first entry that was ${what}`, async () => {
        for (const index of alsoAtTheEnd ? [1, 5, size - 1] : [1, 5, size - 2]) {
          expect(await faultAfter((db) => tamper(db, index)), `${index}`).to.have.property('index', index);
        }
      });
    }

    it('names the first of several wrong entries, whatever was done to them', async () => {
      await fc.assert(
        fc.asyncProperty(
          // Places apart from each other: a swap also touches the next one.
          fc.uniqueArray(
            fc.record({ attack: fc.constantFrom(...attacks), index: fc.constantFrom(1, 4, 7, size - 2) }),
            { minLength: 1, maxLength: 3, selector: ({ index }) => index },
          ),
          async (chosen) => {
            // Later places first, so that no attack moves what another is aimed at.
            const inOrder = chosen.toSorted((a, b) => b.index - a.index);
            const fault = await faultAfter(async (db) => {
              for (const { attack, index } of inOrder) await attack.tamper(db, index);
            });
            expect(fault).to.not.equal(undefined);
            expect(fault?.index).to.equal(inOrder.at(-1)?.index);
          },
        ),
        { numRuns: 30 },
      );
    });

    it('finds the end cut off and the row put back, by the head kept outside the database', async () => {
      const cut = async (db: Knex) => {
        await remove(db, size - 1);
        await recompute(db, { rewriteTexts: false });
      };
      expect(await faultAfter(cut)).to.include({ code: 'entry_missing', index: size - 1 });
      // Nothing in the database alone can show this one.
      expect(await faultAfter(cut, { headsDirectory: join(heads(), 'none') })).to.equal(undefined);
    });

    it('finds a head that the book contradicts, a false head, and a book of which only the head is left', async () => {
      const key = await readSigningKey(join(database.dataDir, 'keys', 'ledger-signing-key.pem'));
      const file = join(heads(), `${bookId}.checkpoint`);
      const head = readHead(database.dataDir);
      const other = { origin, size: 4, root: Buffer.alloc(32) };
      writeFileSync(file, signNote(formatCheckpoint(other), [ed25519Signer(origin, key as KeyObject)]));
      expect(await faultAfter(async () => undefined)).to.include({ code: 'head_seen_contradicts' });
      writeFileSync(file, signNote(formatCheckpoint(other), [ed25519Signer(origin, attackersKey)]));
      expect(await faultAfter(async () => undefined)).to.include({ code: 'head_seen_false' });
      writeFileSync(file, head);

      const stray = join(heads(), 'elsewhere.checkpoint');
      writeFileSync(stray, head);
      expect(await faultAfter(async () => undefined)).to.include({ code: 'book_missing' });
      rmSync(stray);
      expect(await faultAfter(async () => undefined)).to.equal(undefined);
    });

    it('finds a row of the book, or subjects of no entry, that disagree with the entries', async () => {
      for (const change of [
        { edge: 'AAAA' },
        { size: size - 1 },
        { origin: 'visits.example/ledger/other' },
        { vkey: formatVerifierKey(ed25519Signer(origin, attackersKey).key) },
      ]) {
        const fault = await faultAfter((db) => db('ledger_books').update(change));
        expect(fault, JSON.stringify(change)).to.include({ code: 'book_row_wrong', index: null });
      }
      expect(await faultAfter((db) => db('ledger_books').update({ size: size + 3 }))).to.include({
        code: 'entry_missing',
        index: size,
      });
      const stray = { book_id: bookId, entry_index: 50, subject_kind: 'visitor', subject_id: 'x' };
      expect(await faultAfter((db) => db('ledger_subjects').insert(stray))).to.include({
        code: 'subjects_wrong',
        index: 50,
      });
      const emptied = async (db: Knex) => {
        await db('ledger_entries').delete();
        await db('ledger_subjects').delete();
        await db('ledger_books').update({ size: 0, edge: '' });
      };
      expect(await faultAfter(emptied, { headsDirectory: join(heads(), 'none') })).to.include({
        code: 'entry_missing',
        index: 0,
      });
    });

    it('believes a key from outside the database rather than the one in it', async () => {
      const resign = async (db: Knex) => {
        await recompute(db, { rewriteTexts: true, key: attackersKey });
        await db('ledger_books').update({ vkey: formatVerifierKey(ed25519Signer(origin, attackersKey).key) });
      };
      const none = { headsDirectory: join(heads(), 'none') };
      expect(await faultAfter(resign, none)).to.include({ code: 'entry_head_false', index: 0 });
      expect(await faultAfter(resign, { ...none, trust: trustBookRow })).to.equal(undefined);
      const attackers = trustKeys([ed25519Signer(origin, attackersKey).key]);
      expect(await faultAfter(async () => undefined, { trust: attackers })).to.include({
        code: 'head_seen_false',
      });
      expect(await faultAfter(async () => undefined, { trust: trustKeys([]) })).to.include({
        code: 'book_key_unknown',
      });
    });
  });

  forEachDatabase((_name, open) => {
    it('finds a book in order that is written to meanwhile, and in either hash', async () => {
      const database = await open();
      const { db, dataDir } = database;
      const ledger = await fillBook(database, 20, 'sm3');
      const key = (await readSigningKey(join(dataDir, 'keys', 'ledger-signing-key.pem'))) as KeyObject;
      let going = true;
      const writing = (async () => {
        for (let n = 0; going; n += 1) await inTransaction(db, (trx) => ledger.append(trx, entryOf(n)));
      })();
      try {
        for (let round = 0; round < 3; round += 1) {
          for await (const verdict of verifyBooks(db, {
            trust: trustSigningKey(key),
            headsDirectory: join(dataDir, 'ledger-heads'),
          }))
            expect(verdict).to.include({ ok: true });
        }
      } finally {
        going = false;
        await writing;
      }
      await ledger.headsKept();
      await database.close();
    });
  });
});
