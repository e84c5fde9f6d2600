import { expect } from 'chai';
import type { PrisonerFile, PrisonerList } from '../../server/custody/schema.ts';
import { setRule } from '../bookings/a-district.ts';
import { forEachDatabase } from '../support/databases.ts';
import {
  type CustodyOffice,
  district,
  openCustodyOffice,
  type Problem,
  sichahe,
  today,
  wujiawa,
} from './a-custody-office.ts';

describe('What changes about a prisoner', () => {
  forEachDatabase((_name, open) => {
    let office: CustodyOffice;
    beforeEach(async function () {
      this.timeout(60_000);
      office = await openCustodyOffice(await open());
    });
    afterEach(() => office.close());

    /** Refused in both languages, in words without a gap, and nothing is changed. */
    async function expectRefused(id: string, change: object, code: string, status = 422): Promise<void> {
      const before = await office.everything();
      for (const [language, letters] of [
        ['zh', /[\u4e00-\u9fff]/],
        ['en', /[a-z]/],
      ] as const) {
        for (const preview of [true, false]) {
          const answer = await office.change(id, change, { preview, language });
          expect(`${answer.status} ${answer.body.code}`).to.equal(`${status} ${code}`);
          expect(answer.body.title).to.match(letters).and.not.match(/[{}]/);
        }
      }
      expect(await office.everything()).to.equal(before);
    }

    it('is entered by the prison, with a first line of history and an entry that names nobody', async () => {
      const body = {
        number: 'wjw-20260001',
        name: '赵长河',
        wardId: 'wujiawa-ward',
        grade: 'observation',
        category: 'drugs',
      };
      const entered = await office.ask<PrisonerFile & Problem>(wujiawa, 'POST', '/api/prisoner-files', body);
      expect(entered.status, JSON.stringify(entered.body)).to.equal(201);
      expect(entered.body).to.deep.include({
        number: 'WJW-20260001',
        name: '赵长河',
        state: 'held',
        view: 'own',
      });
      expect(entered.body.history.map(({ kind }) => kind)).to.deep.equal(['entered']);
      const [entry] = await office.entries('prisoner_entered');
      expect(entry?.book).to.equal('wujiawa');
      expect(entry?.facts).to.deep.equal({ wardId: 'wujiawa-ward', grade: 'observation', category: 'drugs' });
      expect(JSON.stringify(entry)).to.not.match(/赵长河|20260001/);
      const again = await office.ask(wujiawa, 'POST', '/api/prisoner-files', body);
      expect(again.body.code).to.equal('number_taken');
      const elsewhere = await office.ask(wujiawa, 'POST', '/api/prisoner-files', {
        ...body,
        number: 'W-2',
        wardId: 'sichahe-ward',
      });
      expect(elsewhere.body.code).to.equal('unknown_ward');
    });

    it('is a line of history and an entry in the book with each change, and says what it was before', async () => {
      const id = await office.prisoner();
      const before = await office.read(id);
      const asked = { number: 'W-77', name: '钱大江', wardId: 'wujiawa-ward', category: 'duty_crime' };
      const changed = await office.change(id, { change: 'particulars', ...asked, note: '核对档案' });
      expect(changed.status, JSON.stringify(changed.body)).to.equal(200);
      expect(changed.body).to.include({ number: 'W-77', name: '钱大江', version: before.version + 1 });
      const [line] = changed.body.history;
      expect(line).to.include({ kind: 'particulars_changed', note: '核对档案', day: today });
      expect(line?.changed).to.deep.include({
        what: { zh: '姓名', en: 'Name' },
        before: '某甲',
        after: '钱大江',
      });
      const [entry] = await office.entries('prisoner_changed');
      expect(entry?.facts).to.deep.equal({ changed: ['number', 'name', 'category'], category: 'duty_crime' });
      await expectRefused(id, { change: 'particulars', ...asked }, 'nothing_changed');
      const other = await office.prisoner();
      await expectRefused(other, { change: 'particulars', ...asked }, 'number_taken', 409);
    });

    it('refuses a stale page, and what another prison or the district would do', async () => {
      const id = await office.prisoner();
      const change = { change: 'grade', grade: 'lenient', note: '' };
      await expectRefused(id, { ...change, version: 0 }, 'stale_page', 409);
      for (const preview of [true, false]) {
        expect((await office.change(id, change, { who: sichahe, preview })).status).to.equal(404);
        expect((await office.change(id, change, { who: district, preview })).status).to.equal(403);
      }
      expect((await office.ask(sichahe, 'GET', `/api/prisoner-files/${id}`)).status).to.equal(404);
    });

    it('is shown to the district with what it needs: no notes, no history, and the bars that hold or come', async () => {
      const id = await office.prisoner();
      await office.change(id, {
        change: 'bar',
        kind: 'safety',
        from: today,
        to: '2026-12-31',
        note: '涉及他人',
      });
      await office.change(id, {
        change: 'bar',
        kind: 'strict_training',
        from: '2027-02-01',
        to: '2027-02-10',
      });
      const own = await office.read(id);
      expect(own.bars.map(({ note }) => note)).to.include('涉及他人');
      const seen = await office.read(id, district);
      expect(JSON.stringify(seen)).to.not.include('涉及他人');
      expect(seen).to.deep.include({ view: 'district', history: [], otherPrisons: [] });
      expect(seen.bars.map(({ kind, standing, to }) => [kind, standing, to])).to.deep.equal([
        ['strict_training', 'to_come', '2027-02-10'],
        ['safety', 'in_force', '2026-12-31'],
      ]);
      expect(seen.barred?.text)
        .to.match(/until 2026-12-31/)
        .and.match(/rule 10/);
      expect(seen.actions.bar).to.deep.include({ allowed: false, code: 'not_permitted' });
    });

    it('masks names to the auditor', async () => {
      const id = await office.prisoner();
      expect((await office.read(id, ['auditor'])).name).to.equal('某*');
    });

    it('hands a prisoner over to another prison: that one has all of it, the old one the record up to then', async () => {
      const id = await office.prisoner();
      await office.change(id, { change: 'bar', kind: 'in_transit', from: today, to: '2026-11-30', note: '' });
      const moved = await office.change(id, {
        change: 'transfer',
        toPrisonId: 'sichahe',
        number: 'SCH-9',
        day: today,
        note: '调监',
      });
      expect(moved.status, JSON.stringify(moved.body)).to.equal(200);
      expect(moved.body).to.include({ view: 'former', state: 'transferred', since: today });
      expect(moved.body.number).to.not.equal('SCH-9');
      expect(moved.body.actions.grade).to.deep.include({ allowed: false });

      const received = await office.read(id, sichahe);
      expect(received).to.include({ view: 'own', state: 'held', number: 'SCH-9' });
      expect(received.prison.id).to.equal('sichahe');
      expect(received.ward.id).to.equal('sichahe-ward');
      expect(received.bars.map(({ kind }) => kind)).to.deep.equal(['in_transit']);
      expect(received.history.map(({ kind }) => kind)).to.deep.equal([
        'received',
        'moved_out',
        'bar_entered',
      ]);
      await office.change(id, { change: 'grade', grade: 'lenient' }, { who: sichahe });
      const former = await office.read(id);
      expect(former.grade).to.equal('ordinary');
      expect(former.history.map(({ kind }) => kind)).to.deep.equal(['moved_out', 'bar_entered']);
      const gone = await office.ask<PrisonerList>(wujiawa, 'GET', '/api/prisoner-files?state=transferred');
      expect(gone.body.prisoners.map((line) => [line.id, line.grade])).to.deep.equal([[id, 'ordinary']]);
      const here = await office.ask<PrisonerList>(wujiawa, 'GET', '/api/prisoner-files');
      expect(here.body.prisoners.map((line) => line.id)).to.not.include(id);

      const books = [
        ...(await office.entries('prisoner_moved_out')),
        ...(await office.entries('prisoner_received')),
      ].map(({ book, facts }) => [book, facts.toPrisonId ?? facts.fromPrisonId]);
      expect(books).to.deep.equal([
        ['wujiawa', 'sichahe'],
        ['sichahe', 'wujiawa'],
      ]);
    });

    it('is refused for a transfer that has not happened, to nowhere, or onto a number that is taken', async () => {
      const id = await office.prisoner();
      const transfer = { change: 'transfer', toPrisonId: 'sichahe', day: today, note: '' };
      await expectRefused(id, { ...transfer, day: '2026-11-25' }, 'not_yet');
      await expectRefused(id, { ...transfer, toPrisonId: 'wujiawa' }, 'unknown_prison');
      await expectRefused(id, { ...transfer, toPrisonId: 'nowhere' }, 'unknown_prison');
      const other = await office.prisoner({ prisonId: 'sichahe' });
      const { number } = await office.read(other, sichahe);
      await expectRefused(id, { ...transfer, number }, 'number_taken', 409);
    });

    it('is a release whose day may be to come: until then the prisoner is held, and it can be taken back', async () => {
      const id = await office.prisoner();
      const released = await office.change(id, { change: 'release', day: '2026-12-10', note: '' });
      expect(released.body).to.include({ state: 'held', since: '2026-12-10' });
      expect(released.body.actions.grade).to.deep.equal({ allowed: true });
      office.clock.set('2026-12-10T01:00:00.000Z');
      expect(await office.read(id)).to.include({ state: 'released', since: '2026-12-10' });
      await expectRefused(id, { change: 'grade', grade: 'lenient' }, 'not_held', 409);
      const back = await office.change(id, { change: 'return', note: '登记错误' });
      expect(back.body).to.include({ state: 'held', since: null });
      await expectRefused(id, { change: 'return', note: '再次' }, 'is_held', 409);
    });

    it('takes the months of a bar from the rule of the day, and keeps its version', async () => {
      const id = await office.prisoner();
      const warned = await office.change(id, { change: 'bar', kind: 'discipline_bar', from: today });
      expect(warned.body.bars[0]).to.include({ from: today, to: '2027-02-24' });
      const [entry] = await office.entries('prisoner_bar_entered');
      expect(entry?.rules?.map(({ key }) => key)).to.include('bar_months_after_warning');
      await setRule(office.foundation, 'bar_months_after_contraband', 0);
      office.clock.advance({ seconds: 1 });
      await expectRefused(id, { change: 'bar', kind: 'contraband_bar', from: today }, 'no_bar_by_rule');
      await expectRefused(
        id,
        { change: 'bar', kind: 'discipline_bar', from: '2027-01-01' },
        'bar_stands',
        409,
      );
    });

    it('puts the time by the rule after solitary confinement, and moves it when that ends earlier', async () => {
      const id = await office.prisoner();
      const solitary = {
        change: 'bar',
        kind: 'solitary_confinement',
        from: today,
        to: '2026-12-08',
        note: '',
      };
      const seen = await office.change(id, solitary, { preview: true });
      expect(seen.body.bars.map(({ kind, from, to }) => [kind, from, to])).to.deep.equal([
        ['solitary_confinement', today, '2026-12-08'],
        ['after_solitary', '2026-12-09', '2027-06-09'],
      ]);
      const entered = await office.change(id, solitary);
      const barId = entered.body.bars.find(({ kind }) => kind === 'solitary_confinement')?.id;
      const ended = await office.change(id, {
        change: 'end_bar',
        barId,
        reason: 'prison_decided',
        from: '2026-12-01',
        note: '表现好',
      });
      expect(ended.status, JSON.stringify(ended.body)).to.equal(200);
      expect(ended.body.bars.map(({ kind, from, to, standing }) => [kind, from, to, standing])).to.deep.equal(
        [
          ['after_solitary', '2026-12-09', '2026-12-08', 'never_held'],
          ['after_solitary', '2026-12-01', '2027-06-01', 'to_come'],
          ['solitary_confinement', today, '2026-11-30', 'in_force'],
        ],
      );
      await expectRefused(
        id,
        { change: 'end_bar', barId, reason: 'ground_gone', from: '2026-11-26' },
        'bar_ended_already',
        409,
      );
    });

    it('never held what was entered by mistake', async () => {
      const id = await office.prisoner();
      const entered = await office.change(id, { change: 'bar', kind: 'investigation', from: '2026-11-01' });
      const [bar] = entered.body.bars;
      const ended = { change: 'end_bar', barId: bar?.id, reason: 'entered_by_mistake', from: today };
      expect((await office.change(id, ended)).body.bars[0]).to.include({ standing: 'never_held' });
      expect((await office.read(id)).barred).to.equal(null);
    });

    it('is refused for a bar that is over, ends before it begins, is ended outside its days, or gives no ground', async () => {
      const id = await office.prisoner();
      const bar = { change: 'bar', kind: 'strict_training', from: '2026-11-01', note: '' };
      await expectRefused(id, { ...bar, to: '2026-11-23' }, 'bar_over');
      await expectRefused(id, { ...bar, to: '2026-10-31' }, 'malformed_request', 400);
      await expectRefused(id, { ...bar, kind: 'safety' }, 'malformed_request', 400);
      await expectRefused(id, { ...bar, kind: 'contraband_bar', to: '2027-01-01' }, 'malformed_request', 400);
      const entered = await office.change(id, { ...bar, to: '2026-12-01' });
      const barId = entered.body.bars[0]?.id;
      const end = { change: 'end_bar', barId, reason: 'ground_gone', from: '2026-12-02' };
      await expectRefused(id, end, 'end_outside_bar');
      await expectRefused(id, { ...end, barId: 'no-such-bar' }, 'unknown_bar');
    });

    it('writes in the history of the quota what a grade makes of it', async () => {
      const id = await office.prisoner();
      await office.change(id, { change: 'grade', grade: 'lenient' });
      const rows = await office.db('quota_changes').where({ prisoner_id: id });
      expect(rows.map((row) => [row.cause, row.allowed_before, row.allowed_after])).to.deep.equal([
        ['grade_changed', 1, 2],
      ]);
      const [entry] = await office.entries('prisoner_grade_changed');
      expect(entry?.facts).to.deep.include({ before: { grade: 'ordinary' }, grade: 'lenient' });
    });

    it('is found by number or name, by ward, by state, and by whether visits are barred today', async () => {
      const [one, other] = [await office.prisoner(), await office.prisoner()];
      await office.change(other, { change: 'bar', kind: 'investigation', from: today });
      const found = async (query: string) =>
        (await office.ask<PrisonerList>(wujiawa, 'GET', `/api/prisoner-files?${query}`)).body.prisoners.map(
          ({ id }) => id,
        );
      const { number } = await office.read(one);
      expect(await found(`search=${number}`)).to.deep.equal([one]);
      expect(await found('barred=true')).to.deep.equal([other]);
      expect(await found('wardId=wujiawa-ward')).to.have.members([one, other]);
      expect(await found('state=released')).to.deep.equal([]);
      expect((await office.ask(wujiawa, 'GET', '/api/prisoner-files?prisonId=sichahe')).status).to.equal(404);
    });
  });
});
