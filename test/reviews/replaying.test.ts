import { expect } from 'chai';
import type { Application } from '../../server/applications/schema.ts';
import type { DecisionInWords } from '../../server/decisions/schema.ts';
import {
  type CaseOffice,
  forwarded,
  mother,
  openCaseOffice,
  type Problem,
  son,
  submitted,
} from '../applications/case-office.ts';
import { forEachDatabase } from '../support/databases.ts';

const han = /\p{Script=Han}/u;

describe('A decision on an application, made again', () => {
  forEachDatabase((_name, open) => {
    let office: CaseOffice;
    beforeEach(async () => {
      office = await openCaseOffice(await open());
    });
    afterEach(() => office.close());

    const read = async (id: string, decisionId: string, username = 'officer') => {
      const answer = await office
        .as(username)
        .get<DecisionInWords & Problem>(`/api/applications/${id}/decisions/${decisionId}`);
      expect(answer.status, JSON.stringify(answer.body)).to.equal(200);
      return answer.body;
    };
    const approve = async ({ id, version }: Application, conditions?: object) => {
      const answer = await office
        .as('baimaoling.approver')
        .post<Application>(`/api/applications/${id}/prison-review`, {
          version,
          decision: 'approve',
          note: '同意',
          ...(conditions ? { conditions } : {}),
        });
      expect(answer.status, JSON.stringify(answer.body)).to.equal(200);
      return answer.body;
    };
    const codesOf = ({ replayed }: DecisionInWords) => replayed?.differences.map(({ code }) => code);
    const tamper = async (id: string, step: string, from: string, to: string) => {
      const rows = office.foundation.db('decision_records').where({ subject_id: id, step });
      const { record } = await rows.clone().first();
      expect(record).to.include(from);
      await rows.clone().update({ record: record.replaceAll(from, to) });
    };

    it('is the same for the acceptance and for each step, in words in both languages, with its rules', async () => {
      const application = await approve(await forwarded(office, { visitors: [mother, son] }));
      office.clock.advance({ days: 30 });
      const accepted = await read(application.id, 'acceptance', 'auditor');
      const all = await office
        .as('auditor')
        .get<DecisionInWords[]>(`/api/applications/${application.id}/decisions`);
      expect(all.body.map(({ step }) => step)).to.deep.equal(['submit', 'forward', 'approve']);
      expect(accepted).to.deep.include({ step: 'submit', decidedAt: application.createdAt });
      expect(accepted.replayed).to.deep.include({ same: true, differences: [] });
      expect(accepted.asked[0]?.zh).to.include('会见人 2 人');
      expect(accepted.answer).to.deep.equal({
        zh: '区级初审中，下一步应于 2026-11-26 17:00 前办理',
        en: 'In district review; the next step is due by 2026-11-26 17:00',
      });
      const limit = accepted.rulesUsed.find(({ key }) => key === 'max_visitors');
      expect(limit).to.deep.include({ words: { zh: '3 人', en: '3 people' }, confirmed: false });
      const degrees = accepted.rulesUsed.find(({ key }) => key === 'allowed_degrees');
      expect(degrees?.words.en).to.equal('Near relative, Guardian');
      for (const { id, decision } of application.decisions) {
        const shown = await read(application.id, id, 'baimaoling.approver');
        expect(shown).to.include({ id, step: decision });
        expect(shown.replayed?.same, decision).to.equal(true);
        expect(shown.asked[0]?.zh).to.match(han);
        for (const { en } of [...shown.asked, shown.answer]) expect(en).to.not.match(han);
      }
    });

    it('is the same for a refusal and for papers that are asked for', async () => {
      const { id, version } = await submitted(office);
      const asked = await office
        .as('supervisor')
        .post<Application>(`/api/applications/${id}/district-review`, {
          version,
          decision: 'ask_supplement',
          reasonCode: 'documents_incomplete',
          note: '请带户口簿',
        });
      const [decision] = asked.body.decisions;
      const shown = await read(id, decision?.id ?? '');
      expect([shown.step, shown.replayed?.same]).to.deep.equal(['ask_supplement', true]);
      const refused = await forwarded(office, { prisonerId: await office.prisonerId('BML-20210017') });
      const answer = await office
        .as('baimaoling.approver')
        .post<Application>(`/api/applications/${refused.id}/prison-review`, {
          version: refused.version,
          decision: 'refuse',
          reasonCode: 'safety',
        });
      const last = answer.body.decisions.at(-1);
      expect((await read(refused.id, last?.id ?? '')).replayed?.same).to.equal(true);
    });

    it('keeps the conditions of an approval', async () => {
      const application = await approve(await forwarded(office), { durationMinutes: 20 });
      const shown = await read(application.id, application.decisions.at(-1)?.id ?? '');
      expect(shown.replayed?.same).to.equal(true);
      expect(shown.answer.zh).to.include('20分钟');
    });

    it('is not the same once a fact of it was changed', async () => {
      const application = await forwarded(office);
      const forward = application.decisions[0]?.id ?? '';
      await tamper(
        application.id,
        'forward',
        '\\"category\\":\\"ordinary\\"',
        '\\"category\\":\\"foreign_national\\"',
      );
      const shown = await read(application.id, forward);
      expect(codesOf(shown)).to.deep.equal(['facts_differ', 'answer_differs']);
      expect(shown.replayed?.answer.en).to.include('rule 2d');
      await tamper(
        application.id,
        'submit',
        '\\"relationship\\":\\"parent\\"',
        '\\"relationship\\":\\"cousin\\"',
      );
      const accepted = await read(application.id, 'acceptance');
      expect(codesOf(accepted)).to.deep.equal(['facts_differ', 'answer_differs']);
    });

    it('is not the same once a rule of it was changed, though no answer changes', async () => {
      const application = await forwarded(office);
      await office.foundation.db('rules').where({ key: 'four_eyes_district' }).update({ value: 'false' });
      const shown = await read(application.id, application.decisions[0]?.id ?? '');
      expect(shown.replayed?.same).to.equal(false);
      expect(codesOf(shown)).to.deep.equal(['rule_differs']);
      expect(shown.replayed?.differences[0]?.text.zh).to.include('作出决定时为是，现存记录为否');
    });

    it('of a time at which nothing was kept is told by its rules alone', async () => {
      const application = await forwarded(office);
      await office.foundation.db('decision_records').delete();
      const shown = await read(application.id, application.decisions[0]?.id ?? '');
      expect(shown.replayed).to.equal(null);
      expect(shown.answer).to.deep.equal({ zh: '转送监狱', en: 'Forwarded to the prison' });
      expect(shown.rulesUsed).to.have.length(2);
      const missing = await office
        .as('officer')
        .get<Problem>(`/api/applications/${application.id}/decisions/acceptance`);
      expect([missing.status, missing.body.code]).to.deep.equal([404, 'not_found']);
    });

    it('is nothing to another prison, and of no other application', async () => {
      const [one, other] = [
        await forwarded(office),
        await submitted(office, { prisonerId: await office.prisonerId('BML-20210017') }),
      ];
      const decisionId = one.decisions[0]?.id ?? '';
      for (const [username, id] of [
        ['juntianhu.approver', one.id],
        ['officer', other.id],
      ] as const) {
        const answer = await office.as(username).get(`/api/applications/${id}/decisions/${decisionId}`);
        expect(answer.status).to.equal(404);
      }
    });

    it('keeps nobody’s name or identity number', async () => {
      const { id } = await approve(await forwarded(office, { visitors: [mother, son] }), {
        interpreterRequired: true,
        interpreter: '李翻译',
      });
      const records = await office.foundation
        .db('decision_records')
        .where({ subject_id: id })
        .pluck('record');
      expect(records).to.have.length(3);
      for (const record of records) {
        expect(record).to.not.match(han);
        expect(record).to.not.include(mother.idNumber).and.not.include(mother.idNumber.slice(0, 6));
      }
    });
  });
});
