import { expect } from 'chai';
import type { Booking, BookingDecision } from '../../server/bookings/schema.ts';
import type { DecisionInWords, Replayed } from '../../server/decisions/schema.ts';
import { at, change, openRuleOffice, type RuleOffice } from '../rules/a-rule-office.ts';
import { forEachDatabase } from '../support/databases.ts';
import { addApplication, addVisitor } from './a-district.ts';

describe('The decision of a booking, made again', () => {
  forEachDatabase((_name, open) => {
    let office: RuleOffice;
    before(async () => {
      office = await openRuleOffice(open);
    });
    after(() => office.close());
    afterEach(async () => {
      await office.database.db('decision_records').delete();
      await office.startAgain();
    });

    const place = { visitRoomId: 'room-1', terminalId: 'wujiawa-terminal-1' };
    const book = async (startsAt = at('2026-09-15')) => {
      const visitorIds = [await addVisitor(office.foundation)];
      const applicationId = await addApplication(office.foundation, { visitorIds });
      const booked = await office.as('district_officer')<Booking>('POST', '/api/bookings', {
        applicationId,
        startsAt,
        ...place,
      });
      expect(booked.status, JSON.stringify(booked.body)).to.equal(201);
      return booked.body;
    };
    const decisionsOf = async ({ id }: Booking): Promise<DecisionInWords[]> => {
      const answer = await office.as('auditor')<BookingDecision>('GET', `/api/bookings/${id}/decision`);
      expect(answer.status, JSON.stringify(answer.body)).to.equal(200);
      return answer.body.decisions;
    };
    const replayOf = async (booking: Booking): Promise<Replayed> => {
      const [latest] = await decisionsOf(booking);
      if (!latest?.replayed) throw new Error('nothing was kept');
      return latest.replayed;
    };
    const codesOf = ({ differences }: Replayed) => differences.map(({ code }) => code);
    /** As somebody with the database in hand would. */
    const tamper = async (id: string, from: string, to: string) => {
      const rows = office.database.db('decision_records').where({ subject_id: id });
      const { record } = await rows.clone().first();
      expect(record).to.include(from);
      await rows.clone().update({ record: record.replaceAll(from, to) });
    };

    it('gives the same answer, whatever the rules have become', async () => {
      const booking = await book();
      await office.as('administrator')('POST', '/api/rules', { ...change, effectiveFrom: '2026-09-07' });
      office.clock.advance({ days: 40 });
      const [decision] = await decisionsOf(booking);
      expect(decision?.replayed).to.deep.include({ same: true, differences: [] });
      expect(decision?.replayed?.answer).to.deep.equal(decision?.answer);
      expect(decision?.answer).to.deep.equal({
        zh: '予以安排：2026-09-15 08:30 至 09:00，会见室和终端占用至 09:15',
        en: 'Given: 2026-09-15 08:30 to 09:00, room and terminal taken until 09:15',
      });
      expect(decision?.asked).to.deep.equal([
        { zh: '远程会见，2026-09-15 08:30 开始', en: 'Family visit, to begin at 2026-09-15 08:30' },
        {
          zh: '当月其他会见：远程 0 次、现场 0 次；特别批准增加 0 次',
          en: 'Other visits of the month: 0 remote, 0 on site; granted in addition: 0',
        },
      ]);
      const duration = decision?.rulesUsed.find(({ key }) => key === 'duration_minutes');
      expect(duration?.words).to.deep.equal({ zh: '30 分钟', en: '30 minutes' });
    });

    it('is kept for a move beside the one before it', async () => {
      const { id, version } = await book();
      const body = { ...place, version, startsAt: at('2026-09-16', '09:15') };
      const moved = await office.as('district_officer')<Booking>('POST', `/api/bookings/${id}/move`, body);
      const decisions = await decisionsOf(moved.body);
      expect(decisions.map(({ step, replayed }) => [step, replayed?.same])).to.deep.equal([
        ['move', true],
        ['book', true],
      ]);
    });

    it('is not the same once a fact was changed: the answer differs, and the ledger tells', async () => {
      const booking = await book();
      await tamper(booking.id, '\\"remote\\":0', '\\"remote\\":7');
      const replayed = await replayOf(booking);
      expect(replayed.same).to.equal(false);
      expect(codesOf(replayed)).to.deep.equal(['facts_differ', 'answer_differs']);
      expect(replayed.answer.zh).to.include('7');
      expect(replayed.answer.en).to.not.match(/[{}\p{Script=Han}]/u);
    });

    it('is not the same even if the change of a fact would not change the answer', async () => {
      const booking = await book();
      await tamper(booking.id, '2026-09-07T01:00:00.000Z', '2026-09-07T01:00:01.000Z');
      expect(codesOf(await replayOf(booking))).to.deep.equal(['facts_differ']);
    });

    it('is not the same once a rule that it was made by was changed or is gone', async () => {
      const booking = await book();
      const { db } = office.database;
      const turnover = db('rules').where({ key: 'turnover_minutes' });
      const [row] = await turnover.clone();
      await turnover.clone().update({ value: '20' });
      try {
        const replayed = await replayOf(booking);
        expect(codesOf(replayed)).to.deep.equal(['rule_differs', 'answer_differs']);
        expect(replayed.differences[0]?.text).to.deep.equal({
          zh: '“场次间隔”作出决定时为15 分钟，现存记录为20 分钟。',
          en: '“Turnover between visits” was 15 minutes when the decision was made; the record now says 20 minutes.',
        });
        await turnover.clone().update({ id: 'another' });
        expect(codesOf(await replayOf(booking))).to.include('rule_differs');
      } finally {
        await db('rules').where({ key: 'turnover_minutes' }).update({ id: row.id, value: row.value });
      }
      expect((await replayOf(booking)).same).to.equal(true);
    });

    it('cannot be made again of a record that is broken, and says so', async () => {
      const booking = await book();
      await tamper(booking.id, '\\"remote\\":0', '\\"remote\\":');
      const replayed = await replayOf(booking);
      expect(replayed.same).to.equal(false);
      expect(codesOf(replayed)).to.deep.equal(['facts_differ', 'not_possible']);
    });

    it('of a time at which nothing was kept is told by its rules alone', async () => {
      const booking = await book();
      await office.database.db('decision_records').delete();
      const answer = await office.as('auditor')<BookingDecision>(
        'GET',
        `/api/bookings/${booking.id}/decision`,
      );
      expect(answer.body.decisions).to.deep.equal([]);
      expect(answer.body.rulesUsed).to.have.length.above(3);
    });

    it('keeps ids, days and codes, and nobody’s name', async () => {
      const booking = await book();
      const { record } = await office.database.db('decision_records').first();
      expect(booking.visitors[0]?.name).to.match(/\p{Script=Han}/u);
      expect(record).to.not.match(/\p{Script=Han}/u);
    });
  });
});
