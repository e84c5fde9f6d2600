import { expect } from 'chai';
import {
  anApplication,
  type CaseOffice,
  mother,
  openCaseOffice,
  type Problem,
  submitted,
} from '../applications/case-office.ts';
import { forEachDatabase } from '../support/databases.ts';
import { idNumberOf } from '../support/id-numbers.ts';

describe('People', () => {
  forEachDatabase((_name, open) => {
    let office: CaseOffice;
    before(async () => {
      office = await openCaseOffice(await open());
    });
    after(() => office.close());

    type Found = { name: string; number: string; prisonId: string }[];
    const search = (username: string, query: string) =>
      office.as(username).get<Found>(`/api/prisoners?${query}`);

    it('are found as prisoners by the beginning of number or name', async () => {
      const byNumber = await search('officer', 'search=BML-2022');
      expect(byNumber.body.map(({ name }) => name)).to.deep.equal(['孙海波']);
      const byName = await search('officer', `search=${encodeURIComponent('孙海')}`);
      expect(byName.body.map(({ number }) => number)).to.deep.equal(['BML-20220103']);
    });

    it('are not found by signs that a database would take as a pattern', async () => {
      for (const typed of ['%%', '__', "' or 1=1 --", '!%']) {
        expect((await search('officer', `search=${encodeURIComponent(typed)}`)).body).to.deep.equal([]);
      }
    });

    it('of another prison do not exist for a prison', async () => {
      expect((await search('wujiawa.officer', 'search=BML-')).body).to.deep.equal([]);
      expect((await search('wujiawa.officer', 'search=BML-&prisonId=baimaoling')).status).to.equal(404);
      expect((await search('baimaoling.approver', 'search=BML-')).body).not.to.deep.equal([]);
    });

    it('are not shown to those who have no part in cases', async () => {
      for (const username of ['administrator', 'auditor', 'nobody']) {
        expect((await search(username, 'search=BML-')).status, username).to.be.oneOf([401, 403]);
      }
    });

    it('who came before are known again by their number, and shown masked', async () => {
      await submitted(office);
      const lookup = (idNumber: string) =>
        office
          .as('officer')
          .post<{ visitor: Record<string, string> | null }>('/api/visitors/lookup', { idNumber });
      const { body } = await lookup(mother.idNumber.toLowerCase());
      expect(body.visitor).to.include({ nameMasked: '孙**', phoneMasked: '138******34' });
      expect(body.visitor?.idNumberMasked).to.match(/^310\*{13}..$/);
      expect((await lookup(idNumberOf('1970-01-01'))).body.visitor).to.equal(null);
      expect((await lookup('123')).status).to.equal(400);
    });

    it('have no readable number in the database or the books', async () => {
      const { db } = office.foundation;
      const kept = JSON.stringify([
        await db('visitors'),
        await db('applications'),
        await db('ledger_entries').select('entry'),
      ]);
      expect(kept).to.include('孙桂芳');
      for (const secret of [mother.idNumber, mother.idNumber.slice(6, 14), mother.phone]) {
        expect(kept).not.to.include(secret);
      }
      const entries = JSON.stringify(await db('ledger_entries').select('entry'));
      expect(entries).not.to.include('孙桂芳');
      expect(entries).to.include('commitment');
    });

    it('known under another name are refused, and nothing is changed', async () => {
      const before = await office.everything();
      const visitors = [{ ...mother, name: '李四', phone: '13900000000' }];
      const wanted = await anApplication(office, {
        visitors,
        prisonerId: await office.prisonerId('SCH-20240112'),
      });
      for (const [language, word] of [
        ['zh-CN', '另一姓名'],
        ['en', 'another name'],
      ] as const) {
        const answer = await office.as('officer').post<Problem>('/api/applications', wanted, language);
        expect(answer.status).to.equal(409);
        expect(answer.body).to.include({ code: 'name_does_not_match' });
        expect(answer.body.title).to.include(word).and.not.include('孙桂芳');
      }
      expect(await office.everything()).to.equal(before);
    });

    describe('unmasked', () => {
      type Unmasked = { idNumber: string; phone: string };
      const unmask = async (username: string, body?: Record<string, unknown>, visitorId?: string) => {
        const row = await office.foundation.db('application_visitors').first();
        return office
          .as(username)
          .post<Unmasked & Problem>(
            `/api/visitors/${visitorId ?? row.visitor_id}/unmask`,
            body ?? { applicationId: row.application_id, reason: 'verify_identity' },
          );
      };

      it('are shown in full, with the reason in the book of the application’s prison', async () => {
        for (const username of ['officer', 'supervisor', 'baimaoling.approver']) {
          const { status, body } = await unmask(username);
          expect(status).to.equal(200);
          expect(body).to.deep.equal({ idNumber: mother.idNumber, phone: mother.phone });
          const entry = await office.lastEntry('baimaoling');
          expect(entry).to.include({ kind: 'visitor_unmasked' });
          expect(entry.facts).to.include({ reason: 'verify_identity' });
        }
      });

      it('are refused without a line in any book to others, without a reason, or through another’s application', async () => {
        const before = await office.everything();
        const row = await office.foundation.db('application_visitors').first();
        const applicationId = row.application_id;
        expect((await unmask('wujiawa.approver')).status).to.equal(404);
        expect((await unmask('auditor')).status).to.equal(403);
        expect((await unmask('baimaoling.officer')).status).to.equal(403);
        expect((await unmask('officer', { applicationId, reason: 'curiosity' })).status).to.equal(400);
        expect((await unmask('officer', { applicationId })).status).to.equal(400);
        const stranger = '019ab000-0000-7000-8000-000000000000';
        const body = { applicationId, reason: 'verify_identity' };
        expect((await unmask('officer', body, stranger)).status).to.equal(404);
        expect((await unmask('officer', { ...body, applicationId: stranger })).status).to.equal(404);
        expect(await office.everything()).to.equal(before);
      });
    });
  });
});
