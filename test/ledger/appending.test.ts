import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { inTransaction } from '../../db/connection.ts';
import { systemClock } from '../../server/clock.ts';
import { createLedger } from '../../server/ledger/index.ts';
import { forEachDatabase, type TestDatabase } from '../support/databases.ts';
import {
  bookId,
  dropGuards,
  entryOf,
  fillBook,
  ledgerElsewhere,
  origin,
  readHead,
  refusalOf,
} from './a-book.ts';

describe('Appending to a ledger book', () => {
  forEachDatabase((_name, open) => {
    let database: TestDatabase;
    beforeEach(async () => {
      database = await open();
    });
    afterEach(() => database.close());

    it('keeps the entry, its subjects and its signed head with the change that it tells of', async () => {
      const { db, dataDir } = database;
      const ledger = await fillBook(database, 0);
      const sealed = await inTransaction(db, async (trx) => {
        await trx('prisons').insert({ id: bookId, name_zh: '甲', name_en: 'A' });
        return ledger.append(trx, entryOf(1));
      });
      expect(sealed.index).to.equal(1);
      expect(await db('ledger_entries').where({ entry_index: 1 }).first()).to.include({
        kind: sealed.kind,
        at: sealed.time,
        leaf_hash: sealed.leafHash,
        checkpoint: sealed.checkpoint,
      });
      expect(sealed.checkpoint).to.match(new RegExp(`^${origin}\n2\n`));
      expect(await db('ledger_subjects').where({ entry_index: 1 }).pluck('subject_id')).to.deep.equal([
        'v-1',
      ]);
      await ledger.headsKept();
      expect(readHead(dataDir)).to.equal(sealed.checkpoint);
    });

    it('keeps nothing, and no head, of a transaction that failed, was rolled back or was undone inside another', async () => {
      const { db, dataDir } = database;
      const ledger = await fillBook(database, 2);
      const before = readHead(dataDir);

      const failed = inTransaction(db, async (trx) => {
        await ledger.append(trx, entryOf(3));
        throw new Error('changed my mind');
      });
      expect(await failed.catch((error: Error) => error.message)).to.equal('changed my mind');

      const trx = await db.transaction();
      await ledger.append(trx, entryOf(3));
      await trx.rollback();

      await inTransaction(db, async (outer) => {
        const inner = outer.transaction(async (savepoint) => {
          await ledger.append(savepoint, entryOf(3));
          throw new Error('undone');
        });
        await inner.catch(() => undefined);
      });

      await ledger.headsKept();
      expect(readHead(dataDir)).to.equal(before);
      expect(await db('ledger_entries').where({ book_id: bookId }).count({ n: '*' })).to.deep.equal([
        { n: 3 },
      ]);
    });

    it('gives every entry its own index when many are appended at once', async () => {
      const { db } = database;
      const ledger = await fillBook(database, 0);
      const other = await ledgerElsewhere(database);
      await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          inTransaction(db, (trx) => (n % 2 === 0 ? ledger : other).append(trx, entryOf(n))),
        ),
      );
      await Promise.all([ledger.headsKept(), other.headsKept()]);
      const indexes = await db('ledger_entries').orderBy('entry_index').pluck('entry_index');
      expect(indexes).to.deep.equal(Array.from({ length: 21 }, (_, n) => n));
      // Each machine has kept a head that was committed: the last of its own.
      const heads = await db('ledger_entries').pluck('checkpoint');
      expect(heads).to.include(readHead(database.dataDir));
    });

    it('takes several entries in one transaction, also when a subject is named twice', async () => {
      const { db } = database;
      const ledger = await fillBook(database, 0);
      await inTransaction(db, async (trx) => {
        await ledger.append(trx, {
          ...entryOf(1),
          subjects: [...entryOf(1).subjects, ...entryOf(1).subjects],
        });
        await ledger.append(trx, { ...entryOf(2), corrects: 1 });
      });
      expect(await db('ledger_books').pluck('size')).to.deep.equal([3]);
    });

    it('refuses an entry that is too large, that corrects nothing, or that JSON cannot say', async () => {
      const { db } = database;
      const ledger = await fillBook(database, 1);
      const append = (change: object) =>
        refusalOf(inTransaction(db, (trx) => ledger.append(trx, { ...entryOf(1), ...change })));
      const room = 65_535 - JSON.stringify({ ...entryOf(1), facts: { filler: '' } }).length;
      expect(await append({ facts: { filler: '字'.repeat(30_000) } })).to.equal('entry_too_large');
      expect(await append({ facts: { filler: 'x'.repeat(room) } })).to.equal('entry_too_large');
      expect(await append({ facts: { filler: 'x'.repeat(room - 200) } })).to.equal(undefined);
      expect(await append({ corrects: 3 })).to.equal('correction_of_nothing');
      expect(await append({ facts: { broken: Number.NaN } })).to.equal('entry_not_canonical');
      expect(await append({ facts: { broken: '\ud800' } })).to.equal('entry_not_canonical');
      expect(await append({ bookId: 'nowhere' })).to.equal('book_not_found');
    });

    it('refuses to sign with another key, and to found a book twice', async () => {
      const { db, dataDir } = database;
      const ledger = await fillBook(database, 1);
      const stranger = createLedger({
        db,
        clock: systemClock,
        signingKey: generateKeyPairSync('ed25519').privateKey,
        headsDirectory: join(dataDir, 'ledger-heads'),
      });
      expect(await refusalOf(inTransaction(db, (trx) => stranger.append(trx, entryOf(1))))).to.equal(
        'key_is_not_the_books',
      );
      const again = inTransaction(db, (trx) => ledger.foundBook(trx, { prisonId: bookId, origin }));
      expect(await refusalOf(again)).to.equal('book_already_founded');
    });

    it('refuses to go on from a row, an entry or an end of the book that was never signed', async () => {
      const { db, dataDir } = database;
      const ledger = await fillBook(database, 5);
      const append = () => refusalOf(inTransaction(db, (trx) => ledger.append(trx, entryOf(9))));
      const row = await db('ledger_books').first();

      await db('ledger_books').update({
        edge: row.edge.replace(/^./, (first: string) => (first === 'A' ? 'B' : 'A')),
      });
      expect(await append()).to.equal('book_damaged');
      await db('ledger_books').update(row);
      expect(await append()).to.equal(undefined);
      await ledger.headsKept();

      await dropGuards(db);
      await db('ledger_entries').where('entry_index', 6).delete();
      await db('ledger_books').update(row);
      expect(await append()).to.equal('book_behind_head_seen');

      writeFileSync(join(dataDir, 'ledger-heads', `${bookId}.checkpoint`), 'torn');
      expect(await append()).to.equal('head_seen_unreadable');
    });

    it('finds, before it signs, that a book was cut, written on by a machine that had not seen the end, and grew past it', async () => {
      const { db } = database;
      const ledger = await fillBook(database, 5);
      const row = await db('ledger_books').first();
      await inTransaction(db, (trx) => ledger.append(trx, entryOf(6)));
      await ledger.headsKept();
      await dropGuards(db);
      await db('ledger_entries').where('entry_index', 6).delete();
      await db('ledger_books').update(row);

      const elsewhere = await ledgerElsewhere(database);
      for (const n of [60, 61, 62]) await inTransaction(db, (trx) => elsewhere.append(trx, entryOf(n)));
      await elsewhere.headsKept();
      expect(await refusalOf(inTransaction(db, (trx) => ledger.append(trx, entryOf(9))))).to.equal(
        'book_behind_head_seen',
      );
    });

    it('is guarded by the database against change and removal', async () => {
      const { db } = database;
      await fillBook(database, 2);
      const refused = async (attempt: Promise<unknown>) =>
        expect(
          await attempt.then(
            () => 'done',
            (error: Error) => error.message,
          ),
        ).to.match(/ledger is never changed/);
      await refused(db('ledger_entries').where('entry_index', 1).update({ kind: 'x' }));
      await refused(db('ledger_entries').where('entry_index', 1).delete());
      await refused(db('ledger_subjects').where('entry_index', 1).update({ subject_id: 'x' }));
      await refused(db('ledger_subjects').where('entry_index', 1).delete());
      await refused(db('ledger_books').update({ size: 1 }));
      await refused(db('ledger_books').delete());
      await refused(
        db.raw(
          "replace into ledger_entries (book_id, entry_index, entry, at, kind, leaf_hash, checkpoint) values (?, 1, '', '', '', '', '')",
          [bookId],
        ),
      );
    });
  });

  it('makes its key once, for its owner alone, whichever of several processes is first', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'visits-key-'));
    const path = join(dataDir, 'keys', 'ledger-signing-key.pem');
    const module = new URL('../../server/ledger/signing-key.ts', import.meta.url).href;
    const script = `
      import { loadSigningKey } from '${module}';
      process.stdout.write(loadSigningKey(process.argv[1]).export({ type: 'pkcs8', format: 'pem' }));`;
    const args = ['--input-type=module', '--eval', script, path];
    const keys = await Promise.all(
      Array.from({ length: 5 }, () => promisify(execFile)(process.execPath, args)),
    );
    const pem = readFileSync(path, 'utf8');
    for (const key of keys) expect(key.stdout).to.equal(pem);
    expect(statSync(path).mode & 0o777).to.equal(0o600);
    rmSync(dataDir, { recursive: true });
  });
});
