import { expect } from 'chai';
import type { Application } from '../../server/applications/schema.ts';
import type { Desk, DeskCode } from '../../server/desk/schema.ts';
import {
  anApplication,
  type CaseOffice,
  forwarded,
  mother,
  openCaseOffice,
  submitted,
} from '../applications/case-office.ts';
import { forEachDatabase } from '../support/databases.ts';
import { idNumberOf } from '../support/id-numbers.ts';

describe('The work desk', () => {
  forEachDatabase((_name, open) => {
    let office: CaseOffice;
    beforeEach(async () => {
      office = await openCaseOffice(await open());
    });
    afterEach(() => office.close());

    const deskOf = async (username: string) => (await office.as(username).get<Desk>('/api/desk')).body.counts;
    const countOf = async (username: string, code: DeskCode, prisonId?: string) => {
      const found = (await deskOf(username)).find(
        (each) => each.code === code && (prisonId === undefined || each.prison?.id === prisonId),
      );
      return found && [found.count, found.overdue];
    };
    /** What the console's address of a count asks the server for. */
    const listed = async (username: string, link: string) => {
      const asked = new URLSearchParams(link.split('?')[1]);
      if (asked.get('state') === 'any') asked.delete('state');
      const { body } = await office
        .as(username)
        .get<{ applications: Application[] }>(`/api/applications?${asked}`);
      return body.applications.length;
    };
    let serial = 50;
    const ofAnotherFamily = () => {
      serial += 1;
      return { visitors: [{ ...mother, idNumber: idNumberOf('1958-03-09', serial) }] };
    };

    it('counts what waits for each body and prison, and what of it is overdue', async () => {
      await submitted(office, ofAnotherFamily());
      await submitted(office, ofAnotherFamily());
      await forwarded(office, ofAnotherFamily());
      const prisonerId = await office.prisonerId('SCH-20240112');
      await forwarded(office, { ...ofAnotherFamily(), prisonerId });
      expect(await countOf('supervisor', 'district_review')).to.deep.equal([2, 0]);
      expect(await countOf('supervisor', 'prison_review', 'baimaoling')).to.deep.equal([1, 0]);
      expect(await countOf('supervisor', 'prison_review', 'juntianhu')).to.deep.equal([0, 0]);
      office.clock.set('2026-11-27T09:00:00.001Z');
      expect(await countOf('supervisor', 'district_review')).to.deep.equal([2, 2]);
      expect(await countOf('supervisor', 'prison_review', 'sichahe')).to.deep.equal([1, 1]);
      expect(await countOf('auditor', 'prison_review', 'sichahe')).to.deep.equal([1, 1]);
    });

    it('counts for a prison what is its own', async () => {
      await forwarded(office, ofAnotherFamily());
      const prisonerId = await office.prisonerId('SCH-20240112');
      await forwarded(office, { ...ofAnotherFamily(), prisonerId });
      const counts = await deskOf('sichahe.approver');
      expect(counts.find(({ code }) => code === 'district_review')).to.equal(undefined);
      expect(counts.filter(({ code }) => code === 'prison_review')).to.have.length(1);
      expect(new Set(counts.map(({ prison }) => prison?.id ?? 'sichahe'))).to.deep.equal(
        new Set(['sichahe']),
      );
      expect(await countOf('sichahe.approver', 'prison_review')).to.deep.equal([1, 0]);
    });

    it('says what is due today, until the office closes', async () => {
      await submitted(office, ofAnotherFamily());
      expect(await countOf('officer', 'district_due_today')).to.deep.equal([0, null]);
      office.clock.set('2026-11-26T01:00:00.000Z');
      expect(await countOf('officer', 'district_due_today')).to.deep.equal([1, null]);
      office.clock.set('2026-11-26T09:00:00.001Z');
      expect(await countOf('officer', 'district_due_today')).to.deep.equal([0, null]);
      expect(await countOf('officer', 'district_review')).to.deep.equal([1, 1]);
    });

    it('leads from each count to a list of as many applications', async () => {
      await submitted(office, ofAnotherFamily());
      const asked = await submitted(office, ofAnotherFamily());
      const review = (body: object) =>
        office.as('supervisor').post(`/api/applications/${asked.id}/district-review`, body);
      await review({
        version: 1,
        decision: 'ask_supplement',
        reasonCode: 'documents_incomplete',
        note: '请带户口簿',
      });
      const refused = await submitted(office, ofAnotherFamily());
      await office.as('supervisor').post(`/api/applications/${refused.id}/district-review`, {
        version: 1,
        decision: 'refuse',
        reasonCode: 'documents_doubtful',
      });
      const { id } = await forwarded(office, ofAnotherFamily());
      await office.as('supervisor').put(`/api/applications/${id}/review-draft`, { review: 'forward' });
      office.clock.set('2026-11-26T01:00:00.000Z');
      const today = await deskOf('supervisor');
      for (const { code, count, link } of today.filter((each) => each.link.startsWith('/applications'))) {
        expect(await listed('supervisor', link), `${code} ${link}`).to.equal(count);
      }
      const waiting = today.filter(({ count }) => count > 0).map(({ code }) => code);
      expect(waiting).to.include.members([
        'district_review',
        'district_due_today',
        'prison_review',
        'supplements',
        'refused_unanswered',
        'half_done',
      ]);
      office.clock.set('2026-12-20T01:00:00.000Z');
      for (const { code, overdue, overdueLink } of await deskOf('supervisor')) {
        if (overdueLink === null) continue;
        expect(await listed('supervisor', overdueLink), code).to.equal(overdue);
      }
    });

    it('has nothing of the cases for an administrator', async () => {
      await submitted(office, await anApplication(office));
      expect(await deskOf('administrator')).to.deep.equal([]);
    });
  });
});
