import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { isUniqueViolation } from '../../db/dialect.ts';
import { cancelVisit } from '../../server/bookings/cancel-visit.ts';
import { readCsv } from '../../server/csv-file.ts';
import { downloadSignature, downloadTransfer } from '../../server/notices/transfers/download-transfer.ts';
import { makeTransfer } from '../../server/notices/transfers/make-transfer.ts';
import { outcomeOf } from '../bookings/a-district.ts';
import { forEachDatabase, type TestDatabase } from '../support/databases.ts';
import { type MessageOffice, now, openMessageOffice, smsStates, staff } from './a-message-office.ts';
import type { TransferTask } from './transfer-process.ts';

const rowsOf = (bytes: Buffer) => {
  const read = readCsv(bytes);
  if ('fault' in read) throw new Error(`${read.fault} at line ${read.line}`);
  return read.rows.map(({ cells }) => cells);
};

describe('A transfer of text messages', () => {
  forEachDatabase((_name, open) => {
    let database: TestDatabase;
    let office: MessageOffice;
    beforeEach(async function () {
      this.timeout(60_000);
      database = await open();
      office = await openMessageOffice(database);
    });
    afterEach(() => office.close());
    const make = () => makeTransfer(office.foundation, staff, office.key);

    it('keeps a text that it takes at the very moment in which the visit is cancelled', async () => {
      const { bookingId } = await office.book();
      const cancel = { version: 1, reasonCode: 'prison_cancelled', note: '' } as const;
      let cancelled: Promise<void> | undefined;
      await database.db.transaction(async (taking) => {
        await taking('notice_deliveries').where({ state: 'waiting' }).update({ state: 'handed_over' });
        cancelled = cancelVisit(office.foundation, staff, bookingId, cancel);
        // Long enough for the cancelling to come to the text that is being taken.
        await wait(300);
      });
      await cancelled;
      expect((await smsStates(office)).sort()).to.deep.equal(['handed_over 1', 'waiting 1']);
    });

    it('takes all that wait into one file, numbered, and says so in the books without a number or a name', async () => {
      const phones = [];
      for (const prison of ['wujiawa', 'sichahe', 'wujiawa'] as const) {
        phones.push((await office.book(prison)).phone);
      }
      const id = await make();
      const { bytes, fileName } = await downloadTransfer(office.foundation, staff, id);
      expect(fileName).to.equal('DX-2026-000001.csv');
      expect(bytes.subarray(0, 3).toString('hex')).to.equal('efbbbf');
      const [header, ...lines] = rowsOf(bytes);
      expect(header).to.deep.equal(['transfer_number', 'line_id', 'phone', 'text']);
      expect(lines.map(([number, line]) => `${number} ${line}`)).to.deep.equal(
        [1, 2, 3].map((line) => `DX-2026-000001 ${line}`),
      );
      expect(lines.map(([, , phone]) => phone)).to.have.members(phones);
      expect(lines[0]?.[3]).to.contain('11月10日（周二）10:00');
      expect(await smsStates(office)).to.deep.equal(Array(3).fill('handed_over 1'));
      const entries = await office.entries('sms_transfer_made');
      expect(entries.map(({ book, facts }) => [book, facts.lines, facts.linesInFile])).to.deep.equal([
        ['sichahe', 1, 3],
        ['wujiawa', 2, 3],
      ]);
      expect(JSON.stringify(entries)).to.not.match(/139\d{8}|某/);
      expect(await outcomeOf(make())).to.equal('nothing_to_transfer');
    });

    it('is the very same bytes each time, each download is in the books, and its key is not in the database', async () => {
      await office.book();
      const id = await make();
      const first = await downloadTransfer(office.foundation, staff, id);
      office.clock.advance({ days: 3 });
      await database.db('visit_rooms').update({ name_zh: '另一间' });
      const second = await downloadTransfer(office.foundation, staff, id);
      expect(second.bytes.equals(first.bytes)).to.equal(true);
      expect(await office.entries('sms_transfer_downloaded')).to.have.length(2);
      const tables = [];
      for (const table of ['sms_transfers', 'sms_transfer_lines', 'notices', 'notice_delivery_events'])
        tables.push(await database.db(table));
      expect(JSON.stringify(tables)).to.not.match(/139\d{8}|PRIVATE/);
    });

    it('is signed so that openssl accepts it, and rejects it with one byte changed', async () => {
      await office.book();
      const id = await make();
      const folder = mkdtempSync(join(tmpdir(), 'transfer-'));
      const at = (name: string) => join(folder, name);
      const { bytes } = await downloadTransfer(office.foundation, staff, id);
      const { bytes: signature } = await downloadSignature(office.foundation, id);
      expect(signature).to.have.length(64);
      writeFileSync(at('key.pem'), office.key.publicPem);
      writeFileSync(at('file.sig'), signature);
      const verify = (file: Buffer) => {
        writeFileSync(at('file.csv'), file);
        const key = ['-verify', '-pubin', '-inkey', at('key.pem')];
        const signed = ['-rawin', '-in', at('file.csv'), '-sigfile', at('file.sig')];
        return execFileSync('openssl', ['pkeyutl', ...key, ...signed], { stdio: 'pipe' }).toString();
      };
      expect(verify(bytes)).to.contain('Signature Verified Successfully');
      const changed = Buffer.from(bytes);
      changed[changed.length - 4] = (changed[changed.length - 4] ?? 0) ^ 1;
      expect(() => verify(changed)).to.throw();
      rmSync(folder, { recursive: true });
    });

    it('texts nobody what no longer holds, and no landline', async () => {
      const { bookingId } = await office.book();
      await office.book('wujiawa', '02159610000');
      await cancelVisit(office.foundation, staff, bookingId, {
        version: 1,
        reasonCode: 'prison_cancelled',
        note: '',
      });
      const { bytes } = await downloadTransfer(office.foundation, staff, await make());
      const [, ...lines] = rowsOf(bytes);
      expect(lines).to.have.length(1);
      expect(lines[0]?.[3]).to.contain('已取消');
    });

    it('holds each message once, whoever makes one at the same moment', async function () {
      this.timeout(120_000);
      for (const _ of Array(6)) await office.book();
      const task = { databaseUrl: database.databaseUrl, dataDir: database.dataDir, now, dies: false };
      const outcomes = await Promise.all((await started([task, task, task])).map(run));
      expect(outcomes.filter((outcome) => outcome === 'done').length).to.equal(1);
      expect(outcomes.filter((outcome) => outcome !== 'done')).to.deep.equal([
        'nothing_to_transfer',
        'nothing_to_transfer',
      ]);
      const lines: { notice_id: string }[] = await database.db('sms_transfer_lines');
      expect(new Set(lines.map((line) => line.notice_id)).size).to.equal(6);
      expect(lines).to.have.length(6);
    });

    it('cannot hold a message that another one has, whatever the code does', async () => {
      await office.book();
      await make();
      const { db } = database;
      const [line] = await db('sms_transfer_lines');
      const [transfer] = await db('sms_transfers');
      await db('sms_transfers').insert({ ...transfer, id: 'another', number: 'DX-2026-000002' });
      const error = await db('sms_transfer_lines')
        .insert({ ...line, transfer_id: 'another' })
        .catch((thrown) => thrown);
      expect(isUniqueViolation(error)).to.equal(true);
      await db('sms_transfers').where({ id: 'another' }).delete();
    });

    it('is whole or not at all when its server dies', async function () {
      this.timeout(120_000);
      for (const _ of Array(3)) await office.book();
      const task = { databaseUrl: database.databaseUrl, dataDir: database.dataDir, now, dies: true };
      const [child] = await started([task]);
      if (child === undefined) throw new Error('no process');
      const ended = once(child, 'exit');
      child.send('go');
      expect((await ended)[1]).to.equal('SIGKILL');
      expect(await smsStates(office)).to.deep.equal(Array(3).fill('waiting 1'));
      expect(await database.db('sms_transfers')).to.have.length(0);
      const { bytes, fileName } = await downloadTransfer(office.foundation, staff, await make());
      expect([fileName, rowsOf(bytes).length]).to.deep.equal(['DX-2026-000001.csv', 4]);
    });
  });
});

async function started(tasks: TransferTask[]): Promise<ChildProcess[]> {
  const children = tasks.map(() => fork(join(import.meta.dirname, 'transfer-process.ts')));
  await Promise.all(
    children.map(async (child, n) => {
      const ready = once(child, 'message');
      child.send(tasks[n] as TransferTask);
      await ready;
    }),
  );
  return children;
}

async function run(child: ChildProcess): Promise<string> {
  const outcome = once(child, 'message');
  child.send('go');
  return (await outcome)[0];
}
