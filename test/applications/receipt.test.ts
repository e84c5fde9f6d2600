import { expect } from 'chai';
import type { Receipt } from '../../server/applications/receipt-schema.ts';
import { stepsAhead } from '../../server/applications/receipt-steps.ts';
import { forEachDatabase } from '../support/databases.ts';
import { type CaseOffice, forwarded, mother, openCaseOffice, son, submitted } from './case-office.ts';

describe('The receipt of an application', () => {
  forEachDatabase((_name, open) => {
    let office: CaseOffice;
    beforeEach(async () => {
      office = await openCaseOffice(await open());
    });
    afterEach(() => office.close());

    const receiptOf = async (id: string, who = 'officer') =>
      (await office.as(who).get<Receipt>(`/api/applications/${id}/receipt`)).body;

    it('says what was handed in and what is missing, in both languages', async () => {
      const { id, number } = await submitted(office, { visitors: [mother, son] });
      const before = await receiptOf(id);
      expect(before).to.include({
        number,
        receivedBy: '陈晓岚',
        selfService: false,
        hasQueryCode: true,
        contact: null,
      });
      expect(before.visitors.map(({ name, missing }) => [name, missing.length])).to.deep.equal([
        [mother.name, 2],
        [son.name, 2],
      ]);
      expect(before.visitors[0]?.missing[0]).to.deep.equal({ zh: '居民身份证', en: 'identity card' });
    });

    it('says which body decides by when, and what comes then', async () => {
      const { id } = await submitted(office);
      // Tuesday; two working days for the district, three for the prison, two for the answer.
      expect((await receiptOf(id)).steps).to.deep.equal([
        { step: 'district_review', standing: 'now', latestAt: '2026-11-26T09:00:00.000Z' },
        { step: 'prison_review', standing: 'next', latestAt: '2026-12-01T09:00:00.000Z' },
        { step: 'answer', standing: 'next', latestAt: '2026-12-03T09:00:00.000Z' },
        { step: 'appointment', standing: 'next', latestAt: null },
        { step: 'visit', standing: 'next', latestAt: null },
      ]);
    });

    it('printed later says how far it has come', async () => {
      const { id } = await forwarded(office);
      expect((await receiptOf(id)).steps.map(({ step, standing }) => `${step}: ${standing}`)).to.deep.equal([
        'district_review: done',
        'prison_review: now',
        'answer: next',
        'appointment: next',
        'visit: next',
      ]);
    });

    it('never holds the query code, names nobody to an auditor, and is for no other prison', async () => {
      const application = (await submitted(office)) as { id: string; queryCode?: string };
      const { id, queryCode } = application;
      expect(JSON.stringify(await receiptOf(id))).to.not.contain(queryCode);
      expect((await receiptOf(id, 'auditor')).visitors[0]?.name).to.equal('孙**');
      const elsewhere = await office.as('wujiawa.approver').get(`/api/applications/${id}/receipt`);
      expect(elsewhere.status).to.equal(404);
    });
  });
});

describe('What a receipt says comes next', () => {
  const stepsOf = (state: Parameters<typeof stepsAhead>[0]['state'], dueAt: string | null = null) =>
    stepsAhead({ state, dueAt }, (entered, from) => `${entered} after ${from}`);

  it('ends with the answer once it is refused, and is nothing once it is withdrawn', () => {
    expect(stepsOf('refused', 'soon').map(({ step }) => step)).to.deep.equal([
      'district_review',
      'prison_review',
      'answer',
    ]);
    expect(stepsOf('withdrawn')).to.deep.equal([]);
  });

  it('has no dates while papers are asked for: all depends on when they come', () => {
    const [asking, ...later] = stepsOf('district_supplement');
    expect(asking).to.deep.equal({ step: 'district_review', standing: 'now', latestAt: null });
    expect(later.map(({ latestAt }) => latestAt)).to.deep.equal([null, null, null, null]);
  });
});
