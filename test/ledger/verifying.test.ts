import type { KeyObject } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { inTransaction } from '../../db/connection.ts';
import {
  type BookVerdict,
  type KeyTrust,
  trustBookRow,
  trustKeys,
  trustSigningKey,
  verifyBooks,
} from '../../server/ledger/index.ts';
import { readSigningKey } from '../../server/ledger/signing-key.ts';
import { formatCheckpoint } from '../../server/ledger/transparency-log/checkpoint.ts';
import { ed25519Signer, signNote } from '../../server/ledger/transparency-log/signed-note.ts';
import { formatVerifierKey } from '../../server/ledger/transparency-log/verifier-key.ts';
import { forEachDatabase, type TestDatabase } from '../support/databases.ts';
import { bookId, dropGuards, entryOf, fillBook, origin, readHead } from './a-book.ts';
import { attackersKey, attacks, recompute, remove, size } from './attacks.ts';

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
