import { expect } from 'chai';
import type { ImportDone, ImportPreview } from '../../server/custody/schema.ts';
import { forEachDatabase } from '../support/databases.ts';
import { at, type CustodyOffice, openCustodyOffice, type Problem, wujiawa } from './a-custody-office.ts';

const heading = '编号,姓名,监区,处遇级别,类别';

describe('A list of prisoners', () => {
  forEachDatabase((_name, open) => {
    let office: CustodyOffice;
    beforeEach(async function () {
      this.timeout(60_000);
      office = await openCustodyOffice(await open());
    });
    afterEach(() => office.close());

    function send<T>(path: string, content: string | Buffer, fields: Record<string, string> = {}) {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      form.set('file', new Blob([content as BlobPart]), 'list.csv');
      return office.ask<T & Problem>(wujiawa, 'POST', path, form);
    }
    const preview = (content: string | Buffer) =>
      send<ImportPreview>('/api/prisoner-imports/preview', content);
    const confirm = (content: string, digest: string) =>
      send<ImportDone>('/api/prisoner-imports', content, { digest });

    it('is shown row by row, new, changed, same or wrong with the reason and its line, and keeps nothing', async () => {
      const known = await office.read(await office.prisoner());
      const changing = await office.read(await office.prisoner());
      const before = await office.everything();
      const file = [
        `\ufeff${heading}`,
        'NEW-1,孙大伟,wujiawa-ward,宽管,普通',
        `${known.number},某甲,wujiawa-ward,普管,普通`,
        `${changing.number},"李,大海",wujiawa-ward,严管,涉毒`,
        `${changing.number},李大河,wujiawa-ward,严管,涉毒`,
        'NEW 2,周一,wujiawa-ward,普管,普通',
        'NEW-3,周三,第九监区,普管,普通',
        'NEW-4,周四,wujiawa-ward,特级,普通',
      ].join('\r\n');
      const shown = await preview(file);
      expect(shown.status, JSON.stringify(shown.body)).to.equal(200);
      expect(shown.body.rows.map(({ line, outcome }) => [line, outcome])).to.deep.equal([
        [2, 'new'],
        [3, 'same'],
        [4, 'wrong'],
        [5, 'wrong'],
        [6, 'wrong'],
        [7, 'wrong'],
        [8, 'wrong'],
      ]);
      const textOf = (line: number) => shown.body.rows.find((row) => row.line === line)?.text;
      expect(textOf(5)).to.match(/line 4/);
      expect(textOf(7)).to.match(/第九监区/);
      expect(textOf(8)).to.match(/Strict, Observation, Ordinary, Lenient/);
      expect(shown.body.counts).to.deep.equal({ new: 1, changed: 0, same: 1, wrong: 5 });
      expect(await office.everything()).to.equal(before);
    });

    it('is done as it was shown with one confirmation: a line of history and an entry for each person', async () => {
      const changing = await office.read(await office.prisoner());
      const file = `${heading}\nNEW-1,孙大伟,wujiawa-ward,lenient,ordinary\n${changing.number},李大海,wujiawa-ward,严管,涉毒\nX,坏行,无,普管,普通\n`;
      const { body: shown } = await preview(file);
      const changedRow = shown.rows.find(({ outcome }) => outcome === 'changed');
      expect(changedRow?.text).to.match(/Name: 某甲 → 李大海.*grade: Ordinary → Strict.*Category/);
      const done = await confirm(file, shown.digest);
      expect(done.body).to.deep.equal({ entered: 1, changed: 1, same: 0, leftOut: 1 });
      const after = await office.read(changing.id);
      expect(after).to.include({ name: '李大海', grade: 'strict', category: 'drugs' });
      expect(after.history.map(({ kind }) => kind)).to.deep.equal(['grade_changed', 'particulars_changed']);
      expect(await office.entries('prisoner_entered')).to.have.length(1);
      expect(await office.entries('prisoner_changed')).to.have.length(1);
      expect(await office.entries('prisoner_grade_changed')).to.have.length(1);
      expect((await preview(file)).body.counts).to.deep.equal({ new: 0, changed: 0, same: 2, wrong: 1 });
    });

    it('is refused when the records or the file have changed since the preview', async () => {
      const changing = await office.read(await office.prisoner());
      const file = `${heading}\n${changing.number},李大海,wujiawa-ward,严管,普通\n`;
      const { body: shown } = await preview(file);
      await office.change(changing.id, { change: 'grade', grade: 'lenient' });
      const before = await office.everything();
      expect((await confirm(file, shown.digest)).body.code).to.equal('import_changed');
      const { body: again } = await preview(file);
      expect(
        (await confirm(`${file}NEW-1,孙大伟,wujiawa-ward,普管,普通\n`, again.digest)).body.code,
      ).to.equal('import_changed');
      expect(await office.everything()).to.equal(before);
    });

    it('shows the booked visits that a grade in it would touch', async () => {
      const id = await office.prisoner();
      const { number } = await office.read(id);
      const booking = await office.booked(id, at('2026-12-02'));
      const file = `${heading}\n${number},某甲,wujiawa-ward,严管,普通\n`;
      const { body: shown } = await preview(file);
      expect(shown.flagged.map(({ bookingId, reasons }) => [bookingId, reasons[0]?.code])).to.deep.equal([
        [booking.id, 'quota_used'],
      ]);
      await confirm(file, shown.digest);
      expect((await office.readBooking(booking.id)).attention[0]?.code).to.equal('quota_used');
    });

    it('does not enter twice whom another prison holds, and has nobody held again in silence', async () => {
      const elsewhere = await office.prisoner({ prisonId: 'sichahe' });
      const gone = await office.prisoner();
      await office.change(gone, { change: 'release', day: '2026-11-24' });
      const numbers = await office.db('prisoners').whereIn('id', [elsewhere, gone]).pluck('number');
      const rows = numbers.map((number) => `${number},某甲,wujiawa-ward,普管,普通`);
      const { body: shown } = await preview([heading, ...rows].join('\n'));
      expect(shown.counts).to.deep.equal({ new: 0, changed: 0, same: 0, wrong: 2 });
    });

    it('is refused whole when it is not UTF-8, no CSV, without its columns, or empty of a file', async () => {
      const gbk = Buffer.from([0xb1, 0xe0, 0xba, 0xc5]);
      expect((await preview(gbk)).body.code).to.equal('file_not_utf8');
      const broken = await preview(`${heading}\nA-1,"孙大伟,wujiawa-ward,普管,普通\n`);
      expect([broken.body.code, /Line 2/.test(broken.body.title)]).to.deep.equal(['file_not_csv', true]);
      const columns = await preview('编号,姓名\nA-1,孙大伟\n');
      expect([columns.body.code, columns.body.title]).to.deep.equal([
        'heading_missing',
        'The first line names the columns: number, name, ward, grade, category. Missing: ward, grade, category.',
      ]);
      const rows = Array.from({ length: 1001 }, (_, n) => `A-${n},孙大伟,wujiawa-ward,普管,普通`);
      expect((await preview([heading, ...rows].join('\n'))).body.code).to.equal('too_many_rows');
      expect(
        (await office.ask(wujiawa, 'POST', '/api/prisoner-imports/preview', new FormData())).body.code,
      ).to.equal('no_file');
    });
  });
});
