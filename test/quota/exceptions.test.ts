import { expect } from 'chai';
import type { QuotaOfPrisoner } from '../../server/quota/schema.ts';
import { addApplication, addPrisoner, outcomeOf } from '../bookings/a-district.ts';
import { forEachDatabase } from '../support/databases.ts';
import { type Allowance, at, codeOf, openAllowance, type Problem, tuesday } from './an-allowance.ts';

describe('A visit more than the rule gives', () => {
  forEachDatabase((_name, open) => {
    let office: Allowance;
    before(async function () {
      this.timeout(60_000);
      office = await openAllowance(await open());
    });
    after(() => office.shut());
    beforeEach(() => office.clock.set(tuesday));

    const withdraw = (id: string) =>
      office.ask<QuotaOfPrisoner & Problem>(
        'prison_approver',
        'POST',
        `/api/quota-exceptions/${id}/withdraw`,
        { note: '情况变化' },
      );
    const granted = async (prisonerId: string, month: string, note?: string) => {
      const { body } = await office.grant(prisonerId, month, note);
      return body.exceptions.at(-1)?.id ?? '';
    };

    it('is granted by the prison for a month, with a coded reason and words that stay out of the ledger', async () => {
      const prisonerId = await addPrisoner(office.foundation, { grade: 'strict' });
      const applicationId = await addApplication(office.foundation, { prisonerId });
      expect(await outcomeOf(office.book(applicationId, at('2026-11-20')))).to.equal('quota_used');
      const answer = await office.grant(prisonerId, '2026-11');
      expect(codeOf(answer)).to.equal('201 done');
      expect(answer.body).to.deep.include({ byRule: 0, allowed: 1, used: 0 });
      expect(await outcomeOf(office.book(applicationId, at('2026-11-20')))).to.equal('done');
      const other = await addApplication(office.foundation, { prisonerId });
      expect(await outcomeOf(office.book(other, at('2026-12-01')))).to.equal('quota_used');
      const [entry] = (await office.entries('quota_exception_granted')).slice(-1);
      expect(entry?.facts).to.deep.equal({
        month: '2026-11',
        reasonCode: 'family_illness',
        quota: [{ month: '2026-11', usedBefore: 0, used: 0, allowedBefore: 0, allowed: 1 }],
      });
      expect(await office.history(prisonerId, '2026-11')).to.deep.equal([
        'exception_granted 0/0 → 0/1',
        'visit_booked 0/1 → 1/1',
      ]);
    });

    it('is refused without words, for a month that is over or too far, twice in the same words, and to others', async () => {
      const prisonerId = await addPrisoner(office.foundation);
      const path = `/api/prisoners/${prisonerId}/quota-exceptions`;
      const body = { month: '2026-11', reasonCode: 'reward', note: '表扬' };
      const cases: [object, string][] = [
        [{ note: '  ' }, '400 malformed_request'],
        [{ reasonCode: 'kindness' }, '400 malformed_request'],
        [{ month: '2026-13' }, '400 malformed_request'],
        [{ month: '2026-10' }, '422 month_is_over'],
        [{ month: '2027-11' }, '422 month_too_far'],
      ];
      await office.ask('prison_approver', 'POST', path, body);
      const before = await office.everything();
      for (const [changed, expected] of [...cases, [{}, '409 granted_already'] as const]) {
        const answer = await office.ask('prison_approver', 'POST', path, { ...body, ...changed });
        expect(codeOf(answer), JSON.stringify(changed)).to.equal(expected);
      }
      for (const role of ['prison_officer', 'district_officer', 'district_supervisor', 'auditor'] as const)
        expect(codeOf(await office.ask(role, 'POST', path, body))).to.equal('403 not_permitted');
      const elsewhere = await office.ask('prison_approver', 'POST', path, body, { prison: 'sichahe' });
      expect(codeOf(elsewhere)).to.equal('404 not_found');
      expect(await office.everything()).to.equal(before);
    });

    it('is withdrawn while nobody uses it, once; the visit in it has to be cancelled first', async () => {
      const prisonerId = await addPrisoner(office.foundation);
      const id = await granted(prisonerId, '2026-11');
      const first = await office.book(
        await addApplication(office.foundation, { prisonerId }),
        at('2026-11-16'),
      );
      const second = await office.book(
        await addApplication(office.foundation, { prisonerId }),
        at('2026-11-23'),
      );
      expect(codeOf(await withdraw(id))).to.equal('409 exception_used');
      await office.cancel(first);
      const both = await Promise.all([withdraw(id), withdraw(id)]);
      expect(both.map(codeOf).sort()).to.deep.equal(['200 done', '409 exception_withdrawn']);
      const quota = await office.quota(prisonerId, '2026-11');
      expect(quota).to.deep.include({ allowed: 1, used: 1 });
      expect(quota.exceptions[0]?.withdrawn?.note).to.equal('情况变化');
      expect(quota.history.at(-1)).to.deep.include({
        cause: 'exception_withdrawn',
        by: '区工作人员',
        before: { allowed: 2, used: 1 },
        after: { allowed: 1, used: 1 },
      });
      await office.cancel(second);
    });

    it('is either booked or withdrawn by two who are at it at once, never both', async function () {
      this.timeout(60_000);
      for (let n = 0; n < 6; n += 1) {
        const prisonerId = await addPrisoner(office.foundation, { grade: 'strict' });
        const id = await granted(prisonerId, '2026-11');
        const applicationId = await addApplication(office.foundation, { prisonerId });
        const booking = outcomeOf(office.book(applicationId, at(`2026-11-${n + 16}`.replace('21', '24'))));
        const [booked, withdrawn] = await Promise.all([booking, withdraw(id)]);
        const done = [booked === 'done', withdrawn.status === 200];
        expect(done.filter(Boolean), `${booked} ${codeOf(withdrawn)}`).to.have.lengthOf(1);
        const quota = await office.quota(prisonerId, '2026-11');
        expect(quota.used).to.be.at.most(quota.allowed);
      }
    });
  });
});
