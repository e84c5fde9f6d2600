import { expect } from 'chai';
import type { ApplicationSummary } from '../../server/applications/schema.ts';
import { forEachDatabase } from '../support/databases.ts';
import { type CaseOffice, openCaseOffice, type Problem, submitted } from './case-office.ts';

type Page = { applications: ApplicationSummary[]; nextCursor: string | null };

describe('An application in the list', () => {
  forEachDatabase((_name, open) => {
    let office: CaseOffice;
    beforeEach(async () => {
      office = await openCaseOffice(await open());
    });
    afterEach(() => office.close());

    it('comes page by page, each once, newest first, masked', async () => {
      await manyApplications(office, 120);
      const seen: string[] = [];
      let cursor: string | null = '';
      for (let pages = 0; cursor !== null && pages < 5; pages += 1) {
        const query: string = cursor === '' ? '' : `?cursor=${cursor}`;
        const { body } = await office.as('officer').get<Page>(`/api/applications${query}`);
        seen.push(...body.applications.map(({ number }) => number));
        expect(JSON.stringify(body)).not.to.include('孙桂芳');
        cursor = body.nextCursor;
      }
      expect(seen).to.deep.equal([...seen].sort().reverse());
      expect(new Set(seen).size).to.equal(120);
    });

    it('comes most urgent first where a body has to decide, and page by page, too', async () => {
      await manyApplications(office, 70);
      const first = await office.as('officer').get<Page>('/api/applications?state=district_review');
      const second = await office
        .as('officer')
        .get<Page>(`/api/applications?state=district_review&cursor=${first.body.nextCursor}`);
      const dues = [...first.body.applications, ...second.body.applications].map(
        ({ status }) => status.dueAt,
      );
      expect(dues)
        .to.have.length(70)
        .and.to.deep.equal([...dues].sort());
      const crossed = await office
        .as('officer')
        .get<Problem>(`/api/applications?cursor=${first.body.nextCursor}`);
      expect(crossed.body).to.include({ code: 'cursor_not_valid' });
    });

    it('comes first when it is urgent, and before others that are due at the same time with a reason for priority', async () => {
      await manyApplications(office, 60);
      const { db } = office.foundation;
      const of = (n: number) => `SQ-2026-${String(n).padStart(6, '0')}`;
      await db('applications')
        .where({ number: of(55) })
        .update({ urgent_rank: 0, urgency: 'bereavement' });
      await db('applications')
        .where({ number: of(50) })
        .update({ priority_rank: 0 });
      const numbers: string[] = [];
      let cursor = '';
      do {
        const { body } = await office
          .as('officer')
          .get<Page>(`/api/applications?state=district_review${cursor && `&cursor=${cursor}`}`);
        numbers.push(...body.applications.map(({ number }) => number));
        cursor = body.nextCursor ?? '';
      } while (cursor !== '');
      expect(new Set(numbers).size).to.equal(60);
      expect(numbers[0]).to.equal(of(55));
      const sameDay = numbers.filter((number) => dueDayOf(number) === dueDayOf(of(50)));
      expect(sameDay[0]).to.equal(of(50));
      expect(numbers.indexOf(of(50)), 'nothing becomes late by it').to.be.greaterThan(
        Math.max(...[2, 3].map((n) => numbers.indexOf(of(n)))),
      );
    });

    it('is found by number, prisoner, visitor, prison and state', async () => {
      await submitted(office);
      await submitted(office, { prisonerId: await office.prisonerId('SCH-20240112') });
      const count = async (query: string) =>
        (await office.as('officer').get<Page>(`/api/applications?${query}`)).body.applications.length;
      expect(await count('search=sq-2026-000002')).to.equal(1);
      expect(await count('search=SCH-2024')).to.equal(1);
      expect(await count(`search=${encodeURIComponent('孙桂')}`)).to.equal(2);
      expect(await count(`search=${encodeURIComponent('孙海波')}`)).to.equal(1);
      expect(await count(`search=${encodeURIComponent('%%')}`)).to.equal(0);
      expect(await count('prisonId=sichahe')).to.equal(1);
      expect(await count('state=open')).to.equal(2);
      expect(await count('state=approved')).to.equal(0);
    });

    it('is found when a body is late, and says so', async () => {
      await submitted(office);
      const late = () => office.as('officer').get<Page>('/api/applications?overdue=true');
      expect((await late()).body.applications).to.deep.equal([]);
      office.clock.set('2026-11-26T09:00:00.001Z');
      const [application] = (await late()).body.applications;
      expect(application?.status).to.include({ overdue: true, waitsFor: 'district' });
    });

    it('refuses what is no query', async () => {
      for (const query of ['cursor=!!', 'cursor=e30', 'state=lost', 'limit=5', 'search=x', 'overdue=maybe']) {
        expect((await office.as('officer').get(`/api/applications?${query}`)).status, query).to.equal(400);
      }
    });
  });
});

/** The copies are due on seven days in turn. */
const dueDayOf = (number: string) => (Number(number.slice(-6)) - 2) % 7;

/** Copies one application under other numbers: only its place in a list matters here. */
async function manyApplications(office: CaseOffice, count: number): Promise<void> {
  const { id } = await submitted(office);
  const { db } = office.foundation;
  const row = await db('applications').where({ id }).first();
  const copies = Array.from({ length: count - 1 }, (_, index) => ({
    ...row,
    id: `01b00000-0000-7000-8000-${String(index).padStart(12, '0')}`,
    number: `SQ-2026-${String(index + 2).padStart(6, '0')}`,
    due_at: `2026-11-${String(10 + (index % 7)).padStart(2, '0')}T09:00:00.000Z`,
  }));
  await db.batchInsert('applications', copies, 50);
}
