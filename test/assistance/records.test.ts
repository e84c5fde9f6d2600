import { expect } from 'chai';
import { inTransaction } from '../../db/connection.ts';
import { assistanceRoutes } from '../../server/assistance/index.ts';
import type { AssistanceSession, RecordsOfSession } from '../../server/assistance/schema.ts';
import { bookVisit } from '../../server/bookings/book-visit.ts';
import { loadBooking } from '../../server/bookings/index.ts';
import type { Foundation } from '../../server/foundation.ts';
import { planVisit } from '../../server/visits/plan-visit.ts';
import { insertVisit, updateVisit } from '../../server/visits/tables.ts';
import type { Ended } from '../../server/visits/visit-state.ts';
import { addApplication, emptyCalendar, officer, seedDistrict } from '../bookings/a-district.ts';
import { serveAsAnyone } from '../bookings/serve-as-anyone.ts';
import { forEachDatabase, type TestDatabase } from '../support/databases.ts';
import { openTestFoundation } from '../support/foundation.ts';
import { testClock } from '../support/test-clock.ts';

const booked = '2026-11-03T01:00:00.000Z';
const clock = testClock(booked);
const at = (date: string, time = '08:30') => new Date(`${date}T${time}:00+08:00`).toISOString();
type Problem = { code: string; title: string };

describe('The record of an assistance session', () => {
  forEachDatabase((_name, open) => {
    let database: TestDatabase;
    let foundation: Foundation;
    let served: Awaited<ReturnType<typeof serveAsAnyone>>;
    beforeEach(async () => {
      clock.set(booked);
      database = await open();
      foundation = await openTestFoundation(database, clock);
      await seedDistrict(foundation);
      served = await serveAsAnyone(foundation, assistanceRoutes(foundation));
    });
    afterEach(async () => {
      await served.close();
      await emptyCalendar(database.db).catch(() => undefined);
      await foundation.ledger.headsKept();
      await database.close();
    });

    const ended: Ended = {
      name: 'ended',
      keys: {},
      at: at('2026-11-10', '09:00'),
      outcome: 'COMPLETED_NORMALLY',
      talkedMs: 29 * 60_000,
      forfeited: false,
      stop: null,
    };
    const session = async (
      state: Ended | null = ended,
      {
        kind = 'assistance_session',
        time = '08:30',
      }: { kind?: 'assistance_session' | 'family_visit'; time?: string } = {},
    ): Promise<string> => {
      const { db } = database;
      const applicationId = await addApplication(foundation, { kind });
      const id = await bookVisit(foundation, officer, {
        applicationId,
        startsAt: at('2026-11-10', time),
        visitRoomId: 'room-1',
        terminalId: 'wujiawa-terminal-1',
      });
      const booking = await loadBooking(db, id);
      if (booking === undefined) throw new Error('no booking');
      const plan = await planVisit(db, booking);
      await inTransaction(db, async (trx) => {
        await insertVisit(trx, plan, booking.startsAt);
        if (state) await updateVisit(trx, { plan, state, version: 1, at: state.at });
      });
      return id;
    };
    const words = {
      topics: '谈家中近况，鼓励参加技能培训。',
      sixMusts: ['plan_for_release', 'ask_state_of_mind'],
      attitude: 'cooperative',
      followUp: '一个月内联系街道落实低保。',
    };
    const ask = <T>(
      method: 'GET' | 'POST',
      path: string,
      body?: unknown,
      role = 'district_officer',
      prison = '',
    ) => served.client.request<T & Problem>(method, path, body, { cookie: `role=${role}; prison=${prison}` });
    const write = (id: string, changed: object = {}, role?: string, prison?: string) =>
      ask<RecordsOfSession>(
        'POST',
        `/api/visits/${id}/assistance-records`,
        { ...words, ...changed },
        role,
        prison,
      );
    const list = async (state = 'to_write', role?: string, prison?: string) =>
      (
        await ask<{ sessions: AssistanceSession[] }>(
          'GET',
          `/api/assistance-sessions?state=${state}`,
          undefined,
          role,
          prison,
        )
      ).body.sessions.map(({ visit }) => visit.id);

    it('is asked for until it is written, and kept with who wrote it and when', async () => {
      const id = await session();
      expect(await list()).to.deep.equal([id]);
      clock.set(at('2026-11-10', '10:00'));
      const answer = await write(id);
      expect(answer.status).to.equal(201);
      expect(answer.body.session).to.deep.include({ talkedMinutes: 29 });
      expect(answer.body.records).to.have.length(1);
      expect(answer.body.records[0]).to.deep.include({
        topics: words.topics,
        sixMusts: ['ask_state_of_mind', 'plan_for_release'],
        attitude: 'cooperative',
        writtenBy: officer.displayName,
        writtenAt: at('2026-11-10', '10:00'),
        correctsId: null,
      });
      expect([await list(), await list('written')]).to.deep.equal([[], [id]]);
    });

    it('is in the prison’s book with its codes and a sum, and none of its words', async () => {
      await write(await session());
      const row = await database.db('ledger_entries').where({ kind: 'assistance_recorded' }).first();
      const { facts, subjects } = JSON.parse(row.entry);
      expect(facts).to.deep.include({
        sixMusts: ['ask_state_of_mind', 'plan_for_release'],
        attitude: 'cooperative',
      });
      expect(facts.sha256).to.match(/^[0-9a-f]{64}$/);
      expect(subjects.map(({ kind }: { kind: string }) => kind)).to.deep.equal([
        'visit',
        'application',
        'prisoner',
      ]);
      expect(row.entry).not.to.include('技能').and.not.to.include('低保');
    });

    it('is corrected by another that points at it; the old one stays', async () => {
      const id = await session();
      const first = (await write(id)).body.records[0]?.id;
      const corrected = await write(id, { topics: '更正：谈的是就业安置。', correctsId: first });
      expect(corrected.body.records.map(({ topics }) => topics)).to.deep.equal([
        '更正：谈的是就业安置。',
        words.topics,
      ]);
      expect(corrected.body.records[0]?.correctsId).to.equal(first);
      expect((await write(id, { correctsId: first })).body.code).to.equal('record_corrected_already');
      const again = await write(id, { correctsId: corrected.body.records[0]?.id });
      expect(again.body.records).to.have.length(3);
      expect(
        await database.db('ledger_entries').where({ kind: 'assistance_record_corrected' }),
      ).to.have.length(2);
    });

    it('is refused where there is none to write, and nothing is changed', async () => {
      const running = await session(null);
      const never = await session(
        { ...ended, talkedMs: null, outcome: 'VISITOR_DID_NOT_ARRIVE' },
        { time: '09:15' },
      );
      const family = await session(ended, { kind: 'family_visit', time: '10:00' });
      expect(await list()).to.deep.equal([]);
      const unwritten = await session(ended, { time: '10:45' });
      const entries = () => database.db('ledger_entries').pluck('kind');
      const before = await entries();
      for (const [id, changed, status, code] of [
        [running, {}, 409, 'session_not_over'],
        [never, {}, 409, 'session_did_not_take_place'],
        [family, {}, 409, 'no_assistance_session'],
        ['nothing', {}, 404, 'not_found'],
        [running, { topics: ' ' }, 400, 'malformed_request'],
        [running, { sixMusts: ['seventh'] }, 400, 'malformed_request'],
        [running, { attitude: 'angry' }, 400, 'malformed_request'],
      ] as const) {
        const answer = await write(id, changed);
        expect([answer.status, answer.body.code], code).to.deep.equal([status, code]);
      }
      expect((await write(unwritten, { correctsId: 'x' })).body.code).to.equal('no_record_to_correct');
      expect(await database.db('assistance_records')).to.deep.equal([]);
      expect(await entries()).to.deep.equal(before);
    });

    it('is written once when two write it at the same moment', async () => {
      const id = await session();
      const answers = await Promise.all([write(id), write(id), write(id)]);
      expect(answers.map(({ status }) => status).sort()).to.deep.equal([201, 409, 409]);
      expect(await database.db('assistance_records')).to.have.length(1);
    });

    it('is written by the district, read by its own prison, and of auditors without a name', async () => {
      const id = await session();
      for (const [role, prison] of [
        ['prison_officer', 'wujiawa'],
        ['prison_approver', 'wujiawa'],
        ['auditor', ''],
      ]) {
        expect((await write(id, {}, role, prison)).status, role).to.equal(403);
      }
      await write(id, {}, 'district_supervisor');
      const path = `/api/visits/${id}/assistance-records`;
      expect((await ask('GET', path, undefined, 'prison_officer', 'wujiawa')).status).to.equal(200);
      expect((await ask('GET', path, undefined, 'prison_officer', 'sichahe')).status).to.equal(404);
      expect(await list('written', 'prison_approver', 'sichahe')).to.deep.equal([]);
      const seen = await ask<RecordsOfSession>('GET', path, undefined, 'auditor');
      expect(seen.body.session.prisoner.name).to.equal('某*');
      expect(seen.body.actions.write).to.include({ allowed: false });
    });
  });
});
