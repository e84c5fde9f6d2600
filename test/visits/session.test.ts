import { existsSync } from 'node:fs';
import { join as path } from 'node:path';
import { expect } from 'chai';
import { openPendingStops } from '../../server/visits/pending-stops.ts';
import type { NextVisit, SupervisorSnapshot, VisitDetail, VisitList } from '../../server/visits/schema.ts';
import type { VisitState } from '../../server/visits/visit-state.ts';
import type { MediaNode } from '../../sfu/media-node.ts';
import { forEachDatabase, type TestDatabase } from '../support/databases.ts';
import { until } from '../support/until.ts';
import {
  ask,
  hardEndAt,
  minute,
  openVisitHouse,
  send,
  startMediaNode,
  type TestSocket,
  type VisitHouse,
} from './a-visit-house.ts';
import { live as liveState } from './a-visit-plan.ts';
import { timeOfTest } from './times.ts';

describe('The session of a visit', () => {
  forEachDatabase((_name, open) => {
    let database: TestDatabase;
    let house: VisitHouse;
    let mediaNode: MediaNode;
    const time = timeOfTest(minute(0));
    const visitNow = () => house.get<VisitDetail>('officer');
    const openHouse = (left?: string) =>
      openVisitHouse(database, {
        clock: time,
        alarms: time.alarms,
        mediaNode,
        ...(left === undefined ? {} : { visitId: left }),
      });
    const supervise = async (who: 'supervisor' | 'wujiawa.officer') => {
      const socket = await house.connect(who);
      await ask(socket, 'join', { visitId: house.visitId, as: 'supervisor' });
      return socket;
    };
    const codeOf = async (socket: TestSocket, name: string, message: unknown = {}) => {
      const ack = await send(socket, name, message);
      return ack.ok ? 'done' : ack.code;
    };
    /** What a process that was killed left of a visit: the keys turned, live since the start. */
    const leaveLive = async (aliveAt: string) => {
      await house.turnKeys();
      const state = { ...liveState, since: minute(0) } as VisitState;
      await database
        .db('visits')
        .update({ state: 'live', state_facts: JSON.stringify(state), alive_at: aliveAt });
    };

    before(async () => {
      mediaNode = await startMediaNode();
    });
    after(() => mediaNode.close());
    beforeEach(async () => {
      database = await open();
      house = await openHouse();
    });
    afterEach(async () => {
      await house.close();
      await database.close();
    });

    it('lists the day for each body, and shows a prison only its own', async () => {
      const { day, visits } = await house.get<VisitList>('officer', '/api/visits');
      expect(day).to.equal('2026-11-06');
      expect(visits).to.have.length(1);
      expect(visits[0]).to.include({ id: house.visitId, state: 'scheduled', outcome: null });
      const others = await house.get<VisitList>('sichahe.officer', '/api/visits');
      expect(others.visits).to.deep.equal([]);
      expect(await house.get('sichahe.officer')).to.include({ code: 'not_found' });
      expect(await house.post('sichahe.officer', 'stop')).to.include({ code: 'not_found' });
    });

    it('says what each may do, in the words of the rule', async () => {
      const { actions } = await visitNow();
      expect(actions.closeWithoutVisit).to.deep.equal({ allowed: true });
      expect(actions.stop).to.include({ allowed: false, code: 'not_checked_in' });
      const auditor = await house.get<VisitDetail>('auditor');
      for (const action of Object.values(auditor.actions))
        expect(action).to.include({ code: 'not_permitted' });
      expect(await house.post('auditor', 'stop')).to.include({ status: 403 });
    });

    it('tells a station what it waits for, with nothing of a name but the surname', async () => {
      const { visit } = await next('wujiawa-terminal-1');
      expect(visit).to.include({ visitId: house.visitId, state: 'scheduled', prisoner: '某*' });
      expect(visit?.visitors).to.deep.equal(['某*']);
      expect((await next('room-1')).visit).to.include({ visitId: house.visitId });
      expect((await next('room-2')).visit).to.equal(null);
      expect((await next('sichahe-terminal-1')).visit).to.equal(null);
      await house.post('officer', 'close-without-visit', { outcome: 'VISITOR_CANCELLED' });
      expect((await next('room-1')).visit).to.equal(null);
    });

    async function next(station: Parameters<VisitHouse['cookieOf']>[0]): Promise<NextVisit> {
      const kind = station.startsWith('room') ? 'visit-room' : 'terminal';
      const answer = await fetch(`${house.origin}/api/station/${kind}/next-visit`, {
        headers: { cookie: house.cookieOf(station) },
      });
      return (await answer.json()) as NextVisit;
    }

    it('begins to record with the second key, and says what it still waits for', async () => {
      await house.turnKeys();
      await until(() => existsSync(path(database.dataDir, 'recordings', house.visitId)));
      const { now } = await visitNow();
      const unmet = now.conditions.filter(({ met }) => !met).map(({ code }) => code);
      expect(unmet).to.deep.equal([
        'district_supervisor',
        'prison_supervisor',
        'visitors_connected',
        'prisoner_connected',
        'recorder_writing',
      ]);
    });

    it('lets each body warn, pause and lift its own pause, each in the timeline and in the ledger', async () => {
      await house.turnKeys();
      const district = await supervise('supervisor');
      const prison = await supervise('wujiawa.officer');
      const warnings: string[] = [];
      district.on('warningShown', ({ code }) => warnings.push(code));
      expect(await codeOf(prison, 'warn', { warning: 'keep_order' })).to.equal('done');
      await until(() => warnings.includes('keep_order'));
      expect(await codeOf(prison, 'pause')).to.equal('done');
      expect(await codeOf(prison, 'pause')).to.equal('already_paused');
      expect(await codeOf(district, 'resume')).to.equal('not_paused_by_you');
      expect(await house.post('wujiawa.officer', 'resume')).to.include({ status: 200 });
      const kinds = await house.timeline();
      expect(
        kinds.filter((kind) => ['warned', 'officer_paused', 'officer_resumed'].includes(kind)),
      ).to.deep.equal(['warned', 'officer_paused', 'officer_resumed']);
      const entries: { kind: string }[] = await database.db('ledger_entries').orderBy('entry_index');
      expect(entries.map(({ kind }) => kind).filter((kind) => /^visit_(?!booked)/.test(kind))).to.deep.equal(
        kinds.map((kind) => `visit_${kind}`),
      );
    });

    for (const who of ['supervisor', 'wujiawa.officer'] as const) {
      it(`${who} stops at once without a reason, and gives it later`, async () => {
        await house.turnKeys();
        const socket = await supervise(who);
        expect(await codeOf(socket, 'stop')).to.equal('done');
        let visit = await visitNow();
        expect(visit).to.include({ state: 'ended', outcome: 'TERMINATED_BY_STAFF', stopReasonMissing: true });
        await until(() => house.ended.includes(house.visitId));
        expect(await codeOf(socket, 'completeStopReason', { reason: 'code_words' })).to.equal('done');
        visit = await visitNow();
        expect(visit).to.include({ stopReasonMissing: false });
        expect(visit.now).to.include({ stopReason: 'code_words' });
        expect(await codeOf(socket, 'stop')).to.equal('visit_ended');
        expect(await database.db('bookings').first('state')).to.include({ state: 'ended' });
      });
    }

    it('ends by itself at the hard end, and gives a visit that never was back', async () => {
      await house.turnKeys();
      await time.pass(Date.parse(hardEndAt) - Date.parse(minute(-10)));
      const visit = await until(async () => {
        const seen = await visitNow();
        return seen.state === 'ended' ? seen : undefined;
      });
      expect(visit.outcome).to.equal('TECHNICAL_FAILURE_DISTRICT');
      expect(Boolean((await database.db('bookings').first()).given_back)).to.equal(true);
      await until(() => house.ended.length === 1);
    });

    it('after a crash is paused, at the last sign of life, and nobody is there', async () => {
      await leaveLive(minute(12));
      await house.close();
      time.set(minute(14));
      house = await openHouse(house.visitId);
      const { state, now, timeline } = await visitNow();
      expect(state).to.equal('paused');
      expect(now.supervisors).to.deep.equal([]);
      expect(now.clock.remainingMs).to.equal(18 * 60_000);
      expect(now.pauseReasons).to.include.members(['visitors_lost', 'recorder_not_writing']);
      const recovered = timeline.find(({ kind }) => kind === 'recovered');
      expect(recovered?.facts).to.include({ aliveAt: minute(12), talkedMs: 12 * 60_000 });
      const entries: { kind: string }[] = await database.db('ledger_entries');
      expect(entries.map(({ kind }) => kind)).to.include('visit_recovered');
    });

    it('that nobody comes back to after a crash ends as a fault of the district, at the hard end', async () => {
      await leaveLive(minute(12));
      await house.close();
      time.set(minute(60));
      house = await openHouse(house.visitId);
      await time.pass(0);
      const visit = await until(async () => {
        const seen = await visitNow();
        return seen.state === 'ended' ? seen : undefined;
      });
      expect(visit).to.include({ outcome: 'TECHNICAL_FAILURE_DISTRICT' });
      expect(visit.now).to.include({ endedAt: hardEndAt });
    });

    it('writes a stop that had been obeyed before the crash', async () => {
      await leaveLive(minute(12));
      await house.close();
      const stops = openPendingStops(database.dataDir);
      const by = { id: 'supervisor', name: '-', role: 'district_supervisor', side: 'district' } as const;
      await stops.keep(house.visitId, { type: 'stop', at: minute(11), by, reason: 'disorder', note: '' });
      time.set(minute(14));
      house = await openHouse(house.visitId);
      const visit = await visitNow();
      expect(visit).to.include({ state: 'ended', outcome: 'TERMINATED_BY_STAFF' });
      expect(visit.now).to.include({ endedAt: minute(11), stopReason: 'disorder' });
      expect(await stops.list()).to.deep.equal([]);
    });

    it('says in its conditions why it cannot open: disk or media service', async () => {
      await house.close();
      house = await openVisitHouse(database, {
        clock: time,
        alarms: time.alarms,
        mediaNode,
        visitId: house.visitId,
        checkDisk: async () => ({ ok: false, reason: 'only 3 MB are free' }),
      });
      const { conditions } = (await visitNow()).now as SupervisorSnapshot;
      expect(conditions).to.deep.include({ code: 'disk_has_room', met: false });
      expect(conditions).to.deep.include({ code: 'media_node_sound', met: true });
    });
  });
});
