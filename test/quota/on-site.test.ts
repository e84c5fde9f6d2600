import { expect } from 'chai';
import { v7 as uuid } from 'uuid';
import type { Booking } from '../../server/bookings/schema.ts';
import type { QuotaOfPrisoner } from '../../server/quota/schema.ts';
import { addApplication, addPrisoner, outcomeOf, setRule } from '../bookings/a-district.ts';
import { forEachDatabase } from '../support/databases.ts';
import { type Allowance, at, codeOf, openAllowance, type Problem, tuesday } from './an-allowance.ts';

describe('A visit at the prison itself', () => {
  forEachDatabase((_name, open) => {
    let office: Allowance;
    before(async function () {
      this.timeout(60_000);
      office = await openAllowance(await open());
    });
    after(() => office.shut());
    beforeEach(() => office.clock.set(tuesday));

    async function expectRefused(path: string, body: unknown, expected: string, says = /./): Promise<void> {
      const before = await office.everything();
      for (const language of ['zh', 'en']) {
        const answer = await office.ask('prison_officer', 'POST', path, body, { language });
        expect(codeOf(answer), path).to.equal(expected);
        expect(answer.body.title).to.match(says).and.not.match(/[{}]/);
      }
      expect(await office.everything()).to.equal(before);
    }
    const correct = (id: string, day: string | null, remark = '登记有误') =>
      office.ask<QuotaOfPrisoner & Problem>(
        'prison_officer',
        'POST',
        `/api/on-site-visits/${id}/correction`,
        {
          day,
          remark,
        },
      );

    it('counts with the remote ones for one quota of the month, as the rule says', async () => {
      const prisonerId = await addPrisoner(office.foundation);
      const entered = await office.enter(prisonerId, '2026-11-02');
      expect(codeOf(entered)).to.equal('201 done');
      expect(entered.body).to.deep.include({ month: '2026-11', allowed: 1, used: 1 });
      const applicationId = await addApplication(office.foundation, { prisonerId });
      expect(await outcomeOf(office.book(applicationId, at('2026-11-20')))).to.equal('quota_used');
      expect(await outcomeOf(office.book(applicationId, at('2026-12-01')))).to.equal('done');

      await setRule(office.foundation, 'on_site_visits_count', false);
      office.clock.advance({ minutes: 1 });
      const other = await addApplication(office.foundation, { prisonerId });
      expect(await outcomeOf(office.book(other, at('2026-11-20', '09:15')))).to.equal('done');
      await office.db('rules').where({ key: 'on_site_visits_count', source: 'a test' }).delete();
    });

    it('flags what is booked beyond the quota by it, and cancels nothing', async () => {
      const prisonerId = await addPrisoner(office.foundation, { grade: 'lenient' });
      const early = await office.book(
        await addApplication(office.foundation, { prisonerId }),
        at('2026-11-10'),
      );
      const late = await office.book(
        await addApplication(office.foundation, { prisonerId }),
        at('2026-11-24'),
      );
      const answer = await office.enter(prisonerId, '2026-11-03');
      expect(answer.body).to.deep.include({ allowed: 2, used: 3 });
      expect(answer.body.beyond.map(({ id }) => id)).to.deep.equal([late]);
      const [entry] = (await office.entries('on_site_visit_entered')).slice(-1);
      const { number } = await office.db('bookings').where({ id: late }).first();
      expect(entry?.facts).to.deep.include({ day: '2026-11-03', beyondQuota: [number] });
      const told: string[] = await office
        .db('notices')
        .where({ kind: 'visit_needs_review' })
        .pluck('booking_id');
      expect(told).to.deep.equal([late]);
      const read = async (id: string) =>
        (await office.ask<Booking>('district_officer', 'GET', `/api/bookings/${id}`)).body;
      expect((await read(early)).attention).to.deep.equal([]);
      const flagged = await read(late);
      expect(flagged.state).to.equal('booked');
      expect(flagged.attention.map(({ code }) => code)).to.deep.equal(['quota_used']);
    });

    it('is refused for a day to come, twice a day, and to whoever may not enter it', async () => {
      const prisonerId = await addPrisoner(office.foundation);
      const path = `/api/prisoners/${prisonerId}/on-site-visits`;
      await expectRefused(path, { day: '2026-11-04' }, '422 on_site_in_future', /2026-11-03/);
      await office.enter(prisonerId, '2026-11-03');
      await expectRefused(path, { day: '2026-11-03' }, '409 on_site_entered_already', /2026-11-03/);
      for (const day of ['', '2026-02-30', '03/11/2026'])
        await expectRefused(path, { day }, '400 malformed_request');
      for (const role of ['district_officer', 'district_supervisor', 'auditor'] as const)
        expect(codeOf(await office.enter(prisonerId, '2026-11-02', role))).to.equal('403 not_permitted');
      const elsewhere = await office.ask(
        'prison_officer',
        'POST',
        path,
        { day: '2026-11-02' },
        {
          prison: 'sichahe',
        },
      );
      expect(codeOf(elsewhere)).to.equal('404 not_found');
    });

    it('is refused for a day before the prisoner came, or after the prisoner had left', async () => {
      const prisonerId = await addPrisoner(office.foundation);
      const path = `/api/prisoners/${prisonerId}/on-site-visits`;
      const change = (kind: string, day: string, version: number) =>
        office.db('prisoner_changes').insert({
          id: uuid(),
          prisoner_id: prisonerId,
          prison_id: 'wujiawa',
          kind,
          day,
          facts: '{}',
          note: '',
          changed_by: 'officer-1',
          changed_at: tuesday,
          version,
        });
      await change('received', '2026-10-12', 2);
      await expectRefused(path, { day: '2026-10-11' }, '422 prisoner_not_there', /2026-10-12/);
      expect(codeOf(await office.enter(prisonerId, '2026-10-12'))).to.equal('201 done');
      await change('released', '2026-10-20', 3);
      await expectRefused(path, { day: '2026-10-21' }, '422 prisoner_was_gone', /2026-10-20/);
      expect(codeOf(await office.enter(prisonerId, '2026-10-20'))).to.equal('201 done');
    });

    it('entered twice at once is entered once', async () => {
      const prisonerId = await addPrisoner(office.foundation);
      const answers = await Promise.all([1, 2, 3].map(() => office.enter(prisonerId, '2026-11-02')));
      expect(answers.map(codeOf).sort()).to.deep.equal([
        '201 done',
        '409 on_site_entered_already',
        '409 on_site_entered_already',
      ]);
    });

    it('is put right by a row that points at the old one, into another month too, and in the ledger', async () => {
      const prisonerId = await addPrisoner(office.foundation);
      const entered = await office.enter(prisonerId, '2026-11-01');
      const first = entered.body.onSiteVisits[0];
      const moved = await correct(first?.id ?? '', '2026-10-31');
      expect(codeOf(moved)).to.equal('201 done');
      expect(moved.body).to.deep.include({ month: '2026-10', used: 1 });
      expect(await office.quota(prisonerId, '2026-11')).to.deep.include({ used: 0 });
      const rows = await office.db('on_site_visits').where({ prisoner_id: prisonerId }).orderBy('id');
      expect(rows.map(({ day, corrects }) => [day, corrects])).to.deep.equal([
        ['2026-11-01', null],
        ['2026-10-31', first?.id],
      ]);
      const [original] = (await office.entries('on_site_visit_entered')).slice(-1);
      const [correction] = (await office.entries('on_site_visit_corrected')).slice(-1);
      expect(correction?.corrects).to.equal(original?.index);
      expect(JSON.stringify([original, correction])).to.not.match(/登记有误|家属/);

      const none = await correct(rows[1].id, null);
      expect(none.body).to.deep.include({ month: '2026-10', used: 0 });
      expect(none.body.onSiteVisits.map(({ day, corrected }) => [day, corrected])).to.deep.equal([
        ['2026-11-01', true],
        ['2026-10-31', true],
        [null, false],
      ]);
      expect(await office.history(prisonerId, '2026-10')).to.deep.equal([
        'on_site_corrected 0/1 → 1/1',
        'on_site_corrected 1/1 → 0/1',
      ]);
    });

    it('is put right once: an entry that was corrected, or the same day, is refused', async () => {
      const prisonerId = await addPrisoner(office.foundation);
      const first = (await office.enter(prisonerId, '2026-11-01')).body.onSiteVisits[0]?.id ?? '';
      const path = `/api/on-site-visits/${first}/correction`;
      await expectRefused(path, { day: '2026-11-01', remark: '同日' }, '422 same_as_before');
      await expectRefused(path, { day: '2026-11-02', remark: '' }, '400 malformed_request');
      const both = await Promise.all([correct(first, '2026-11-02'), correct(first, '2026-10-30')]);
      expect(both.map(codeOf).sort()).to.deep.equal(['201 done', '409 corrected_already']);
      await expectRefused(path, { day: null, remark: '撤销' }, '409 corrected_already');
      const unknown = '/api/on-site-visits/00000000-0000-7000-8000-000000000000/correction';
      await expectRefused(unknown, { day: null, remark: '撤销' }, '404 not_found');
    });
  });
});
