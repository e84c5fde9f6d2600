import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { inTransaction } from '../../db/connection.ts';
import { trustSigningKey, verifyBooks } from '../../server/ledger/index.ts';
import { readSigningKey } from '../../server/ledger/signing-key.ts';
import { parseCheckpoint } from '../../server/ledger/transparency-log/checkpoint.ts';
import { splitNote } from '../../server/ledger/transparency-log/signed-note.ts';
import { forEachDatabase } from '../support/databases.ts';
import { entryOf, fillBook, readHead } from './a-book.ts';

const script = new URL('./append-until-killed.ts', import.meta.url).pathname;

describe('A ledger whose processes are killed', function () {
  this.timeout(60_000);

  forEachDatabase((_name, open) => {
    it('loses no entry that was acknowledged, keeps no head that was not committed, and goes on', async () => {
      const { db, dataDir, databaseUrl, close } = await open();
      const ledger = await fillBook({ db, dataDir }, 1);
      const args = [script, dataDir, ...(databaseUrl === undefined ? [] : [databaseUrl])];
      for (let round = 0; round < 3; round += 1) {
        const processes = [0, 1].map(() =>
          spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] }),
        );
        const acknowledged: number[] = [];
        for (const { stdout } of processes)
          stdout.on('data', (lines: Buffer) =>
            acknowledged.push(...lines.toString().trim().split('\n').map(Number)),
          );
        while (acknowledged.length < 10) await wait(20);
        await wait(Math.random() * 50);
        const exits = processes.map((child) => once(child, 'close'));
        for (const child of processes) child.kill('SIGKILL');
        await Promise.all(exits);

        const indexes: number[] = await db('ledger_entries').orderBy('entry_index').pluck('entry_index');
        expect(indexes).to.include.members(acknowledged);
        expect(parseCheckpoint(splitNote(readHead(dataDir)).text).size).to.be.at.most(indexes.length);
        const key = await readSigningKey(join(dataDir, 'keys', 'ledger-signing-key.pem'));
        const how = {
          trust: trustSigningKey(key as NonNullable<typeof key>),
          headsDirectory: join(dataDir, 'ledger-heads'),
        };
        for await (const verdict of verifyBooks(db, how)) expect(verdict).to.include({ ok: true });
        await inTransaction(db, (trx) => ledger.append(trx, entryOf(round)));
      }
      await ledger.headsKept();
      await close();
    });
  });
});
