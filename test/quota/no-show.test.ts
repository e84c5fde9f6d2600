import { expect } from 'chai';
import { v7 as uuid } from 'uuid';
import type { BookingOutcome } from '../../server/bookings/outcome-schema.ts';
import type { Role } from '../../server/edge/index.ts';
import { addApplication, addPrisoner, outcomeOf, setRule } from '../bookings/a-district.ts';
import { forEachDatabase } from '../support/databases.ts';
import { type Allowance, at, codeOf, openAllowance, type Problem, tuesday } from './an-allowance.ts';

describe('A visit that the family gives up', () => {
  forEachDatabase((_name, open) => {
    let office: Allowance;
    let prisonerId: string;
    let applicationId: string;
    before(async function () {
      this.timeout(60_000);
      office = await openAllowance(await open());
    });
    after(() => office.shut());
    beforeEach(async () => {
      office.clock.set(tuesday);
      await office.emptyCalendar();
      await office.db('rules').where({ key: 'no_show_counts_to_quota', source: 'a test' }).delete();
      prisonerId = await addPrisoner(office.foundation);
      applicationId = await addApplication(office.foundation, { prisonerId });
    });

    const used = async () => (await office.quota(prisonerId, '2026-11')).used;
    const excuse = (
      id: string,
      body: object = { reasonCode: 'sudden_illness' },
      role: Role = 'district_supervisor',
    ) => office.ask<BookingOutcome & Problem>(role, 'POST', `/api/bookings/${id}/excuse`, body);
    /** Booked for the 10th, 08:30, and closed as one where nobody came. */
    const nobodyCame = async () => {
      const id = await office.book(applicationId, at('2026-11-10'));
      office.clock.set(at('2026-11-10', '08:46'));
      await office.close(id, 'VISITOR_DID_NOT_ARRIVE');
      return id;
    };

    it('is given back as the default rule says, and the ledger names the rule', async () => {
      const id = await nobodyCame();
      expect(await used()).to.equal(0);
      expect(await office.outcome(id)).to.deep.include({ ending: 'forfeited', counts: false });
      const [entry] = (await office.entries('visit_closed_without_visit')).slice(-1);
      expect(entry?.facts).to.deep.include({ ending: 'forfeited', countsToQuota: false });
      expect(entry?.rules?.map(({ key }) => key)).to.include('no_show_counts_to_quota');
      expect(codeOf(await excuse(id))).to.equal('409 not_counted');
      expect(await outcomeOf(office.book(applicationId, at('2026-11-20')))).to.equal('done');
    });

    it('counts where the rule counts it: then the application has had its visit', async () => {
      await setRule(office.foundation, 'no_show_counts_to_quota', true);
      const id = await nobodyCame();
      expect(await used()).to.equal(1);
      expect(await office.outcome(id)).to.deep.include({
        ending: 'forfeited',
        counts: true,
        makeupUntil: null,
      });
      expect(await outcomeOf(office.book(applicationId, at('2026-11-20')))).to.equal('already_served');
      const other = await addApplication(office.foundation, { prisonerId });
      expect(await outcomeOf(office.book(other, at('2026-11-20')))).to.equal('quota_used');
    });

    it('goes by the rule of the day of the visit, whatever holds when it is closed', async () => {
      await office.db('rules').insert({
        id: uuid(),
        key: 'no_show_counts_to_quota',
        value: 'true',
        scope_kind: 'all',
        scope_id: '',
        source: 'a test',
        effective_from: at('2026-11-11', '00:00'),
        confirmed: false,
        created_at: tuesday,
      });
      const id = await office.book(applicationId, at('2026-11-10'));
      office.clock.set(at('2026-11-12'));
      await office.close(id, 'VISITOR_DECLINED_ENTRY');
      expect(await used()).to.equal(0);
      const later = await office.book(applicationId, at('2026-11-19'));
      office.clock.set(at('2026-11-19', '09:00'));
      await office.close(later, 'VISITOR_FAILED_SECURITY_CHECKS');
      expect(await used()).to.equal(1);
    });

    it('counts in the same way when the booking is cancelled because nobody came, and not before that is known', async () => {
      await setRule(office.foundation, 'no_show_counts_to_quota', true);
      const id = await office.book(applicationId, at('2026-11-10'));
      for (const moment of [at('2026-11-09'), at('2026-11-10', '08:44')]) {
        office.clock.set(moment);
        expect(await outcomeOf(office.cancel(id, 'visitor_did_not_arrive'))).to.equal('still_awaited');
      }
      office.clock.set(at('2026-11-10', '08:45'));
      await office.cancel(id, 'visitor_did_not_arrive');
      expect(await used()).to.equal(1);
      expect(await office.outcome(id)).to.deep.include({ ending: 'forfeited', counts: true });
      expect(await office.db('occupancies').where({ booking_id: id })).to.deep.equal([]);
    });

    it('is excused with a reason while the rule counts it: the quota has it back, with a line of its own', async () => {
      await setRule(office.foundation, 'no_show_counts_to_quota', true);
      const id = await nobodyCame();
      for (const role of ['district_officer', 'prison_officer', 'auditor'] as const)
        expect(codeOf(await excuse(id, undefined, role))).to.equal('403 not_permitted');
      expect(codeOf(await excuse(id, { reasonCode: 'other' }))).to.equal('400 malformed_request');
      const both = await Promise.all([
        excuse(id, { reasonCode: 'traffic_or_weather', note: '轮渡停航' }),
        excuse(id, undefined, 'prison_approver'),
      ]);
      expect(both.map(codeOf).sort()).to.deep.equal(['200 done', '409 not_counted']);
      expect(await used()).to.equal(0);
      expect((await office.outcome(id)).excuse).to.deep.include({ by: '区工作人员' });
      expect(await office.history(prisonerId, '2026-11')).to.deep.equal([
        'visit_booked 0/1 → 1/1',
        'no_show_excused 1/1 → 0/1',
      ]);
      const [entry] = (await office.entries('no_show_excused')).slice(-1);
      expect(JSON.stringify(entry)).to.not.match(/轮渡/);
      expect(await outcomeOf(office.book(applicationId, at('2026-11-20')))).to.equal('done');
    });

    it('is not excused where nothing was given up, or to another prison', async () => {
      const id = await office.book(applicationId, at('2026-11-10'));
      expect(codeOf(await excuse(id))).to.equal('409 not_forfeited');
      const elsewhere = await office.ask(
        'prison_approver',
        'POST',
        `/api/bookings/${id}/excuse`,
        { reasonCode: 'sudden_illness' },
        { prison: 'sichahe' },
      );
      expect(codeOf(elsewhere)).to.equal('404 not_found');
    });

    it('is no technical failure: that never counts', async () => {
      await setRule(office.foundation, 'no_show_counts_to_quota', true);
      const id = await office.book(applicationId, at('2026-11-10'));
      office.clock.set(at('2026-11-10', '08:40'));
      await office.close(id, 'TECHNICAL_FAILURE_PRISON', 'prison');
      expect(await used()).to.equal(0);
      expect((await office.outcome(id)).ending).to.equal('failed');
    });
  });
});
