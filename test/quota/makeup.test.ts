import { expect } from 'chai';
import { countMakeupsOwed } from '../../server/bookings/index.ts';
import type { MakeupsOwed } from '../../server/bookings/outcome-schema.ts';
import type { SlotsPage } from '../../server/bookings/slots-page-schema.ts';
import type { Role } from '../../server/edge/index.ts';
import { addApplication, addPrisoner, outcomeOf, setRule } from '../bookings/a-district.ts';
import { forEachDatabase } from '../support/databases.ts';
import { type Allowance, at, codeOf, openAllowance, tuesday } from './an-allowance.ts';

describe('A make-up of a visit that failed', () => {
  forEachDatabase((_name, open) => {
    let office: Allowance;
    let prisonerId: string;
    let applicationId: string;
    let failed: string;
    before(async function () {
      this.timeout(60_000);
      office = await openAllowance(await open());
    });
    after(() => office.shut());
    /** Booked for Tuesday the 10th, 08:30, and lost to a fault of the line. */
    beforeEach(async () => {
      office.clock.set(tuesday);
      await office.emptyCalendar();
      await office
        .db('rules')
        .whereIn('key', ['makeup_outside_quota', 'makeup_within_days'])
        .where({ source: 'a test' })
        .delete();
      prisonerId = await addPrisoner(office.foundation);
      applicationId = await addApplication(office.foundation, { prisonerId });
      failed = await office.book(applicationId, at('2026-11-10'));
      office.clock.set(at('2026-11-10', '08:40'));
    });
    const fail = (id = failed) => office.close(id, 'TECHNICAL_FAILURE_NETWORK');
    const slots = async (from: string, to = from) =>
      (
        await office.ask<SlotsPage>(
          'district_officer',
          'GET',
          `/api/slots?applicationId=${applicationId}&from=${from}&to=${to}`,
        )
      ).body;
    const owed = async (role: Role = 'district_officer', prison = '') =>
      (await office.ask<MakeupsOwed>(role, 'GET', '/api/makeups-owed', undefined, { prison })).body;

    it('needs no time ahead, leaves the quota as it is, and is linked both ways, in the ledger and the history too', async () => {
      await fail();
      expect((await slots('2026-11-11')).makeup).to.deep.include({
        bookingId: failed,
        until: '2026-12-10',
        lapsed: false,
      });
      expect((await slots('2026-11-11')).slots[0]).to.deep.include({ free: true, makeup: true });
      const other = await addApplication(office.foundation, { prisonerId });
      expect(await outcomeOf(office.book(other, at('2026-11-11')))).to.equal('too_soon');
      await office.book(other, at('2026-11-20'));

      const makeup = await office.book(applicationId, at('2026-11-11'));
      expect(await office.quota(prisonerId, '2026-11')).to.deep.include({ allowed: 1, used: 1 });
      const { number } = await office.db('bookings').where({ id: failed }).first();
      expect((await office.outcome(makeup)).makeupOf).to.deep.equal({
        id: failed,
        number,
        startsAt: at('2026-11-10'),
      });
      const back = await office.outcome(failed);
      expect(back.madeUpBy?.id).to.equal(makeup);
      expect(back).to.deep.include({
        ending: 'failed',
        counts: false,
        makeupUntil: '2026-12-10',
        lapsed: false,
      });
      const [booked] = (await office.entries('visit_booked')).slice(-1);
      expect(booked?.facts).to.deep.include({ makeupOf: failed, makeupOfNumber: number, outsideQuota: true });
      const [ended] = (await office.entries('visit_closed_without_visit')).slice(-1);
      expect(ended?.facts).to.deep.include({
        ending: 'failed',
        countsToQuota: false,
        makeupUntil: '2026-12-10',
      });
      expect(await office.history(prisonerId, '2026-11')).to.deep.equal([
        'visit_booked 0/1 → 1/1',
        'visit_ended 1/1 → 0/1',
        'visit_booked 0/1 → 1/1',
        'makeup_booked 1/1 → 1/1',
      ]);
    });

    it('counts and needs quota where the rule says so, still without time ahead', async () => {
      await setRule(office.foundation, 'makeup_outside_quota', false);
      await fail();
      await office.book(await addApplication(office.foundation, { prisonerId }), at('2026-11-20'));
      expect(await outcomeOf(office.book(applicationId, at('2026-11-11')))).to.equal('quota_used');
      const makeup = await office.book(applicationId, at('2026-12-01'));
      expect(await office.quota(prisonerId, '2026-12')).to.deep.include({ allowed: 1, used: 1 });
      expect((await office.outcome(makeup)).makeupOf?.id).to.equal(failed);
    });

    it('is owed for a visit that was cancelled for a fault once it should have begun, not for one that could be moved', async () => {
      await office.cancel(failed, 'equipment_fault');
      expect((await office.outcome(failed)).makeupUntil).to.equal('2026-12-10');
      const early = await office.book(await addApplication(office.foundation), at('2026-11-20'));
      await office.cancel(early, 'equipment_fault');
      expect((await office.outcome(early)).makeupUntil).to.equal(null);
    });

    it('is one for each failed visit, whatever is tried at once: a key of the database holds it', async () => {
      await fail();
      const tries = ['09:15', '10:00', '10:45'].map((time, n) =>
        outcomeOf(office.book(applicationId, at('2026-11-12', time), (n % 2) + 1)),
      );
      expect((await Promise.all(tries)).sort()).to.deep.equal(['already_booked', 'already_booked', 'done']);
      expect(await outcomeOf(office.book(applicationId, at('2026-11-13')))).to.equal('already_booked');
      const row = await office.db('bookings').where({ makeup_claim: failed }).first();
      const { id: _, ...copy } = row;
      const second = { ...copy, id: 'another', number: 'another', live_application_id: null };
      const refused = await office
        .db('bookings')
        .insert(second)
        .catch((error) => error);
      expect(String(refused)).to.match(/unique|duplicate/i);
    });

    it('is open again when it is cancelled or given up, and passes on to itself when it fails as well', async () => {
      await fail();
      const first = await office.book(applicationId, at('2026-11-11'));
      await office.cancel(first);
      const second = await office.book(applicationId, at('2026-11-12'));
      expect((await office.outcome(second)).makeupOf?.id).to.equal(failed);
      office.clock.set(at('2026-11-12', '08:50'));
      await office.close(second, 'VISITOR_DID_NOT_ARRIVE');
      const third = await office.book(applicationId, at('2026-11-13'));
      expect((await office.outcome(third)).makeupOf?.id).to.equal(failed);
      office.clock.set(at('2026-11-13', '08:40'));
      await fail(third);
      expect((await owed()).makeups.map(({ failed: { id } }) => id)).to.deep.equal([third]);
      const fourth = await office.book(applicationId, at('2026-11-16'));
      expect((await office.outcome(fourth)).makeupOf?.id).to.equal(third);
      expect((await office.outcome(failed)).madeUpBy?.id).to.equal(third);
    });

    it('stays one when it is moved within its days, and is an ordinary visit that counts beyond them', async () => {
      await fail();
      const id = await office.book(applicationId, at('2026-11-11'));
      await office.move(id, at('2026-11-12'));
      expect((await office.outcome(id)).makeupOf?.id).to.equal(failed);
      await office.move(id, at('2026-12-11'));
      expect(await office.outcome(id)).to.deep.include({ makeupOf: null, counts: true });
      expect(await office.quota(prisonerId, '2026-12')).to.deep.include({ used: 1 });
      await office.move(id, at('2026-12-10'));
      expect(await office.outcome(id)).to.deep.include({ counts: false });
      expect(await office.quota(prisonerId, '2026-12')).to.deep.include({ used: 0 });
    });

    it('lapses after the days of the rule of its visit, and is then booked like any other', async () => {
      await setRule(office.foundation, 'makeup_within_days', 5);
      await office
        .db('rules')
        .where({ key: 'makeup_within_days', source: 'a test' })
        .update({
          effective_from: at('2026-11-10', '00:00'),
        });
      await fail();
      expect((await office.outcome(failed)).makeupUntil).to.equal('2026-11-15');
      office.clock.set(at('2026-11-16', '00:00'));
      const outcome = await office.outcome(failed);
      expect(outcome).to.deep.include({ lapsed: true });
      expect(outcome.actions.bookMakeup).to.deep.include({ allowed: false, code: 'makeup_lapsed' });
      const page = await slots('2026-11-17', '2026-11-19');
      expect(page.makeup).to.deep.include({ bookingId: failed, lapsed: true });
      expect(page.slots.map(({ makeup }) => makeup)).to.not.include(true);
      expect(await outcomeOf(office.book(applicationId, at('2026-11-17')))).to.equal('too_soon');
      const id = await office.book(applicationId, at('2026-11-20'));
      expect(await office.outcome(id)).to.deep.include({ makeupOf: null, counts: true });
    });

    it('is listed and counted as owed until it is booked or lapses, to each prison its own', async () => {
      expect(await owed()).to.deep.equal({ count: 0, makeups: [] });
      await fail();
      const list = await owed();
      expect(list.count).to.equal(1);
      expect(list.makeups[0]).to.deep.include({ until: '2026-12-10' });
      expect(list.makeups[0]?.actions.bookMakeup).to.deep.equal({ allowed: true });
      expect((await owed('prison_officer', 'wujiawa')).count).to.equal(1);
      expect((await owed('prison_officer', 'sichahe')).count).to.equal(0);
      const theirs = await office.ask('prison_officer', 'GET', '/api/makeups-owed?prisonId=sichahe');
      expect(codeOf(theirs)).to.equal('404 not_found');
      expect((await owed('auditor')).makeups[0]?.prisoner.name).to.equal('某*');
      const count = (today: string) => countMakeupsOwed(office.db, today, { prisonId: 'wujiawa' });
      expect([await count('2026-12-10'), await count('2026-12-11')]).to.deep.equal([1, 0]);
      await office.book(applicationId, at('2026-11-11'));
      expect((await owed()).count).to.equal(0);
    });

    it('is told to the applicant', async () => {
      await fail();
      const notices = await office.db('notices').where({ kind: 'makeup_offered', booking_id: failed });
      expect(notices).to.have.lengthOf(1);
    });
  });
});
