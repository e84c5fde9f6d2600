import { expect } from 'chai';
import { v4 as anId } from 'uuid';
import type { Draft, DraftSummary, SavedDraft } from '../../server/application-drafts/schema.ts';
import { forEachDatabase } from '../support/databases.ts';
import { anApplication, type CaseOffice, mother, openCaseOffice, type Problem } from './case-office.ts';

describe('A draft of an application', () => {
  forEachDatabase((_name, open) => {
    let office: CaseOffice;
    let id: string;
    beforeEach(async () => {
      office = await openCaseOffice(await open());
      id = anId();
      const { db } = office.foundation;
      const row = await db('staff').where({ username: 'officer' }).first();
      await db('staff').insert({ ...row, id: 'another-officer', username: 'officer2' });
    });
    afterEach(() => office.close());

    const content = (name = mother.name) => ({
      step: 1,
      values: {
        prisoner: { value: 'x', label: 'BML-20220103 孙海波' },
        visitors: [{ name, idNumber: mother.idNumber }, null],
      },
    });
    const save = (version: number, body: unknown = content(), who = 'officer', draftId = id) =>
      office
        .as(who)
        .post<SavedDraft & Problem>(`/api/application-drafts/${draftId}`, { version, content: body });
    const list = async (who = 'officer') =>
      (await office.as(who).get<DraftSummary[]>('/api/application-drafts')).body;
    const read = (who = 'officer') => office.as(who).get<Draft>(`/api/application-drafts/${id}`);

    it('is saved while it is typed, listed by whom it is about, and opened as it was', async () => {
      expect((await save(0)).body).to.include({ id, version: 1 });
      office.clock.advance({ seconds: 5 });
      expect((await save(1, content('孙桂'))).body).to.include({
        version: 2,
        savedAt: '2026-11-24T02:00:05.000Z',
      });
      const [only] = await list();
      expect(only).to.deep.include({
        id,
        prisoner: 'BML-20220103 孙海波',
        visitors: ['孙桂'],
        expiresAt: '2026-12-24T02:00:05.000Z',
      });
      expect((await read()).body.content).to.deep.equal(content('孙桂'));
    });

    it('is readable in no row of the database', async () => {
      await save(0);
      const rows = JSON.stringify(await office.foundation.db('application_drafts'));
      expect(rows).to.include(id).and.not.include(mother.idNumber).and.not.include('孙');
    });

    it('is the officer’s who typed it, and to everybody else there is none', async () => {
      await save(0);
      expect(await list('officer2')).to.deep.equal([]);
      expect((await read('officer2')).status).to.equal(404);
      expect((await save(1, content(), 'officer2')).status).to.equal(404);
      expect((await office.as('officer2').delete(`/api/application-drafts/${id}`)).status).to.equal(404);
      for (const who of ['supervisor', 'baimaoling.officer', 'auditor', 'administrator']) {
        expect((await office.as(who).get('/api/application-drafts')).status, who).to.equal(403);
      }
      expect((await read()).status).to.equal(200);
    });

    it('is not written over by a window that did not see the last save; the same once more is none', async () => {
      await save(0);
      expect((await save(0)).body, 'its answer was lost').to.include({ version: 1 });
      await save(1, content('孙桂'));
      const before = await office.everything();
      const stale = await save(1, content('孙'));
      expect(stale.status).to.equal(409);
      expect(stale.body.code).to.equal('draft_changed_elsewhere');
      expect(await office.everything()).to.equal(before);
    });

    it('is refused when it is no draft', async () => {
      const before = await office.everything();
      expect((await save(0, content(), 'officer', 'nothing')).status).to.equal(400);
      expect((await save(0, { step: 1 })).status).to.equal(400);
      expect((await save(0, { step: 1, values: { wishes: '愿'.repeat(40_001) } })).status).to.equal(400);
      expect((await save(3)).status, 'one that is gone').to.equal(404);
      expect(await office.everything()).to.equal(before);
    });

    it('is discarded when the officer says so', async () => {
      await save(0);
      expect((await office.as('officer').delete(`/api/application-drafts/${id}`)).status).to.equal(204);
      expect(await list()).to.deep.equal([]);
      expect((await office.as('officer').delete(`/api/application-drafts/${id}`)).status).to.equal(404);
    });

    it('is gone with the application that it has become, and stays when the application is refused', async () => {
      await save(0);
      const wanted = await anApplication(office, { draftId: id });
      const refused = { ...wanted, residence: 'elsewhere' };
      expect((await office.as('officer').post('/api/applications', refused)).status).to.equal(422);
      expect(await list()).to.have.length(1);
      expect((await office.as('officer').post('/api/applications', wanted)).status).to.equal(201);
      expect(await list()).to.deep.equal([]);
    });

    it('of another officer stays, whatever application names it', async () => {
      await save(0);
      await office.as('officer2').post('/api/applications', await anApplication(office, { draftId: id }));
      expect(await list()).to.have.length(1);
    });

    it('is deleted once nobody has touched it for as long as the rule says', async () => {
      await save(0);
      office.clock.set('2026-12-24T02:00:00.000Z');
      expect(await list()).to.have.length(1);
      office.clock.advance({ milliseconds: 1 });
      expect(await list()).to.deep.equal([]);
      expect(await office.foundation.db('application_drafts')).to.deep.equal([]);
    });
  });
});
