import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { exportBook, proveConsistency, proveEntry } from '../../server/ledger/index.ts';
import { parseCheckpoint } from '../../server/ledger/transparency-log/checkpoint.ts';
import { hashLeaf } from '../../server/ledger/transparency-log/hash-algorithm.ts';
import { verifyLogProof } from '../../server/ledger/transparency-log/log-proof.ts';
import { noteVerifier, parseKeyList } from '../../server/ledger/transparency-log/note-verifier.ts';
import { splitNote } from '../../server/ledger/transparency-log/signed-note.ts';
import { verifyLogFolder } from '../../server/ledger/transparency-log/verify-log-folder.ts';
import { buildTlogJudge } from '../outside-judges/tlog-judge/build.ts';
import { forEachDatabase, type TestDatabase } from '../support/databases.ts';
import { bookId, fillBook, origin, refusalOf } from './a-book.ts';

/** More than one tile, so that there are full and partial ones on two levels. */
const size = 260;

describe('An exported book', function () {
  this.timeout(60_000);
  let built: ReturnType<typeof buildTlogJudge> | undefined;
  const judge = (...args: string[]) => {
    built ??= buildTlogJudge();
    return built(...args);
  };

  forEachDatabase((_name, open) => {
    let database: TestDatabase;
    let folder: string;
    before(async () => {
      database = await open();
      await fillBook(database, size - 1);
      folder = mkdtempSync(join(tmpdir(), 'visits-export-'));
      expect(await exportBook(database.db, { bookId, directory: folder })).to.deep.equal({ origin, size });
    });
    after(async () => {
      rmSync(folder, { recursive: true });
      await database.close();
    });

    it('is in order for our verifier, and for the one of golang.org/x/mod', async () => {
      expect(await verifyLogFolder(folder)).to.include({ ok: true, size });
      expect(judge('export', folder)).to.deep.equal({ passed: true, output: `${origin} ${size}\n` });
    });

    it('is refused by both when an entry, a tile or the head is changed', async () => {
      for (const path of [
        'tile/entries/000',
        'tile/entries/001.p/4',
        'tile/0/000',
        'tile/1/000.p/1',
        'checkpoint',
      ]) {
        const file = join(folder, path);
        const honest = readFileSync(file);
        const changed = Buffer.from(honest);
        changed[20] = (changed[20] as number) ^ 1;
        writeFileSync(file, changed);
        expect((await verifyLogFolder(folder)).ok, path).to.equal(false);
        expect(judge('export', folder).passed, path).to.equal(false);
        writeFileSync(file, honest);
      }
    });

    it('has proofs of its entries that both verifiers take, and of no other', async () => {
      const vkey = readFileSync(join(folder, 'keys.txt'), 'utf8').trim();
      for (const index of [0, 1, 100, size - 1]) {
        const text = await proveEntry(database.db, bookId, index);
        const row = await database.db('ledger_entries').where('entry_index', index).first();
        const leafHash = hashLeaf('sha256', Buffer.from(row.entry));
        const verified = verifyLogProof('sha256', text, leafHash, parseKeyList(vkey).map(noteVerifier));
        expect(verified).to.include({ index, size, origin });

        const [proofFile, entryFile] = [join(folder, 'x.tlog-proof'), join(folder, 'x.json')] as const;
        writeFileSync(proofFile, text);
        writeFileSync(entryFile, row.entry);
        expect(judge('proof', proofFile, entryFile, vkey)).to.include({ passed: true });
        writeFileSync(entryFile, `${row.entry} `);
        expect(judge('proof', proofFile, entryFile, vkey)).to.include({ passed: false });
        for (const file of [proofFile, entryFile]) rmSync(file);
      }
    });

    it('proves to a witness that it extends the head that the witness saw', async () => {
      for (const oldSize of [1, 7, 128, 256, size]) {
        const row = await database
          .db('ledger_entries')
          .where('entry_index', oldSize - 1)
          .first();
        const seen = parseCheckpoint(splitNote(row.checkpoint).text);
        const { checkpoint, proof } = await proveConsistency(database.db, bookId, oldSize);
        const head = parseCheckpoint(splitNote(checkpoint).text);
        const claim = (oldRoot: Buffer) => [
          `${oldSize}`,
          oldRoot.toString('base64'),
          `${head.size}`,
          head.root.toString('base64'),
          ...proof.map((hash) => hash.toString('base64')),
        ];
        expect(judge('consistency', ...claim(seen.root))).to.include({ passed: true });
        expect(judge('consistency', ...claim(Buffer.alloc(32)))).to.include({ passed: false });
      }
    });

    it('is not made of a book that is not there', async () => {
      const attempt = exportBook(database.db, { bookId: 'nowhere', directory: join(folder, 'nowhere') });
      expect(await refusalOf(attempt)).to.equal('book_not_found');
    });
  });
});
