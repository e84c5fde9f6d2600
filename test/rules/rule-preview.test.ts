import { expect } from 'chai';
import type { Booking, BookingDecision } from '../../server/bookings/schema.ts';
import type { RulePreview } from '../../server/rules/schema.ts';
import { addApplication, addPrisoner, addVisitor, officer } from '../bookings/a-district.ts';
import { forEachDatabase } from '../support/databases.ts';
import { at, change, everywhere, lenient, openRuleOffice, type RuleOffice } from './a-rule-office.ts';

describe('The preview of a rule change', () => {
  forEachDatabase((_name, open) => {
    let office: RuleOffice;
    before(async () => {
      office = await openRuleOffice(open);
    });
    after(() => office.close());
    afterEach(() => office.startAgain());

    const add = async (changed: object) => {
      const answer = await office.as('administrator')('POST', '/api/rules', { ...change, ...changed });
      expect(answer.status, JSON.stringify(answer.body)).to.equal(201);
    };
    const book = async (
      applicationId: string,
      startsAt: string,
      [visitRoomId, terminalId] = ['room-1', 'wujiawa-terminal-1'],
    ) => {
      const body = { applicationId, startsAt, visitRoomId, terminalId };
      const booked = await office.as('district_officer')<Booking>('POST', '/api/bookings', body);
      expect(booked.status, JSON.stringify(booked.body)).to.equal(201);
      return booked.body;
    };
    const preview = async (changed: object) => {
      const before = [await office.traces(), await office.database.db('bookings').orderBy('id')];
      const asked = { ...change, ...changed };
      const answer = await office.as('administrator')<RulePreview>('POST', '/api/rules/preview', asked, {
        'accept-language': 'en',
      });
      expect(answer.status, JSON.stringify(answer.body)).to.equal(200);
      expect([await office.traces(), await office.database.db('bookings').orderBy('id')]).to.deep.equal(
        before,
      );
      return {
        lookedAt: answer.body.lookedAt,
        unfit: answer.body.unfit.map(({ number, reason }) => [number, reason.code]),
        body: answer.body,
      };
    };

    it('finds those in slots that would be no more, or longer than the time to the next', async () => {
      const early = await book(await addApplication(office.foundation), at('2026-09-15', '08:30'));
      const next = await book(await addApplication(office.foundation), at('2026-09-15', '09:15'));
      await book(await addApplication(office.foundation), at('2026-09-16', '08:30'));
      await book(await addApplication(office.foundation), at('2026-09-11', '09:15'));
      const longer = await preview({ value: 45 });
      expect(longer.lookedAt).to.equal(3);
      expect(longer.unfit).to.deep.equal([
        [early.number, 'visit_room_taken'],
        [next.number, 'between_slots'],
      ]);
      expect(longer.body.unfit[0]).to.deep.include({
        bookingId: early.id,
        prisonId: 'wujiawa',
        startsAt: early.startsAt,
      });
      const shorter = await preview({ key: 'turnover_minutes', value: 10 });
      expect(shorter.unfit).to.deep.equal([[next.number, 'between_slots']]);
      expect((await preview({ value: 60, scope: { kind: 'prison', id: 'sichahe' } })).lookedAt).to.equal(0);
      expect((await preview({ value: 180 })).unfit, 'one visit fills the morning').to.deep.equal([
        [early.number, 'visit_room_taken'],
        [next.number, 'outside_visit_hours'],
      ]);
    });

    it('finds those beyond the quota, the later ones of a month', async () => {
      const prisonerId = await addPrisoner(office.foundation, { grade: 'lenient' });
      await book(await addApplication(office.foundation, { prisonerId }), at('2026-09-15'));
      const second = await book(await addApplication(office.foundation, { prisonerId }), at('2026-09-17'));
      await book(await addApplication(office.foundation), at('2026-09-18'));
      const visits = { key: 'visits_per_month', value: 1, scope: lenient };
      const { lookedAt, unfit } = await preview(visits);
      expect([lookedAt, unfit]).to.deep.equal([2, [[second.number, 'quota_used']]]);
      const wide = await preview({ ...visits, value: 0, scope: everywhere });
      expect([wide.lookedAt, wide.unfit], 'each grade has a value of its own').to.deep.equal([3, []]);
    });

    it('finds those of too many visitors, and those too far ahead', async () => {
      const visitorIds = [await addVisitor(office.foundation), await addVisitor(office.foundation)];
      const two = await book(await addApplication(office.foundation, { visitorIds }), at('2026-09-15'));
      const far = await book(await addApplication(office.foundation), at('2026-09-30'));
      expect((await preview({ key: 'max_visitors', value: 1 })).unfit).to.deep.equal([
        [two.number, 'too_many_visitors'],
      ]);
      expect((await preview({ key: 'max_lead_days', value: 15 })).unfit).to.deep.equal([
        [far.number, 'too_late'],
      ]);
      expect((await preview({ key: 'min_lead_working_days', value: 20 })).unfit).to.deep.equal([]);
      expect((await preview({ key: 'recording_retention_days', value: 400 })).lookedAt).to.equal(2);
    });

    it('finds those whose people may not come any more: by relationship, category, residence, language', async () => {
      const applicationId = await addApplication(office.foundation);
      const { number } = await book(applicationId, at('2026-09-15'));
      const unfitOf = async (changed: object) => (await preview(changed)).unfit;
      expect(await unfitOf({ key: 'allowed_degrees', value: ['near', 'wider'] })).to.deep.equal([]);
      expect(await unfitOf({ key: 'allowed_degrees', value: ['guardian'] })).to.deep.equal([
        [number, 'visitor_not_allowed'],
      ]);
      expect(await unfitOf({ key: 'allowed_languages', value: ['shanghainese'] })).to.deep.equal([
        [number, 'language_needs_interpreter'],
      ]);
      const parentsOnly = { key: 'category_relationships', value: ['parent'] };
      expect(await unfitOf(parentsOnly), 'it warns only').to.deep.equal([]);
      await add({ ...parentsOnly, effectiveFrom: '2026-09-08' });
      expect(await unfitOf({ key: 'category_restriction_enforced', value: true })).to.deep.equal([
        [number, 'category_bars_visitor'],
      ]);
      const { db } = office.database;
      await db('applications').where({ id: applicationId }).update({ residence: 'elsewhere' });
      const residence = { key: 'residence_in_district_required' };
      await add({ ...residence, value: false, effectiveFrom: '2026-09-08' });
      expect(await unfitOf({ ...residence, value: true })).to.deep.equal([
        [number, 'not_resident_in_district'],
      ]);
      await db('applications').where({ id: applicationId }).update({ residence: 'household' });
      expect(await unfitOf({ ...residence, value: true })).to.deep.equal([]);
    });

    it('leaves out whoever the prison has made an exception for, and a language that is interpreted', async () => {
      const applicationId = await addApplication(office.foundation);
      const [row] = await office.database
        .db('application_visitors')
        .where({ application_id: applicationId })
        .select('visitor_id');
      await office.database
        .db('application_visitors')
        .where({ application_id: applicationId })
        .update({ relationship: 'cousin' });
      await book(applicationId, at('2026-09-15'));
      await office.database.db('application_decisions').insert({
        id: 'approval',
        application_id: applicationId,
        body: 'prison',
        decision: 'approve',
        note: '',
        decided_by: officer.id,
        decided_at: '2026-09-07T00:00:00.000Z',
        rules_used: '[]',
        conditions: JSON.stringify({
          durationMinutes: null,
          language: null,
          interpreterRequired: true,
          interpreter: '',
          exceptionsFor: [row.visitor_id],
        }),
      });
      for (const changed of [
        { key: 'allowed_degrees', value: ['guardian'] },
        { key: 'allowed_languages', value: ['shanghainese'] },
      ])
        expect((await preview(changed)).unfit).to.deep.equal([]);
      expect((await preview({ key: 'wider_relatives_by_exception', value: false })).unfit[0]?.[1]).to.equal(
        'visitor_not_allowed',
      );
      await office.database.db('application_decisions').delete();
    });

    it('says in both languages what would not fit, and finds what comes beside another reason', async () => {
      const visitorIds = [await addVisitor(office.foundation), await addVisitor(office.foundation)];
      await book(await addApplication(office.foundation, { visitorIds }), at('2026-09-15'));
      await add({ key: 'max_visitors', value: 1, effectiveFrom: '2026-09-08' });
      for (const [language, letters] of [
        ['zh', /\p{Script=Han}/u],
        ['en', /^[^\p{Script=Han}]+$/u],
      ] as const)
        for (const changed of [
          { key: 'allowed_degrees', value: ['guardian'] },
          { key: 'allowed_languages', value: ['shanghainese'] },
        ]) {
          const { body } = await office.as('administrator')<RulePreview>(
            'POST',
            '/api/rules/preview',
            { ...change, ...changed },
            {
              'accept-language': language,
            },
          );
          expect(body.unfit).to.have.length(1);
          expect(body.unfit[0]?.reason.text).to.match(letters).and.not.match(/[{}]/);
        }
    });

    it('holds a visit against the rules of its own day, and leaves out the cancelled', async () => {
      await add({ key: 'max_visitors', value: 4, effectiveFrom: '2026-09-20' });
      const visitorIds = [await addVisitor(office.foundation), await addVisitor(office.foundation)];
      const application = () => addApplication(office.foundation, { visitorIds });
      const soon = await book(await application(), at('2026-09-15'));
      await book(await application(), at('2026-09-22'));
      const off = await book(await application(), at('2026-09-16'));
      await office.as('district_officer')('POST', `/api/bookings/${off.id}/cancel`, {
        version: 1,
        reasonCode: 'visitor_cancelled',
      });
      const { lookedAt, unfit } = await preview({ key: 'max_visitors', value: 1 });
      expect([lookedAt, unfit]).to.deep.equal([2, [[soon.number, 'too_many_visitors']]]);
    });

    it('is one thing, the decision of a booking another: that is told with the versions of its moment', async () => {
      const booked = await book(await addApplication(office.foundation), at('2026-09-21'));
      await add({ key: 'max_lead_days', value: 40, effectiveFrom: '2026-09-07' });
      const later = await book(await addApplication(office.foundation), at('2026-09-22'));
      const usedBy = async ({ id }: Booking) => {
        const path = `/api/bookings/${id}/decision`;
        const { body } = await office.as('auditor')<BookingDecision>('GET', path);
        return body.rulesUsed.find(({ key }) => key === 'max_lead_days');
      };
      expect(await usedBy(booked)).to.deep.include({ value: 30, unit: 'days', confirmed: false });
      expect(await usedBy(later)).to.deep.include({
        value: 40,
        source: change.source,
        confirmed: true,
        text: { zh: '最长提前预约', en: 'Book at most this long before' },
      });
      const path = `/api/bookings/${later.id}/decision`;
      expect((await office.as('prison_officer', 'wujiawa')('GET', path)).status).to.equal(200);
      expect((await office.as('prison_officer', 'sichahe')('GET', path)).status).to.equal(404);
      const missing = await office.as('auditor')('GET', '/api/bookings/nothing/decision');
      expect(missing.status).to.equal(404);
    });
  });
});
