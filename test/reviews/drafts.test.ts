import { expect } from 'chai';
import type { Application } from '../../server/applications/schema.ts';
import type { ReviewDraft } from '../../server/reviews/draft-schema.ts';
import {
  type CaseOffice,
  forwarded,
  openCaseOffice,
  type Problem,
  submitted,
} from '../applications/case-office.ts';
import { forEachDatabase } from '../support/databases.ts';

type Saved = ReviewDraft & Problem;

describe('A half-made decision', () => {
  forEachDatabase((_name, open) => {
    let office: CaseOffice;
    beforeEach(async () => {
      office = await openCaseOffice(await open());
    });
    afterEach(() => office.close());

    const half = { review: 'refuseByDistrict', reasonCode: 'documents_doubtful', note: '户口簿上的姓名与' };
    const save = (username: string, id: string, body: object = half) =>
      office.as(username).put<Saved>(`/api/applications/${id}/review-draft`, body);
    const read = async (username: string, id: string) =>
      (await office.as(username).get(`/api/applications/${id}`)).body;
    const halfDoneOf = async (username: string) => {
      const path = '/api/applications?halfDone=true';
      const { body } = await office.as(username).get<{ applications: Application[] }>(path);
      return body.applications.map(({ id }) => id);
    };

    it('is there again for whoever typed it, and for nobody else', async () => {
      const { id } = await submitted(office);
      const saved = await save('supervisor', id);
      expect(saved.body).to.include({ ...half, savedAt: '2026-11-24T02:00:00.000Z' });
      const own = await read('supervisor', id);
      expect(own.draft).to.deep.include({ ...half, conditions: null });
      expect(own.halfDone).to.equal(true);
      const others = await read('officer', id);
      expect(others.draft).to.equal(null);
      expect(others.halfDone).to.equal(false);
      expect(await halfDoneOf('supervisor')).to.deep.equal([id]);
      expect(await halfDoneOf('officer')).to.deep.equal([]);
    });

    it('keeps what was typed last, conditions too, and is not readable in the database', async () => {
      const { id } = await forwarded(office);
      const conditions = {
        durationMinutes: 2,
        language: 'sign_language',
        interpreterRequired: false,
        interpreter: '周老师',
        exceptionsFor: [],
      };
      await save('baimaoling.approver', id, { review: 'refuseByPrison', note: '旧' });
      await save('baimaoling.approver', id, { review: 'approve', note: '同意', conditions });
      expect((await read('baimaoling.approver', id)).draft).to.deep.include({
        review: 'approve',
        conditions,
      });
      const rows = await office.foundation.db('review_drafts');
      expect(rows).to.have.length(1);
      expect(JSON.stringify(rows)).not.to.include('周').and.not.include('sign_language');
    });

    it('changes nothing about the application, and stands in no book', async () => {
      const { id } = await submitted(office);
      const before = await office.everything();
      await save('supervisor', id);
      expect(await office.everything()).to.equal(before);
    });

    it('is gone once its author has decided, or thrown it away', async () => {
      const first = await submitted(office);
      await save('supervisor', first.id);
      const decided = await office.as('supervisor').post(`/api/applications/${first.id}/district-review`, {
        version: first.version,
        decision: 'refuse',
        reasonCode: 'documents_doubtful',
      });
      expect(decided.body).to.include({ state: 'refused', draft: null, halfDone: false });
      const second = await submitted(office);
      await save('supervisor', second.id);
      const path = `/api/applications/${second.id}/review-draft`;
      expect((await office.as('supervisor').delete(path)).status).to.equal(204);
      expect((await office.as('supervisor').delete(path)).status).to.equal(204);
      expect((await read('supervisor', second.id)).draft).to.equal(null);
    });

    it('is not lost when somebody else was faster: the decision is refused, what was typed stays', async () => {
      const { id, version } = await submitted(office);
      await save('supervisor', id);
      const { db } = office.foundation;
      const row = await db('staff').where({ username: 'officer' }).first();
      await db('staff').insert({ ...row, id: 'another-officer', username: 'officer2' });
      const decide = (username: string) =>
        office.as(username).post<Application & Problem>(`/api/applications/${id}/district-review`, {
          version,
          decision: 'refuse',
          reasonCode: 'documents_doubtful',
        });
      expect((await decide('officer2')).status).to.equal(200);
      const late = await decide('supervisor');
      expect([late.status, late.body.code]).to.deep.equal([409, 'stale_page']);
      // Typed on while the answer was under way.
      expect((await save('supervisor', id, { ...half, note: `${half.note}身份证不同` })).status).to.equal(
        200,
      );
      const seen = await read('supervisor', id);
      expect(seen.state).to.equal('refused');
      expect(seen.draft?.note).to.equal('户口簿上的姓名与身份证不同');
      expect(await halfDoneOf('supervisor')).to.deep.equal([id]);
    });

    it('is not kept for a body that is not the author’s, another prison, or no application', async () => {
      const { id } = await forwarded(office);
      const bad: [string, Promise<{ status: number; body: Saved }>, number, string][] = [
        ['the other body', save('baimaoling.approver', id), 403, 'not_permitted'],
        ['the district as prison', save('supervisor', id, { review: 'approve' }), 403, 'not_permitted'],
        ['a prison officer', save('baimaoling.officer', id, { review: 'approve' }), 403, 'not_permitted'],
        ['another prison', save('sichahe.approver', id, { review: 'approve' }), 404, 'not_found'],
        ['no application', save('supervisor', 'none'), 404, 'not_found'],
        ['no decision', save('supervisor', id, { review: 'promote' }), 400, 'malformed_request'],
        [
          'too many words',
          save('supervisor', id, { ...half, note: 'x'.repeat(501) }),
          400,
          'malformed_request',
        ],
      ];
      for (const [what, attempt, status, code] of bad) {
        const answer = await attempt;
        expect([answer.status, answer.body.code], what).to.deep.equal([status, code]);
      }
      expect(await office.foundation.db('review_drafts')).to.have.length(0);
    });

    it('goes when nobody has touched it for the days of the rule', async () => {
      const old = await submitted(office);
      await save('supervisor', old.id);
      office.clock.set('2026-12-25T02:00:00.000Z');
      const { id } = await submitted(office, { prisonerId: await office.prisonerId('SCH-20240112') });
      await save('supervisor', id);
      expect(await halfDoneOf('supervisor')).to.deep.equal([id]);
    });
  });
});
