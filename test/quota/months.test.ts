import { expect } from 'chai';
import { inTransaction } from '../../db/connection.ts';
import type { SlotsPage } from '../../server/bookings/slots-page-schema.ts';
import { watchQuota } from '../../server/quota/index.ts';
import { monthsBetween, ruleTimeOf } from '../../server/quota/month.ts';
import { addApplication, addPrisoner, outcomeOf, setRule } from '../bookings/a-district.ts';
import { forEachDatabase } from '../support/databases.ts';
import { testClock } from '../support/test-clock.ts';
import { type Allowance, at, codeOf, openAllowance, tuesday } from './an-allowance.ts';

describe('The quota of a month', () => {
  it('goes by the rules of now, and by those of its end once it is over', () => {
    const now = testClock(tuesday).now();
    expect(ruleTimeOf('2026-11', now)).to.deep.equal(now);
    expect(ruleTimeOf('2027-03', now)).to.deep.equal(now);
    expect(ruleTimeOf('2026-09', now).toUTC().toISO()).to.equal('2026-09-30T15:59:59.999Z');
    expect(monthsBetween('2026-11', '2027-01')).to.deep.equal(['2026-11', '2026-12', '2027-01']);
  });

  forEachDatabase((_name, open) => {
    let office: Allowance;
    let prisonerId: string;
    before(async function () {
      this.timeout(60_000);
      office = await openAllowance(await open());
    });
    after(() => office.shut());
    beforeEach(async () => {
      office.clock.set(tuesday);
      await office.emptyCalendar();
      prisonerId = await addPrisoner(office.foundation);
    });
    const application = () => addApplication(office.foundation, { prisonerId });
    const use = async (...months: string[]) => {
      const used = [];
      for (const month of months) used.push((await office.quota(prisonerId, month)).used);
      return used;
    };

    it('has a visit back that is moved over its border, and the other month uses it; each with its line', async () => {
      const id = await office.book(await application(), at('2026-11-30', '10:45'));
      expect(await use('2026-11', '2026-12')).to.deep.equal([1, 0]);
      await office.move(id, at('2026-12-01'));
      expect(await use('2026-11', '2026-12')).to.deep.equal([0, 1]);
      expect(await outcomeOf(office.book(await application(), at('2026-12-15')))).to.equal('quota_used');
      const other = await office.book(await application(), at('2026-11-12'));
      expect(await outcomeOf(office.move(id, at('2026-11-20')))).to.equal('quota_used');
      expect(await use('2026-11', '2026-12')).to.deep.equal([1, 1]);
      await office.cancel(other);
      await office.cancel(id);
      expect(await use('2026-11', '2026-12')).to.deep.equal([0, 0]);
      expect(await office.history(prisonerId, '2026-12')).to.deep.equal([
        'visit_moved 0/1 → 1/1',
        'visit_cancelled 1/1 → 0/1',
      ]);
      expect(await office.history(prisonerId, '2026-11')).to.deep.equal([
        'visit_booked 0/1 → 1/1',
        'visit_moved 1/1 → 0/1',
        'visit_booked 0/1 → 1/1',
        'visit_cancelled 1/1 → 0/1',
      ]);
    });

    it('has no line for a move within it: nothing changed', async () => {
      const id = await office.book(await application(), at('2026-11-12'));
      await office.move(id, at('2026-11-13'));
      expect(await office.history(prisonerId, '2026-11')).to.deep.equal(['visit_booked 0/1 → 1/1']);
    });

    it('changes with the grade: whoever changes it writes the line in the same transaction', async () => {
      await inTransaction(office.db, async (trx) => {
        const watch = await watchQuota(trx, {
          prisonerId,
          months: ['2026-11', '2026-12'],
          now: office.clock.now(),
        });
        await trx('prisoners').where({ id: prisonerId }).update({ grade: 'lenient' });
        await watch.record({ cause: 'grade_changed', by: { kind: 'staff', id: 'officer-1' } });
      });
      expect(await office.history(prisonerId, '2026-12')).to.deep.equal(['grade_changed 0/1 → 0/2']);
    });

    it('has a history that the database itself lets nobody change', async () => {
      await office.book(await application(), at('2026-11-12'));
      const changes = office.db('quota_changes');
      for (const attempt of [changes.clone().update({ used_after: 0 }), changes.clone().delete()])
        expect(String(await attempt.catch((error) => error))).to.match(/history of quotas is never changed/);
    });

    it('is shown to those who work with the prisoner, masked to an auditor, with what counts and what does not', async () => {
      await setRule(office.foundation, 'no_show_counts_to_quota', false);
      await office.grant(prisonerId, '2026-11');
      await office.enter(prisonerId, '2026-11-02');
      const id = await office.book(await application(), at('2026-11-12'));
      office.clock.set(at('2026-11-12', '08:46'));
      await office.close(id, 'VISITOR_DID_NOT_ARRIVE');
      const next = await office.book(await application(), at('2026-11-19'));
      const quota = await office.quota(prisonerId, '2026-11', 'auditor');
      expect(quota).to.deep.include({ byRule: 1, allowed: 2, used: 2, beyond: [] });
      expect(quota.prisoner.name).to.equal('某*');
      expect(
        quota.visits.map(({ kind, id: of, ending, counts }) => [kind, of === next, ending, counts]),
      ).to.deep.equal([
        ['on_site', false, 'took_place', true],
        ['remote', false, 'forfeited', false],
        ['remote', true, null, true],
      ]);
      expect(quota.actions.enterOnSite).to.deep.include({ allowed: false, code: 'not_permitted' });
      const path = `/api/prisoners/${prisonerId}/quota`;
      expect(
        codeOf(await office.ask('prison_officer', 'GET', path, undefined, { prison: 'sichahe' })),
      ).to.equal('404 not_found');
      expect(codeOf(await office.ask('administrator', 'GET', path))).to.equal('403 not_permitted');
      expect(codeOf(await office.ask('auditor', 'GET', `${path}?month=2026-1`))).to.equal(
        '400 malformed_request',
      );
    });

    it('stands beside the slots, without the visit that would be moved', async () => {
      await office.enter(prisonerId, '2026-11-02');
      await office.grant(prisonerId, '2026-11');
      const applicationId = await application();
      const page = async () =>
        (
          await office.ask<SlotsPage>(
            'district_officer',
            'GET',
            `/api/slots?applicationId=${applicationId}&from=2026-11-27&to=2026-12-03`,
          )
        ).body.months.map(({ month, allowed, used }) => `${month} ${used}/${allowed}`);
      expect(await page()).to.deep.equal(['2026-11 1/2', '2026-12 0/1']);
      await office.book(applicationId, at('2026-11-27'));
      expect(await page()).to.deep.equal(['2026-11 1/2', '2026-12 0/1']);
      await office.book(await application(), at('2026-12-01'));
      expect(await page()).to.deep.equal(['2026-11 1/2', '2026-12 1/1']);
    });
  });
});
