import { expect } from 'chai';
import { writeCsv } from '../../server/csv-file.ts';
import { Refusal } from '../../server/edge/index.ts';
import { markTold, textAgain } from '../../server/notices/deliver-notice.ts';
import { downloadTransfer } from '../../server/notices/transfers/download-transfer.ts';
import { countFailedTexts, listFailedTexts } from '../../server/notices/transfers/list-transfers.ts';
import { makeTransfer } from '../../server/notices/transfers/make-transfer.ts';
import { readReceipts } from '../../server/notices/transfers/read-receipts.ts';
import { outcomeOf } from '../bookings/a-district.ts';
import { forEachDatabase, type TestDatabase } from '../support/databases.ts';
import { type MessageOffice, openMessageOffice, smsStates, staff } from './a-message-office.ts';

const header = ['transfer_number', 'line_id', 'state', 'time', 'reason'];
const number = 'DX-2026-000001';
const half = '2026-11-03 09:30:00';

describe('The receipts of a transfer', () => {
  forEachDatabase((_name, open) => {
    let database: TestDatabase;
    let office: MessageOffice;
    beforeEach(async function () {
      this.timeout(60_000);
      database = await open();
      office = await openMessageOffice(database);
      for (const prison of ['wujiawa', 'wujiawa', 'sichahe'] as const) await office.book(prison);
      await makeTransfer(office.foundation, staff, office.key);
      office.clock.set('2026-11-03T02:00:00.000Z');
    });
    afterEach(() => office.close());

    const file = (lines: string[][], names = header) => ({
      fileName: 'receipts.csv',
      content: writeCsv([names, ...lines]),
    });
    const read = (...lines: string[][]) => readReceipts(office.foundation, staff, file(lines));
    const everything = async () => {
      const tables = [];
      for (const table of [
        'sms_transfer_lines',
        'sms_receipt_files',
        'notice_deliveries',
        'notice_delivery_events',
        'ledger_books',
      ])
        tables.push(await database.db(table).select());
      return JSON.stringify(tables);
    };
    const refused = async (attempt: Promise<unknown>) => {
      const before = await everything();
      const error: unknown = await attempt.catch((thrown) => thrown);
      if (!(error instanceof Refusal)) throw error;
      expect(await everything()).to.equal(before);
      for (const language of ['zh', 'en'] as const) expect(error.say(language)).to.not.match(/[{}]/);
      return `${error.code} ${error.facts.line ?? ''}`.trim();
    };

    it('say of each message how it ended, in its history and in the books', async () => {
      const answer = await read(
        [number, '1', 'accepted', half, ''],
        [number, '2', 'delivered', half, ''],
        [number, '3', 'rejected', '2026-11-03T01:45:00Z', 'number not in service'],
      );
      expect(answer).to.deep.equal({ lines: 3, changed: 3, delivered: 1, failed: 1 });
      expect((await smsStates(office)).sort()).to.deep.equal(['accepted 1', 'delivered 1', 'failed 1']);
      const events = await database.db('notice_delivery_events').where({ state: 'failed' });
      expect(events).to.have.length(1);
      expect(events[0]).to.deep.include({
        at: '2026-11-03T01:45:00.000Z',
        reason: 'rejected: number not in service',
        staff_id: staff.id,
      });
      const entries = await office.entries('sms_receipts_read');
      expect(
        entries.map(({ book, facts }) => [book, facts.accepted, facts.delivered, facts.failed]),
      ).to.deep.equal([
        ['sichahe', 0, 0, 1],
        ['wujiawa', 1, 1, 0],
      ]);
      expect((await read([number, '1', 'delivered', half, ''])).delivered).to.equal(1);
    });

    it('change nothing when they are read again, in whole or in part, nor when they come late', async () => {
      const lines = [
        [number, '1', 'delivered', half, ''],
        [number, '2', 'failed', half, 'out of reach'],
      ];
      await read(...lines);
      const before = JSON.stringify(await database.db('notice_delivery_events').orderBy('id'));
      const again = await Promise.all([read(...lines), read(...lines)]);
      for (const answer of again)
        expect(answer).to.deep.equal({ lines: 2, changed: 0, delivered: 0, failed: 0 });
      expect((await read([number, '1', 'accepted', half, ''])).changed).to.equal(0);
      expect(JSON.stringify(await database.db('notice_delivery_events').orderBy('id'))).to.equal(before);
      expect(await office.entries('sms_receipts_read')).to.have.length(1);
    });

    it('are refused with the number of the line that is wrong, and nothing is changed', async () => {
      const good = [number, '1', 'delivered', half, ''];
      const wrong: [string[], string][] = [
        [[number, '4', 'delivered', half, ''], 'receipt_line_unknown 3'],
        [['DX-2026-000009', '1', 'delivered', half, ''], 'receipt_line_unknown 3'],
        [[number, '2', 'lost', half, ''], 'receipt_state_unknown 3'],
        [[number, '2', 'delivered', 'yesterday', ''], 'receipt_time_wrong 3'],
        [[number, '2', 'delivered', '2026-11-03 08:00:00', ''], 'receipt_time_wrong 3'],
        [[number, '2', 'delivered', '2026-11-03 10:30:00', ''], 'receipt_time_wrong 3'],
        [[number, '2', 'delivered', half], 'receipt_fields 3'],
        [[number, '1', 'failed', half, ''], 'receipt_contradicts 3'],
      ];
      for (const [line, expected] of wrong) expect(await refused(read(good, line))).to.equal(expected);
      const content = (text: string) =>
        readReceipts(office.foundation, staff, { fileName: 'x', content: Buffer.from(text) });
      expect(await refused(content('a,b\r\n'))).to.equal('receipts_header');
      expect(await refused(content(`${header.join(',')}\r\n"${number}`))).to.equal('receipts_unreadable 2');
      expect(await refused(readReceipts(office.foundation, staff, undefined))).to.equal('no_receipts_file');
      await read(good);
      expect(await refused(read([number, '1', 'failed', half, '']))).to.equal('receipt_contradicts 2');
    });

    it('leave what failed on a list until it is told in another way or sent again, as another attempt', async () => {
      const both = { staff, language: 'zh' } as const;
      await read([number, '1', 'failed', half, ''], [number, '2', 'expired', half, '']);
      const { db } = database;
      expect(await countFailedTexts(db)).to.equal(2);
      const [first, second] = await listFailedTexts(office.foundation, both);
      expect(first?.phoneMasked).to.match(/^139\*+\d\d$/);
      expect(first?.actions).to.deep.equal({
        textAgain: { allowed: true },
        print: { allowed: true },
        tell: { allowed: true },
      });
      await markTold(office.foundation, staff, first?.noticeId ?? '', 'by_telephone');
      expect(await countFailedTexts(db)).to.equal(1);
      await textAgain(office.foundation, staff, second?.noticeId ?? '');
      expect(await outcomeOf(textAgain(office.foundation, staff, second?.noticeId ?? ''))).to.equal(
        'text_not_failed',
      );
      expect(await countFailedTexts(db)).to.equal(0);
      const id = await makeTransfer(office.foundation, staff, office.key);
      const { fileName } = await downloadTransfer(office.foundation, staff, id);
      expect(fileName).to.equal('DX-2026-000002.csv');
      const lines = await db('sms_transfer_lines').where({ transfer_id: id });
      expect(lines).to.have.length(1);
      expect(lines[0]).to.deep.include({ notice_id: second?.noticeId, attempt: 2, line: 1 });
      expect(await refused(read([number, '2', 'delivered', half, '']))).to.equal('receipt_contradicts 2');
      await read(['DX-2026-000002', '1', 'delivered', '2026-11-03 10:00:00', '']);
      expect((await smsStates(office)).sort()).to.deep.equal(['delivered 2', 'failed 1', 'handed_over 1']);
    });
  });
});
