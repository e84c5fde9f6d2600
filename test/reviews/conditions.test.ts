import { expect } from 'chai';
import type { Application } from '../../server/applications/schema.ts';
import { noConditions } from '../../server/reviews/conditions.ts';
import { type ConditionFacts, decideConditions } from '../../server/reviews/decide-conditions.ts';
import { prisonReviewBody } from '../../server/reviews/schema.ts';
import {
  type CaseOffice,
  forwarded,
  mother,
  openCaseOffice,
  type Problem,
} from '../applications/case-office.ts';
import { forEachDatabase } from '../support/databases.ts';
import { idNumberOf } from '../support/id-numbers.ts';

type Answered = Application & Problem;

describe('The conditions of an approval', () => {
  const facts: ConditionFacts = {
    language: 'mandarin',
    interpreter: '',
    exceptions: [],
    durationMinutes: 30,
    allowedLanguages: ['mandarin', 'shanghainese'],
  };
  const codeOf = (conditions: object, given: Partial<ConditionFacts> = {}) =>
    decideConditions({ ...noConditions, ...conditions }, { ...facts, ...given })?.code;

  it('may be none at all', () => {
    expect(codeOf({})).to.equal(undefined);
  });

  it('shorten the visit and never lengthen it', () => {
    expect(codeOf({ durationMinutes: 29 })).to.equal(undefined);
    expect(codeOf({ durationMinutes: 30 })).to.equal('condition_not_shorter');
    expect(codeOf({ durationMinutes: 45 })).to.equal('condition_not_shorter');
    expect(codeOf({ durationMinutes: 30 }, { durationMinutes: 45 })).to.equal(undefined);
  });

  it('name an interpreter, or require one, for a language that is not among the allowed ones', () => {
    expect(codeOf({ language: 'shanghainese' })).to.equal(undefined);
    expect(codeOf({ language: 'sign_language' })).to.equal('condition_needs_interpreter');
    expect(codeOf({ language: 'sign_language', interpreterRequired: true })).to.equal(undefined);
    expect(codeOf({ language: 'sign_language' }, { interpreter: '周老师' })).to.equal(undefined);
    expect(codeOf({}, { language: 'foreign_language' })).to.equal('condition_needs_interpreter');
    expect(codeOf({}, { language: 'foreign_language', allowedLanguages: ['foreign_language'] })).to.equal(
      undefined,
    );
  });

  it('grant an exception to each wider relative by name, and to nobody who needs none', () => {
    const exceptions = [{ visitorId: 'cousin', position: 2 }];
    const refusal = decideConditions(noConditions, { ...facts, exceptions });
    expect(refusal?.code).to.equal('exception_not_granted');
    expect(refusal?.say('zh')).to.include('第 2 名');
    expect(codeOf({ exceptionsFor: ['cousin'] }, { exceptions })).to.equal(undefined);
    expect(codeOf({ exceptionsFor: ['cousin', 'mother'] }, { exceptions })).to.equal('exception_not_asked');
    expect(codeOf({ exceptionsFor: ['mother'] })).to.equal('exception_not_asked');
  });

  it('are of an approval alone, and an interpreter who is named is required', () => {
    const approve = { version: 1, decision: 'approve' };
    const parses = (body: object) => prisonReviewBody.safeParse(body).success;
    expect(parses(approve)).to.equal(true);
    expect(parses({ ...approve, conditions: { durationMinutes: 20 } })).to.equal(true);
    expect(parses({ ...approve, conditions: { durationMinutes: 0 } })).to.equal(false);
    expect(parses({ ...approve, conditions: { language: 'klingon' } })).to.equal(false);
    expect(parses({ ...approve, conditions: { interpreter: '周老师' } })).to.equal(false);
    expect(parses({ ...approve, conditions: { interpreter: '周老师', interpreterRequired: true } })).to.equal(
      true,
    );
    const refuse = { version: 1, decision: 'refuse', reasonCode: 'documents_doubtful' };
    expect(parses({ ...refuse, conditions: { durationMinutes: 20 } })).to.equal(false);
  });
});

describe('An approval with conditions', () => {
  forEachDatabase((_name, open) => {
    let office: CaseOffice;
    beforeEach(async () => {
      office = await openCaseOffice(await open());
    });
    afterEach(() => office.close());

    const approve = ({ id, version }: Application, request: object) =>
      office.as('baimaoling.approver').post<Answered>(`/api/applications/${id}/prison-review`, {
        version,
        decision: 'approve',
        ...request,
      });

    it('is kept with the decision and tells on what terms the visit takes place', async () => {
      const application = await forwarded(office);
      expect(application.terms).to.deep.equal({
        language: 'mandarin',
        languageAppliedFor: null,
        interpreterRequired: false,
        interpreter: '',
        durationMinutes: null,
        exceptionsFor: [],
        note: '',
      });
      const conditions = {
        durationMinutes: 20,
        language: 'sign_language',
        interpreterRequired: true,
        interpreter: '周老师',
      };
      const { body } = await approve(application, { conditions, note: '请提前半小时到场' });
      expect(body.state).to.equal('approved');
      expect(body.decisions.at(-1)?.conditions).to.deep.equal({ ...conditions, exceptionsFor: [] });
      expect(body.terms).to.deep.equal({
        language: 'sign_language',
        languageAppliedFor: 'mandarin',
        interpreterRequired: true,
        interpreter: '周老师',
        durationMinutes: 20,
        exceptionsFor: [],
        note: '请提前半小时到场',
      });
      const entry = await office.lastEntry('baimaoling');
      expect(entry.facts.conditions).to.deep.equal({
        durationMinutes: 20,
        language: 'sign_language',
        interpreterRequired: true,
        exceptionsFor: [],
      });
      expect(JSON.stringify(entry)).not.to.include('周老师').and.not.include('请提前');
      expect(JSON.stringify(entry.rules)).to.include('duration_minutes').and.include('allowed_languages');
      const audited = await office.as('auditor').get(`/api/applications/${application.id}`);
      expect(audited.body.terms.interpreter).to.equal('周**');
    });

    it('without any leaves no trace of conditions', async () => {
      const { body } = await approve(await forwarded(office), {
        conditions: { language: 'mandarin' },
      });
      expect(body.decisions.at(-1)?.conditions).to.equal(null);
      expect(body.terms.languageAppliedFor).to.equal(null);
      expect((await office.lastEntry('baimaoling')).facts).not.to.have.property('conditions');
    });

    it('of an exception is granted expressly, visitor by visitor, and tells whose it was', async () => {
      const cousin = {
        ...mother,
        name: '孙建国',
        idNumber: idNumberOf('1962-05-11', 77),
        relationship: 'cousin',
        exceptionReason: '由其抚养成人',
      };
      const application = await forwarded(office, { visitors: [mother, cousin] });
      const visitorId = application.visitors[1]?.id ?? '';
      const before = await office.everything();
      const silent = await approve(application, {});
      expect([silent.status, silent.body.code]).to.deep.equal([422, 'exception_not_granted']);
      expect(await office.everything()).to.equal(before);
      const { body } = await approve(application, { conditions: { exceptionsFor: [visitorId] } });
      expect(body.state).to.equal('approved');
      expect(body.terms.exceptionsFor).to.deep.equal([visitorId]);
      expect((await office.lastEntry('baimaoling')).facts.conditions).to.deep.include({
        exceptionsFor: [visitorId],
      });
    });

    it('of an exception is not for whoever proposed it, whatever they have become since', async () => {
      const uncle = {
        ...mother,
        idNumber: idNumberOf('1962-05-11', 78),
        relationship: 'uncle_or_aunt',
        exceptionReason: '由其抚养成人',
      };
      const application = await forwarded(office, { visitors: [uncle] });
      const { db } = office.foundation;
      await db('staff')
        .where({ username: 'officer' })
        .update({ role: 'prison_approver', prison_id: 'baimaoling' });
      const answer = await office
        .as('officer')
        .post<Answered>(`/api/applications/${application.id}/prison-review`, {
          version: application.version,
          decision: 'approve',
          conditions: { exceptionsFor: [application.visitors[0]?.id] },
        });
      expect([answer.status, answer.body.code]).to.deep.equal([403, 'exception_four_eyes']);
    });

    it('that the rules do not allow is refused, names the rule and changes nothing', async () => {
      const application = await forwarded(office);
      const before = await office.everything();
      const longer = await approve(application, { conditions: { durationMinutes: 30 } });
      expect([longer.status, longer.body.code]).to.deep.equal([422, 'condition_not_shorter']);
      expect(longer.body.title).to.include('30').and.include('rule 7');
      const unheard = await approve(application, { conditions: { language: 'foreign_language' } });
      expect([unheard.status, unheard.body.code]).to.deep.equal([422, 'condition_needs_interpreter']);
      expect(await office.everything()).to.equal(before);
    });
  });
});
