import { expect } from 'chai';
import type { Application } from '../../server/applications/schema.ts';
import { forEachDatabase } from '../support/databases.ts';
import { anApplication, type CaseOffice, openCaseOffice, type Problem, submitted } from './case-office.ts';

type Submitted = Application & { queryCode: string };

describe('The query code of an application', () => {
  forEachDatabase((_name, open) => {
    let office: CaseOffice;
    let application: Submitted;
    beforeEach(async () => {
      office = await openCaseOffice(await open());
      application = (await submitted(office)) as Submitted;
    });
    afterEach(() => office.close());

    const renew = (reason: string, who = 'officer') =>
      office
        .as(who)
        .post<{ queryCode: string } & Problem>(`/api/applications/${application.id}/query-code`, { reason });
    const hashes = (): Promise<string[]> => office.foundation.db('applications').pluck('query_code_hash');

    it('has eight letters that nobody takes for one another, and is told when it is submitted only', async () => {
      expect(application.queryCode).to.match(/^[ABCDEFGHJKMNPQRSTUVWXYZ2-9]{8}$/);
      const read = await office.as('officer').get<Submitted>(`/api/applications/${application.id}`);
      expect(read.body).to.not.have.property('queryCode');
      expect(JSON.stringify(read.body)).to.not.contain(application.queryCode);
    });

    it('is kept nowhere: neither in a row nor in the book', async () => {
      expect(await office.everything()).to.not.contain(application.queryCode);
      expect((await hashes())[0]).to.match(/^[0-9a-f]{64}$/);
    });

    it('is another for each application', async () => {
      const other = await office
        .as('officer')
        .post<Submitted>(
          '/api/applications',
          await anApplication(office, { prisonerId: await office.prisonerId('BML-20210017') }),
        );
      expect(other.body.queryCode).to.be.a('string').and.not.equal(application.queryCode);
      expect(new Set(await hashes()).size).to.equal(2);
    });

    it('is made anew by the counter with a reason, which is a line in the book', async () => {
      const [before] = await hashes();
      const { status, body } = await renew('receipt_lost');
      expect(status).to.equal(201);
      expect(body.queryCode)
        .to.match(/^\w{8}$/)
        .and.not.equal(application.queryCode);
      expect((await hashes())[0]).to.not.equal(before);
      const entry = await office.lastEntry('baimaoling');
      expect(entry).to.deep.include({
        kind: 'query_code_renewed',
        facts: { applicationNumber: application.number, reason: 'receipt_lost' },
      });
      expect(await office.everything()).to.not.contain(body.queryCode);
    });

    it('is made by nobody else, for no application that is none, and for no reason that is none', async () => {
      const before = await office.everything();
      for (const [who, status] of [
        ['supervisor', 403],
        ['baimaoling.approver', 403],
        ['administrator', 403],
        ['nobody', 401],
      ] as const) {
        expect((await renew('receipt_lost', who)).status, who).to.equal(status);
      }
      expect((await renew('because')).body.code).to.equal('malformed_request');
      const nowhere = await office
        .as('officer')
        .post<Problem>('/api/applications/none/query-code', { reason: 'receipt_lost' });
      expect(nowhere.status).to.equal(404);
      expect(await office.everything()).to.equal(before);
    });
  });
});
