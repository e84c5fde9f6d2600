import { expect } from 'chai';
import type { Suspension, SuspensionList, SuspensionsOfVisit } from '../../server/suspensions/schema.ts';
import { addVisitor, officer, setRule, testRuleSource } from '../bookings/a-district.ts';
import { forEachDatabase } from '../support/databases.ts';
import { codeOf, openSuspensionOffice, type SuspensionOffice, today } from './an-office.ts';

describe('A suspension of a visitor', () => {
  forEachDatabase((_name, open) => {
    let office: SuspensionOffice;
    before(async function () {
      this.timeout(60_000);
      office = await openSuspensionOffice(await open());
    });
    after(() => office.close());
    beforeEach(() => office.clock.set(today));

    async function expectRefused(
      [who, path, body]: [string, string, unknown],
      expected: string,
    ): Promise<void> {
      const before = await office.everything();
      for (const language of ['zh', 'en'] as const) {
        const answer = await office.ask(who, 'POST', path, body, language);
        expect(codeOf(answer), `${who} ${path} ${language}`).to.equal(expected);
        expect(answer.body.title).to.not.match(/[{}]/);
      }
      expect(await office.everything()).to.equal(before);
    }
    const proposal = (visitorId: string, changed: object = {}) => ({
      visitorIds: [visitorId],
      reasonCode: 'disorder',
      months: 2,
      ...changed,
    });
    const visitorOf = async (visitId: string) =>
      (await office.ask<SuspensionsOfVisit>('supervisor', 'GET', `/api/visits/${visitId}/suspensions`)).body
        .visitors[0]?.id ?? '';

    it('is proposed, approved from a day on, and lifted, each with its entry of codes alone', async () => {
      const visitId = await office.visit({ reason: 'disorder' });
      const visitorId = await visitorOf(visitId);
      const path = `/api/visits/${visitId}/suspensions`;
      const body = proposal(visitorId, { note: '某乙辱骂民警' });
      const proposed = await office.ask<SuspensionsOfVisit>('wujiawa.officer', 'POST', path, body);
      expect(proposed.status).to.equal(201);
      expect(proposed.body.actions.propose).to.deep.include({ allowed: false, code: 'already_proposed' });
      const [{ id, number } = { id: '', number: '' }] = proposed.body.suspensions;
      expect(number).to.match(/^ZT-2026-\d{6}$/);
      const approved = await office.decide('wujiawa.approver', id, 'approve', {
        from: '2026-11-24',
        note: '',
      });
      expect(approved.body).to.deep.include({
        state: 'in_force',
        from: '2026-11-24',
        to: '2027-01-24',
        months: 2,
        note: '某乙辱骂民警',
      });
      expect(approved.body.actions.lift).to.deep.equal({ allowed: true });
      const lifted = await office.decide('wujiawa.approver', id, 'lift', { note: '已具结悔过' });
      expect(lifted.body).to.deep.include({ state: 'lifted', from: '2026-11-24', to: '2027-01-24' });
      for (const kind of ['suspension_proposed', 'suspension_approved', 'suspension_lifted']) {
        const entry = (await office.entries(kind)).at(-1);
        expect(entry?.facts).to.deep.include({ suspensionId: id, reasonCode: 'disorder', months: 2 });
        expect(entry?.subjects.map((subject) => [subject.kind, subject.id])).to.deep.equal([
          ['visit', visitId],
          ['visitor', visitorId],
        ]);
        expect(entry?.subjects[1]?.commitment).to.be.a('string').and.not.equal('');
        expect(JSON.stringify(entry)).to.not.match(/某乙|辱骂|悔过/);
      }
      const again = await office.ask<SuspensionsOfVisit>('supervisor', 'GET', path);
      expect(again.body.actions.propose).to.deep.equal({ allowed: true });
    });

    it('follows from a stop with its reason, or from a warning, and from nothing else', async () => {
      const noReason = await office.visit();
      const going = await office.visit({ reason: 'disorder', end: false });
      const cases: [string, string][] = [
        [noReason, '409 stop_reason_first'],
        [going, '409 visit_not_over'],
        ['00000000-0000-7000-8000-000000000000', '404 not_found'],
      ];
      for (const [visitId, expected] of cases) {
        const body = proposal('anybody');
        await expectRefused(['supervisor', `/api/visits/${visitId}/suspensions`, body], expected);
      }
      await office.happen(going, {
        type: 'close_without_visit',
        outcome: 'VISITOR_DECLINED_ENTRY',
        note: '',
      });
      const quiet = [
        'supervisor',
        `/api/visits/${going}/suspensions`,
        proposal(await visitorOf(going)),
      ] as const;
      await expectRefused([...quiet], '409 no_violation_recorded');
      const warned = await office.visit({ warned: true });
      expect((await office.proposed(warned)).state).to.equal('proposed');
    });

    it('is refused in its proposal: wrong months, people, prison, words, or twice', async () => {
      const visitId = await office.visit({ reason: 'other' });
      const visitorId = await visitorOf(visitId);
      const path = `/api/visits/${visitId}/suspensions`;
      for (const months of [0, 4, 1.5])
        await expectRefused(['supervisor', path, proposal(visitorId, { months })], '400 malformed_request');
      const { foundation } = office;
      await setRule(foundation, 'suspension_months_least', 2);
      await expectRefused(['supervisor', path, proposal(visitorId, { months: 1 })], '422 months_not_allowed');
      const asked = await office.ask<SuspensionsOfVisit>('supervisor', 'GET', path);
      expect(asked.body.months).to.deep.equal({ least: 2, most: 3 });
      await foundation.db('rules').where({ source: testRuleSource, key: 'suspension_months_least' }).delete();
      const other = proposal(visitorId, { reasonCode: 'other' });
      await expectRefused(['supervisor', path, other], '400 malformed_request');
      const stranger = await addVisitor(office.foundation);
      await expectRefused(
        ['supervisor', path, { ...proposal(visitorId), visitorIds: [visitorId, stranger] }],
        '422 not_of_this_visit',
      );
      await expectRefused(['sichahe.officer', path, proposal(visitorId)], '404 not_found');
      for (const who of ['wujiawa.approver', 'auditor'])
        await expectRefused([who, path, proposal(visitorId)], '403 not_permitted');
      await office.proposed(visitId);
      await expectRefused([officer.id, path, proposal(visitorId)], '409 already_proposed');
    });

    it('is proposed once by two who do so at once', async () => {
      const visitId = await office.visit({ reason: 'disorder' });
      const body = proposal(await visitorOf(visitId));
      const answers = await Promise.all(
        [officer.id, 'supervisor', 'wujiawa.officer'].map((who) =>
          office.ask(who, 'POST', `/api/visits/${visitId}/suspensions`, body),
        ),
      );
      expect(answers.map(codeOf).sort()).to.deep.equal([
        '201 done',
        '409 already_proposed',
        '409 already_proposed',
      ]);
    });

    it('is decided by an approver of the prison alone, not in the past, and not by who proposed it', async () => {
      const { id } = await office.proposed(await office.visit({ reason: 'disorder' }));
      const decisions: [string, object][] = [
        ['approve', { from: '2026-11-24' }],
        ['decline', { note: '证据不足' }],
        ['lift', { note: '提前解除' }],
      ];
      for (const [decision, body] of decisions) {
        const path = `/api/suspensions/${id}/${decision}`;
        await expectRefused(['sichahe.approver', path, body], '404 not_found');
        for (const who of [officer.id, 'supervisor', 'wujiawa.officer', 'auditor'])
          await expectRefused([who, path, body], '403 not_permitted');
      }
      const approve = `/api/suspensions/${id}/approve`;
      await expectRefused(['wujiawa.approver', approve, { from: '2026-11-23' }], '422 begins_in_the_past');
      await expectRefused(['wujiawa.approver', approve, { from: '2026-02-30' }], '400 malformed_request');
      const decline = `/api/suspensions/${id}/decline`;
      await expectRefused(['wujiawa.approver', decline, { note: ' ' }], '400 malformed_request');
      await expectRefused(
        ['wujiawa.approver', `/api/suspensions/${id}/lift`, { note: '解除' }],
        '409 nothing_to_lift',
      );
      // Somebody who proposed it as an officer and has become an approver since.
      await office
        .db('staff')
        .where({ id: 'supervisor' })
        .update({ role: 'prison_approver', prison_id: 'wujiawa' });
      for (const [decision, body] of decisions.slice(0, 2))
        await expectRefused(['supervisor', `/api/suspensions/${id}/${decision}`, body], '403 four_eyes');
      await office
        .db('staff')
        .where({ id: 'supervisor' })
        .update({ role: 'district_supervisor', prison_id: null });
      const declined = await office.decide('wujiawa.approver', id, 'decline', { note: '证据不足' });
      expect(declined.body).to.deep.include({ state: 'declined', from: null, to: null });
      await expectRefused(['wujiawa.approver-2', approve, { from: '2026-11-24' }], '409 already_decided');
    });

    it('is decided once by two approvers at once', async () => {
      const { id } = await office.proposed(await office.visit({ reason: 'disorder' }));
      const answers = await Promise.all([
        office.decide('wujiawa.approver', id, 'approve', { from: '2026-11-24' }),
        office.decide('wujiawa.approver-2', id, 'approve', { from: '2026-11-25' }),
        office.decide('wujiawa.approver-2', id, 'decline', { note: '证据不足' }),
      ]);
      expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 409, 409]);
      expect(await office.db('suspension_decisions').where({ suspension_id: id })).to.have.length(1);
    });

    it('is listed by state and prison as time passes, and shown to nobody of another prison', async () => {
      const { suspension } = await office.suspended({ from: '2026-12-01' });
      const { id } = suspension;
      const listed = async (who: string, query: string) =>
        (await office.ask<SuspensionList>(who, 'GET', `/api/suspensions?${query}`)).body.suspensions?.some(
          (one: Suspension) => one.id === id,
        );
      for (const [moment, state] of [
        [today, 'not_begun'],
        ['2026-11-30T16:00:00.000Z', 'in_force'],
        ['2027-01-01T15:59:00.000Z', 'in_force'],
        ['2027-01-01T16:00:00.000Z', 'over'],
      ] as const) {
        office.clock.set(moment);
        const { body } = await office.ask<Suspension>('auditor', 'GET', `/api/suspensions/${id}`);
        expect(body.state, moment).to.equal(state);
        expect(body.visitor.name).to.equal('某*');
        for (const each of ['proposed', 'not_begun', 'in_force', 'over', 'declined', 'lifted'])
          expect(await listed('supervisor', `state=${each}`), `${moment} ${each}`).to.equal(each === state);
      }
      expect(await listed('supervisor', 'prisonId=wujiawa')).to.equal(true);
      expect(await listed('supervisor', 'prisonId=sichahe')).to.equal(false);
      expect(await listed('sichahe.approver', '')).to.equal(false);
      for (const path of [`/api/suspensions/${id}`, '/api/suspensions?prisonId=wujiawa'])
        expect(codeOf(await office.ask('sichahe.approver', 'GET', path))).to.equal('404 not_found');
    });

    it('of more than three months is refused by the database itself', async () => {
      const { suspension } = await office.suspended();
      const row = await office.db('visitor_suspensions').where({ id: suspension.id }).first();
      for (const [months, expected] of [
        [0, 'refused'],
        [4, 'refused'],
        [3, 'kept'],
      ] as const) {
        const kept = await office
          .db('visitor_suspensions')
          .insert({ ...row, id: `copy-${months}`, number: `copy-${months}`, months })
          .then(
            () => 'kept',
            () => 'refused',
          );
        expect(kept).to.equal(expected);
      }
    });
  });
});
