import { expect } from 'chai';
import type { Application } from '../../server/applications/schema.ts';
import {
  type CaseOffice,
  forwarded,
  mother,
  openCaseOffice,
  type Problem,
  paperForm,
  pdf,
  son,
  submitted,
  withPapers,
} from '../applications/case-office.ts';
import { setRule } from '../bookings/a-district.ts';
import { forEachDatabase } from '../support/databases.ts';
import { png } from '../support/png.ts';

type Answered = Application & Problem;
const refusal = { decision: 'refuse', reasonCode: 'documents_doubtful' };

describe('The two bodies', () => {
  forEachDatabase((_name, open) => {
    let office: CaseOffice;
    beforeEach(async () => {
      office = await openCaseOffice(await open());
    });
    afterEach(() => office.close());

    const review = (
      username: string,
      body: 'district' | 'prison',
      id: string,
      request: object,
      language?: string,
    ) => office.as(username).post<Answered>(`/api/applications/${id}/${body}-review`, request, language);

    it('take an application from the counter to its approval, each step with its rules in the book', async () => {
      const application = await withPapers(office, await submitted(office, { visitors: [mother, son] }));
      expect(application.visitors.map(({ missingDocuments }) => missingDocuments)).to.deep.equal([[], []]);
      const { id } = application;
      const forward = await review('supervisor', 'district', id, {
        version: application.version,
        decision: 'forward',
      });
      expect(forward.body).to.include({ state: 'prison_review' });
      expect(forward.body.status).to.include({ waitsFor: 'prison', dueAt: '2026-11-27T09:00:00.000Z' });
      office.clock.set('2026-11-27T09:30:00.000Z');
      const approve = await review('baimaoling.approver', 'prison', id, {
        version: forward.body.version,
        decision: 'approve',
        note: '同意',
      });
      expect(approve.body).to.include({ state: 'approved' });
      expect(approve.body.status).to.include({
        waitsFor: null,
        dueAt: '2026-12-01T09:00:00.000Z',
        overdue: false,
      });
      const [byDistrict, byPrison] = approve.body.decisions;
      expect(byDistrict).to.include({
        body: 'district',
        decision: 'forward',
        decidedBy: '陆建明',
        late: false,
      });
      expect(byDistrict?.wasDueAt).to.equal('2026-11-26T09:00:00.000Z');
      expect(byDistrict?.rulesUsed.map(({ key }) => key)).to.deep.equal([
        'four_eyes_district',
        'prison_review_working_days',
      ]);
      expect(byPrison).to.include({ body: 'prison', decision: 'approve', note: '同意', late: true });
      const entry = await office.lastEntry('baimaoling');
      expect(entry.kind).to.equal('application_approved');
      expect(entry.facts).to.include({ from: 'prison_review', to: 'approved', late: true });
      expect(JSON.stringify(entry.rules)).to.include('answer_working_days');
      expect(JSON.stringify(entry)).not.to.include('同意').and.not.include('孙');
      expect(
        (await office.entryKinds('baimaoling')).filter((kind) => kind.startsWith('application_')),
      ).to.deep.equal(['application_submitted', 'application_forwarded', 'application_approved']);
    });

    it('refuse with a reason that the applicant can read in both languages', async () => {
      const { id, version } = await submitted(office);
      const refused = await review('supervisor', 'district', id, {
        version,
        decision: 'refuse',
        reasonCode: 'relationship_not_proved',
        note: '户口簿与姓名不符',
      });
      expect(refused.body).to.include({ state: 'refused' });
      expect(refused.body.decisions[0]?.reason).to.equal(
        'The papers do not prove how you are related to the prisoner.',
      );
      const again = await submitted(office);
      expect(again.number).to.equal('SQ-2026-000002');
    });

    it('do not let the person who entered an application review it', async () => {
      const { id, version } = await withPapers(office, await submitted(office));
      const before = await office.everything();
      for (const request of [{ decision: 'forward' }, refusal]) {
        const answer = await review('officer', 'district', id, { version, ...request });
        expect([answer.status, answer.body.code]).to.deep.equal([403, 'four_eyes']);
      }
      const shown = await office.as('officer').get(`/api/applications/${id}`);
      expect(shown.body.actions.forward).to.include({ allowed: false, code: 'four_eyes' });
      expect(await office.everything()).to.equal(before);
    });

    it('let anybody of the district review who handed in nothing, or everybody where the rule asks for no four eyes', async () => {
      const { id, version } = await submitted(office);
      const row = await office.foundation.db('staff').where({ username: 'officer' }).first();
      await office.foundation.db('staff').insert({ ...row, id: 'at-the-window', username: 'window' });
      for (const kind of ['id_card', 'household_register']) {
        const [visitor] = (await office.as('officer').get(`/api/applications/${id}`)).body.visitors;
        const paper = paperForm({
          visitorId: visitor?.id ?? '',
          kind,
          content: kind === 'id_card' ? png : pdf,
        });
        expect((await office.as('window').post(`/api/applications/${id}/documents`, paper)).status).to.equal(
          201,
        );
      }
      const now = (await office.as('window').get(`/api/applications/${id}`)).body;
      expect(now.actions.forward).to.include({ allowed: false, code: 'four_eyes' });
      const forward = { version: now.version, decision: 'forward' };
      expect((await review('window', 'district', id, forward)).body.code).to.equal('four_eyes');
      expect(now.version).to.be.above(version);
      await setRule(office.foundation, 'four_eyes_district', false);
      expect((await office.as('officer').get(`/api/applications/${id}`)).body.actions.forward).to.deep.equal({
        allowed: true,
      });
      const forwardedNow = await review('officer', 'district', id, forward);
      expect(forwardedNow.body).to.include({ state: 'prison_review' });
    });

    it('let another officer review, too', async () => {
      const { id, version } = await withPapers(office, await submitted(office));
      const { db } = office.foundation;
      const row = await db('staff').where({ username: 'officer' }).first();
      await db('staff').insert({ ...row, id: 'another-officer', username: 'officer2' });
      const answer = await review('officer2', 'district', id, { version, decision: 'forward' });
      expect(answer.body).to.include({ state: 'prison_review' });
    });

    it('forward nothing while papers are missing, and say whose and which', async () => {
      const { id, version } = await submitted(office, { visitors: [mother, son] });
      const before = await office.everything();
      const answer = await review('supervisor', 'district', id, { version, decision: 'forward' }, 'zh-CN');
      expect([answer.status, answer.body.code]).to.deep.equal([422, 'documents_missing']);
      expect(answer.body.title).to.include('孙桂芳：居民身份证').and.include('孙小宝：居民身份证或户口簿');
      expect(await office.everything()).to.equal(before);
    });

    it('ask for papers, and get the application back with a new date', async () => {
      const application = await forwarded(office);
      const { id } = application;
      const asked = await review('baimaoling.approver', 'prison', id, {
        version: application.version,
        decision: 'ask_supplement',
        reasonCode: 'documents_unreadable',
        note: '身份证反面不清晰',
      });
      expect(asked.body).to.include({ state: 'prison_supplement' });
      expect(asked.body.status).to.include({ waitsFor: 'applicant', dueAt: null });
      office.clock.set('2026-12-01T02:00:00.000Z');
      const back = await office
        .as('officer')
        .post(`/api/applications/${id}/resubmit`, { version: asked.body.version });
      expect(back.body).to.include({ state: 'prison_review' });
      expect(back.body.status.dueAt).to.equal('2026-12-04T09:00:00.000Z');
      expect((await office.lastEntry('baimaoling')).kind).to.equal('application_resubmitted');
    });

    it('decide nothing out of turn, on a stale page, for another prison, or with what they cannot say', async () => {
      const atDistrict = await submitted(office);
      const elsewhere = await office.prisonerId('SCH-20240112');
      const atPrison = await forwarded(office, { prisonerId: elsewhere });
      const before = await office.everything();
      const { version } = atPrison;
      const approve = { version, decision: 'approve' };
      const bad: [string, Promise<{ status: number; body: Answered }>, number, string][] = [
        [
          'the prison before the district',
          review('baimaoling.approver', 'prison', atDistrict.id, { version: 1, decision: 'approve' }),
          409,
          'wrong_state',
        ],
        [
          'the district after itself',
          review('supervisor', 'district', atPrison.id, { version, ...refusal }),
          409,
          'wrong_state',
        ],
        [
          'a stale page',
          review('sichahe.approver', 'prison', atPrison.id, { ...approve, version: 1 }),
          409,
          'stale_page',
        ],
        ['another prison', review('baimaoling.approver', 'prison', atPrison.id, approve), 404, 'not_found'],
        [
          'the district as prison',
          review('supervisor', 'prison', atPrison.id, approve),
          403,
          'not_permitted',
        ],
        ['a prison officer', review('sichahe.officer', 'prison', atPrison.id, approve), 403, 'not_permitted'],
        ['an auditor', review('auditor', 'prison', atPrison.id, approve), 403, 'not_permitted'],
        [
          'a grant by the district',
          review('supervisor', 'district', atDistrict.id, { version: 1, decision: 'approve' }),
          400,
          'malformed_request',
        ],
        [
          'a refusal without reason',
          review('sichahe.approver', 'prison', atPrison.id, { version, decision: 'refuse' }),
          400,
          'malformed_request',
        ],
        [
          'an unknown field',
          review('sichahe.approver', 'prison', atPrison.id, { ...approve, force: true }),
          400,
          'malformed_request',
        ],
        [
          'no version',
          review('sichahe.approver', 'prison', atPrison.id, { decision: 'approve' }),
          400,
          'malformed_request',
        ],
        ['no such application', review('sichahe.approver', 'prison', 'nothing', approve), 404, 'not_found'],
      ];
      for (const [what, asked, status, code] of bad) {
        const answer = await asked;
        expect([answer.status, answer.body.code], what).to.deep.equal([status, code]);
      }
      expect(await office.everything()).to.equal(before);
    });

    it('decide once when two people decide at the same moment', async () => {
      const { id, version } = await forwarded(office);
      const answers = await Promise.all([
        review('baimaoling.approver', 'prison', id, { version, decision: 'approve' }),
        review('baimaoling.approver', 'prison', id, { version, ...refusal }),
        office.as('officer').post<Answered>(`/api/applications/${id}/withdraw`, { version }),
      ]);
      expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 409, 409]);
      const decided = await office.foundation.db('application_decisions').where({ application_id: id });
      expect(decided.length).to.be.within(1, 2);
    });

    it('show each person what they may do, as the action itself would say', async () => {
      const { id } = await forwarded(office);
      const allowedTo = async (username: string) => {
        const { body } = await office.as(username).get(`/api/applications/${id}`);
        return Object.entries(body.actions).flatMap(([name, { allowed }]) => (allowed ? [name] : []));
      };
      expect(await allowedTo('baimaoling.approver')).to.have.members([
        'viewDocuments',
        'unmaskVisitors',
        'approve',
        'refuseByPrison',
        'askSupplementByPrison',
      ]);
      expect(await allowedTo('officer')).to.have.members([
        'withdraw',
        'renewQueryCode',
        'viewDocuments',
        'unmaskVisitors',
      ]);
      expect(await allowedTo('supervisor')).to.have.members(['viewDocuments', 'unmaskVisitors']);
      expect(await allowedTo('baimaoling.officer')).to.deep.equal([]);
    });
  });
});
