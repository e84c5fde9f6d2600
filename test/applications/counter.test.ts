import { expect } from 'chai';
import type { FormRules } from '../../server/applications/form-schema.ts';
import { applicationSummaries, loadApprovedApplication } from '../../server/applications/index.ts';
import type { Application, ApplicationSummary } from '../../server/applications/schema.ts';
import { forEachDatabase } from '../support/databases.ts';
import { idNumberOf } from '../support/id-numbers.ts';
import {
  anApplication,
  approved,
  type CaseOffice,
  forwarded,
  mother,
  openCaseOffice,
  type Problem,
  paperForm,
  son,
  submitted,
  type Wanted,
  withPapers,
} from './case-office.ts';

type Page = { applications: ApplicationSummary[]; nextCursor: string | null };

describe('An application at the counter', () => {
  forEachDatabase((_name, open) => {
    let office: CaseOffice;
    beforeEach(async () => {
      office = await openCaseOffice(await open());
    });
    afterEach(() => office.close());

    it('is numbered, waits for the district for two working days, and is in the prison’s book', async () => {
      const application = await submitted(office, {
        visitors: [mother, son],
        mobilityNeeds: ['wheelchair', 'step_free', 'wheelchair'],
        wishes: '希望安排在下午',
      });
      expect(application).to.include({ number: 'SQ-2026-000001', state: 'district_review', version: 1 });
      expect(application.status).to.include({ waitsFor: 'district', dueAt: '2026-11-26T09:00:00.000Z' });
      expect(application.mobilityNeeds).to.deep.equal(['step_free', 'wheelchair']);
      expect(application.visitors.map(({ name, minor }) => [name, minor])).to.deep.equal([
        ['孙桂芳', false],
        ['孙小宝', true],
      ]);
      expect(JSON.stringify(application)).not.to.include(mother.idNumber).and.not.include(mother.phone);
      const entry = await office.lastEntry('baimaoling');
      expect(entry.kind).to.equal('application_submitted');
      expect(JSON.stringify(entry.rules))
        .to.include('max_visitors')
        .and.include('district_review_working_days');
      expect(JSON.stringify(entry)).not.to.include('孙');
    });

    it('knows a visitor again, and keeps the telephone number that was given last', async () => {
      await submitted(office);
      const other = await office.prisonerId('WJW-20220019');
      await submitted(office, { prisonerId: other, visitors: [{ ...mother, phone: '13911112222' }] });
      const rows = await office.foundation.db('visitors');
      expect(rows).to.have.length(1);
      const lookup = await office
        .as('officer')
        .post<{ visitor: { phoneMasked: string } }>('/api/visitors/lookup', { idNumber: mother.idNumber });
      expect(lookup.body.visitor.phoneMasked).to.equal('139******22');
    });

    it('cannot be entered twice while it is open: the number of the first is named', async () => {
      const first = await submitted(office);
      const before = await office.everything();
      const again = await office
        .as('officer')
        .post<Problem>('/api/applications', await anApplication(office));
      expect(again.status).to.equal(409);
      expect(again.body).to.include({ code: 'already_applied' });
      expect(again.body.title).to.include(first.number);
      expect(await office.everything()).to.equal(before);
      await office.as('officer').post(`/api/applications/${first.id}/withdraw`, { version: 1 });
      expect((await submitted(office)).number).to.equal('SQ-2026-000002');
    });

    it('is accepted once, and numbered without gaps, when counters race', async () => {
      const wanted = await anApplication(office);
      const other = { ...wanted, prisonerId: await office.prisonerId('SCH-20240112') };
      const answers = await Promise.all(
        [wanted, wanted, wanted, other, other].map((body) =>
          office.as('officer').post('/api/applications', body),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).to.deep.equal([201, 201, 409, 409, 409]);
      const numbers = await office.foundation.db('applications').orderBy('number').pluck('number');
      expect(numbers).to.deep.equal(['SQ-2026-000001', 'SQ-2026-000002']);
      expect(await office.foundation.db('visitors')).to.have.length(1);
    });

    it('that cannot be is refused in both languages, and nothing is changed', async () => {
      const ofForeigner = (
        await office.foundation.db('prisoners').where({ category: 'foreign_national' }).first()
      ).id;
      const visitor = (changed: object) => ({ visitors: [{ ...mother, ...changed }] });
      const bad: [string, Wanted, number, string][] = [
        [
          'a wrong check digit',
          visitor({ idNumber: `${mother.idNumber.slice(0, 17)}?` }),
          400,
          'malformed_request',
        ],
        ['an impossible date', visitor({ idNumber: idNumberOf('1990-02-30') }), 400, 'malformed_request'],
        ['a birth to come', visitor({ idNumber: idNumberOf('2026-12-01') }), 422, 'not_born_yet'],
        [
          'four visitors',
          { visitors: [1, 2, 3, 4].map((n) => ({ ...mother, idNumber: idNumberOf('1970-01-01', n) })) },
          422,
          'too_many_visitors',
        ],
        ['no visitor', { visitors: [] }, 400, 'malformed_request'],
        ['one person twice', { visitors: [mother, mother] }, 400, 'malformed_request'],
        ['a minor alone', { visitors: [son] }, 422, 'minor_needs_adult'],
        ['a minor as applicant', { visitors: [son, mother] }, 422, 'applicant_must_be_adult'],
        ['a wider relative', visitor({ relationship: 'cousin' }), 422, 'relationship_needs_exception'],
        [
          'a volunteer',
          visitor({ relationship: 'volunteer', organisation: '爱心社' }),
          422,
          'relationship_not_for_kind',
        ],
        [
          'an organisation without name',
          visitor({ relationship: 'guardian_organisation' }),
          400,
          'malformed_request',
        ],
        ['a foreign national', { prisonerId: ofForeigner }, 422, 'foreign_national_separate_rule'],
        ['no such prisoner', { prisonerId: 'nobody' }, 422, 'prisoner_not_known'],
        ['sign language without interpreter', { language: 'sign_language' }, 422, 'interpreter_needed'],
        ['nobody who lives here', { residence: 'elsewhere' }, 422, 'not_resident_here'],
        [
          'a helper who is no relative',
          visitor({ relationship: 'other_beneficial' }),
          422,
          'other_beneficial_not_allowed',
        ],
        [
          'relatives alone at an assistance session',
          { kind: 'assistance_session' },
          422,
          'assistance_needs_worker',
        ],
        ['urgency without its reason', { urgency: 'bereavement' }, 400, 'malformed_request'],
        ['an unknown reason for priority', { priorityReasons: ['rich'] }, 400, 'malformed_request'],
        ['wishes that are too long', { wishes: '愿'.repeat(501) }, 400, 'malformed_request'],
        ['an unknown field', { state: 'approved' }, 400, 'malformed_request'],
        ['an unknown field of a visitor', visitor({ id: 'x' }), 400, 'malformed_request'],
        ['an unknown need', { mobilityNeeds: ['helicopter'] }, 400, 'malformed_request'],
      ];
      const before = await office.everything();
      for (const [what, changed, status, code] of bad) {
        const wanted = await anApplication(office, changed);
        const inChinese = await office.as('officer').post<Problem>('/api/applications', wanted, 'zh-CN');
        const inEnglish = await office.as('officer').post<Problem>('/api/applications', wanted, 'en');
        expect([inChinese.status, inChinese.body.code], what).to.deep.equal([status, code]);
        expect([inEnglish.status, inEnglish.body.code], what).to.deep.equal([status, code]);
        expect(inChinese.body.title, what).to.match(/\p{Script=Han}/u);
        expect(inEnglish.body.title, what).not.to.match(/\p{Script=Han}/u);
      }
      expect(await office.everything()).to.equal(before);
    });

    it('is entered by district officers and by nobody else', async () => {
      const wanted = await anApplication(office);
      for (const username of [
        'supervisor',
        'baimaoling.officer',
        'baimaoling.approver',
        'auditor',
        'administrator',
      ]) {
        expect((await office.as(username).post('/api/applications', wanted)).status, username).to.equal(403);
      }
    });

    it('is seen by its own prison and by no other', async () => {
      const { id } = await submitted(office);
      expect((await office.as('baimaoling.officer').get(`/api/applications/${id}`)).status).to.equal(200);
      expect((await office.as('wujiawa.approver').get(`/api/applications/${id}`)).status).to.equal(404);
      expect((await office.as('administrator').get(`/api/applications/${id}`)).status).to.equal(403);
      const lists = await Promise.all(
        ['baimaoling.approver', 'wujiawa.approver'].map((who) =>
          office.as(who).get<Page>('/api/applications'),
        ),
      );
      expect(lists.map(({ body }) => body.applications.length)).to.deep.equal([1, 0]);
      expect(
        (await office.as('wujiawa.officer').get('/api/applications?prisonId=baimaoling')).status,
      ).to.equal(404);
    });

    it('shows an auditor no name in full', async () => {
      const { id } = await submitted(office);
      const { body } = await office.as('auditor').get(`/api/applications/${id}`);
      expect(body.visitors[0]?.name).to.equal('孙**');
      expect(body.prisoner.name).to.equal('孙**');
      for (const [name, action] of Object.entries(body.actions)) {
        expect(action.allowed, name).to.equal(name === 'viewDocuments');
      }
    });

    it('is withdrawn by an officer who saw its last version, unless a visit is booked on it', async () => {
      await office.close();
      let booked = true;
      office = await openCaseOffice(await open(), { hasLiveBooking: async () => booked });
      const { id } = await submitted(office);
      const withdraw = (version: number) =>
        office.as('officer').post<Application & Problem>(`/api/applications/${id}/withdraw`, { version });
      const before = await office.everything();
      expect((await withdraw(1)).body).to.include({ code: 'live_booking' });
      const shown = await office.as('officer').get(`/api/applications/${id}`);
      expect(shown.body.actions.withdraw).to.include({ allowed: false, code: 'live_booking' });
      booked = false;
      expect((await withdraw(7)).body).to.include({ code: 'stale_page' });
      expect(await office.everything()).to.equal(before);
      expect((await withdraw(1)).body).to.include({ state: 'withdrawn', version: 2 });
      expect((await withdraw(2)).body).to.include({ code: 'wrong_state' });
      expect(await office.entryKinds('baimaoling')).to.deep.equal([
        'application_submitted',
        'application_withdrawn',
      ]);
    });

    it('is withdrawn while the prison reviews it, and once it is approved and nothing is booked', async () => {
      const withdraw = async ({ id, version }: Application) =>
        (await office.as('officer').post(`/api/applications/${id}/withdraw`, { version })).body.state;
      expect(await withdraw(await forwarded(office))).to.equal('withdrawn');
      expect(await withdraw(await approved(office))).to.equal('withdrawn');
    });

    it('tells a form by which rules it is filled in: who is taken, who needs a reason, who is not taken', async () => {
      const form = async (kind: string, number: string) =>
        (
          await office
            .as('officer')
            .get<FormRules>(
              `/api/application-form?kind=${kind}&prisonerId=${await office.prisonerId(number)}`,
            )
        ).body;
      const visit = await form('family_visit', 'BML-20220103');
      const taken = (rules: FormRules, code: string) =>
        rules.relationships.find((one) => one.code === code)?.taken;
      expect(visit).to.deep.include({ apply: { allowed: true }, maxVisitors: 3, residenceRequired: true });
      expect(
        ['parent', 'cousin', 'volunteer', 'other_beneficial'].map((code) => taken(visit, code)),
      ).to.deep.equal(['yes', 'by_exception', 'not', 'not']);
      expect(taken(await form('assistance_session', 'BML-20220103'), 'volunteer')).to.equal('yes');
      const { number } = await office.foundation
        .db('prisoners')
        .where({ category: 'foreign_national' })
        .first();
      expect((await form('family_visit', number)).apply).to.include({
        code: 'foreign_national_separate_rule',
      });
    });

    it('is urgent with its reason: due earlier at each body, not forwarded without its proof, and said in the book', async () => {
      const urgent = { urgency: 'bereavement', urgencyReason: '祖父昨日去世', priorityReasons: ['elderly'] };
      const application = await submitted(office, urgent);
      expect(application.status.dueAt).to.equal('2026-11-25T09:00:00.000Z');
      expect((await office.lastEntry('baimaoling')).facts).to.deep.include({
        urgency: 'bereavement',
        priorityReasons: ['elderly'],
      });
      const ready = await withPapers(office, application);
      const forward = ({ id, version }: Application) =>
        office.as('supervisor').post<Application & Problem>(`/api/applications/${id}/district-review`, {
          version,
          decision: 'forward',
        });
      expect((await forward(ready)).body.title).to.include('death certificate');
      const proof = paperForm({ visitorId: ready.visitors[0]?.id ?? '', kind: 'death_certificate' });
      await office.as('officer').post(`/api/applications/${ready.id}/documents`, proof);
      const sent = await forward((await office.as('officer').get(`/api/applications/${ready.id}`)).body);
      expect(sent.body).to.include({ state: 'prison_review', urgencyReason: '祖父昨日去世' });
      expect(sent.body.status.dueAt).to.equal('2026-11-25T09:00:00.000Z');
      expect((await office.lastEntry('baimaoling')).facts).to.include({ urgency: 'bereavement' });
    });

    it('is for bookings what it is once approved, and refused to them before', async () => {
      const { db } = office.foundation;
      const application = await forwarded(office, { visitors: [mother, son], mobilityNeeds: ['hearing'] });
      const refusal = await loadApprovedApplication(db, application.id).catch((error: unknown) => error);
      expect(refusal).to.include({ code: 'wrong_state' });
      const { id, version } = application;
      await office
        .as('baimaoling.approver')
        .post(`/api/applications/${id}/prison-review`, { version, decision: 'approve' });
      const approved = await db.transaction((trx) => loadApprovedApplication(trx, id, { forUpdate: true }));
      expect(approved).to.deep.include({
        state: 'approved',
        prisonId: 'baimaoling',
        mobilityNeeds: ['hearing'],
      });
      expect(approved.visitorIds).to.deep.equal(application.visitors.map((visitor) => visitor.id));
      const reading = { now: '2026-11-24T02:00:00.000Z', language: 'zh' } as const;
      const summaries = await applicationSummaries(db, ['none', id], reading);
      expect(summaries.map(({ prisoner }) => prisoner.name)).to.deep.equal(['孙**']);
    });
  });
});
