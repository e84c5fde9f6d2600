import { once } from 'node:events';
import { expect } from 'chai';
import type { SupervisorSnapshot, VisitDetail } from '../../server/visits/schema.ts';
import { silentLossNoticedWithinSeconds } from '../../server/visits/signalling/attach-signalling.ts';
import type { MediaNode } from '../../sfu/media-node.ts';
import { forEachDatabase, type TestDatabase } from '../support/databases.ts';
import { until } from '../support/until.ts';
import { openLine } from './a-line.ts';
import {
  ask,
  minute,
  openVisitHouse,
  send,
  startMediaNode,
  type TestSocket,
  type VisitHouse,
} from './a-visit-house.ts';
import { timeOfTest } from './times.ts';

const dtlsParameters = { fingerprints: [{ algorithm: 'sha-256', value: 'AA:BB' }] };
const rtpParameters = {
  codecs: [{ mimeType: 'audio/opus', payloadType: 100, clockRate: 48_000, channels: 2 }],
};

describe('Signalling of a visit', () => {
  forEachDatabase((_name, open) => {
    let database: TestDatabase;
    let house: VisitHouse;
    let mediaNode: MediaNode;
    const time = timeOfTest(minute(0));
    const join = (socket: TestSocket, as: 'visit_room' | 'terminal' | 'supervisor') =>
      ask(socket, 'join', { visitId: house.visitId, as });
    const joined = async (who: Parameters<VisitHouse['connect']>[0], as: Parameters<typeof join>[1]) => {
      const socket = await house.connect(who);
      await join(socket, as);
      return socket;
    };
    const codeOf = async (socket: TestSocket, name: string, message: unknown) => {
      const ack = await send(socket, name, message);
      return ack.ok ? 'done' : ack.code;
    };

    before(async () => {
      mediaNode = await startMediaNode();
      database = await open();
      house = await openVisitHouse(database, { clock: time, alarms: time.alarms, mediaNode });
    });
    after(async () => {
      await house.close();
      await mediaNode.close();
      await database.close();
    });

    describe('before check-in', () => {
      it('refuses a connection without a session or a key', async () => {
        const refused = await house.connect('room-1', { cookie: 'session=nobody' }).catch((error) => error);
        expect(refused.data).to.include({ code: 'not_signed_in' });
        expect(refused.data.title).to.match(/sign/i);
      });

      it('refuses a connection from a page of another origin', async () => {
        const refused = await house
          .connect('officer', { origin: 'https://elsewhere.example' })
          .catch((e) => e);
        expect(refused).to.be.an('error');
        const own = await house.connect('officer', { origin: house.origin });
        expect(own.connected).to.equal(true);
      });

      it('lets nobody join before check-in has begun', async () => {
        const socket = await house.connect('room-1');
        expect(await codeOf(socket, 'join', { visitId: house.visitId, as: 'visit_room' })).to.equal(
          'check_in_not_begun',
        );
        expect(await house.visitRow()).to.equal(undefined);
      });
    });

    describe('after both keys are turned', () => {
      let version = 0;
      const versionNow = async () => (await house.visitRow())?.version ?? 0;
      before(async () => {
        await house.turnKeys();
      });
      beforeEach(async () => {
        // Whoever left in the test before has been written down.
        await until(async () => {
          const { now } = await house.get<VisitDetail>('officer');
          return now.supervisors.length === 0;
        });
        version = await versionNow();
      });

      const strangers: [Parameters<VisitHouse['connect']>[0], Parameters<typeof join>[1], string][] = [
        ['room-2', 'visit_room', 'not_your_visit'],
        ['sichahe-terminal-1', 'terminal', 'not_your_visit'],
        ['room-1', 'terminal', 'not_signed_in'],
        ['room-1', 'supervisor', 'not_signed_in'],
        ['sichahe.officer', 'supervisor', 'not_found'],
        ['auditor', 'supervisor', 'not_permitted'],
        ['officer', 'visit_room', 'not_signed_in'],
      ];
      for (const [who, as, code] of strangers) {
        it(`${who} cannot join as ${as}: ${code}`, async () => {
          const socket = await house.connect(who);
          expect(await codeOf(socket, 'join', { visitId: house.visitId, as })).to.equal(code);
          expect(await versionNow()).to.equal(version);
        });
      }

      const malformed: [string, unknown][] = [
        ['join', { visitId: 'x', as: 'visit_room' }],
        ['join', { visitId: '01a20c3e-4775-75b2-8288-d0ddb3532a99', as: 'prisoner' }],
        ['join', null],
        ['join', 'text'],
        ['createTransport', { direction: 'both' }],
        ['connectTransport', { transportId: 'x', dtlsParameters: { fingerprints: [] } }],
        ['publish', { transportId: 'x', kind: 'screen', rtpParameters }],
        ['publish', { transportId: 'x', kind: 'audio', rtpParameters: { codecs: [] } }],
        ['consume', { transportId: 'x' }],
        ['stop', { reason: 'because' }],
        ['warn', { warning: '<b>' }],
        ['completeStopReason', { reason: 'other', note: '' }],
      ];
      for (const [name, message] of malformed) {
        it(`refuses ${name} ${JSON.stringify(message)} as malformed, without effect`, async () => {
          const socket = await joined('supervisor', 'supervisor');
          const before = await until(async () => {
            const seen = await versionNow();
            return seen > version ? seen : undefined;
          });
          expect(await codeOf(socket, name, message)).to.equal('malformed_message');
          expect(await versionNow()).to.equal(before);
          socket.disconnect();
          await until(async () => (await versionNow()) > before);
        });
      }

      it('refuses what it does not know', async () => {
        const socket = await house.connect('room-1');
        for (const name of ['constructor', '__proto__', 'toString', 'open_gate', 'visitState']) {
          expect(await codeOf(socket, name, {})).to.equal('unknown_message');
        }
      });

      it('refuses everything that comes before joining', async () => {
        const socket = await house.connect('supervisor');
        const messages: [string, unknown][] = [
          ['leave', {}],
          ['createTransport', { direction: 'receive' }],
          ['connectTransport', { transportId: 'x', dtlsParameters }],
          ['restartIce', { transportId: 'x' }],
          ['publish', { transportId: 'x', kind: 'audio', rtpParameters }],
          ['watchableTracks', {}],
          ['consume', { transportId: 'x', producerId: 'x', rtpCapabilities: {} }],
          ['resumeConsumer', { consumerId: 'x' }],
          ['warn', { warning: 'keep_order' }],
          ['pause', {}],
          ['resume', {}],
          ['stop', {}],
          ['finish', { outcome: 'VISITOR_COMPLETED_EARLY' }],
        ];
        for (const [name, message] of messages) {
          expect(await codeOf(socket, name, message), name).to.equal('join_first');
        }
        expect(await versionNow()).to.equal(version);
      });

      it('lets a party neither supervise nor see who does', async () => {
        const supervisor = await joined('supervisor', 'supervisor');
        const room = await house.connect('room-1');
        const { you, snapshot } = await join(room, 'visit_room');
        expect(you).to.equal('visitors');
        expect(JSON.stringify(snapshot)).to.not.match(/supervis|officer|陈|key/i);
        for (const [name, message] of [
          ['warn', { warning: 'keep_order' }],
          ['pause', {}],
          ['resume', {}],
          ['stop', {}],
          ['finish', { outcome: 'VISITOR_COMPLETED_EARLY' }],
          ['extend', { note: '请' }],
        ] as const) {
          expect(await codeOf(room, name, message), name).to.equal('not_a_supervisor');
        }
        expect(await house.visitRow()).to.include({ state: 'ready' });
        supervisor.disconnect();
        room.disconnect();
      });

      it('lets a supervisor send nothing', async () => {
        const supervisor = await joined('supervisor', 'supervisor');
        expect(await codeOf(supervisor, 'createTransport', { direction: 'send' })).to.equal('not_a_party');
        const { id } = await ask(supervisor, 'createTransport', { direction: 'receive' });
        expect(
          await codeOf(supervisor, 'publish', { transportId: id, kind: 'audio', rtpParameters }),
        ).to.equal('not_a_party');
        supervisor.disconnect();
      });

      it('keeps the transports of each connection its own', async () => {
        const room = await joined('room-1', 'visit_room');
        const terminal = await joined('wujiawa-terminal-1', 'terminal');
        const { id } = await ask(room, 'createTransport', { direction: 'send' });
        for (const [name, message] of [
          ['connectTransport', { transportId: id, dtlsParameters }],
          ['restartIce', { transportId: id }],
          ['publish', { transportId: id, kind: 'audio', rtpParameters }],
          ['consume', { transportId: id, producerId: 'x', rtpCapabilities: {} }],
          ['resumeConsumer', { consumerId: 'of-somebody' }],
        ] as const) {
          expect(await codeOf(terminal, name, message), name).to.equal('media_refused');
        }
        expect(await ask(room, 'restartIce', { transportId: id })).to.have.property('usernameFragment');
        expect(
          await codeOf(room, 'publish', {
            transportId: id,
            kind: 'audio',
            rtpParameters: { codecs: [{ mimeType: 'audio/unknown', payloadType: 100, clockRate: 8000 }] },
          }),
        ).to.equal('media_refused');
        room.disconnect();
        terminal.disconnect();
      });

      it('puts a station’s second connection in the place of its first', async () => {
        const first = await joined('room-1', 'visit_room');
        const told = once(first as never, 'refused');
        const second = await joined('room-1', 'visit_room');
        const [refusal] = (await told) as [{ code: string }];
        expect(refusal.code).to.equal('replaced');
        await until(() => !first.connected);
        expect(await ask(second, 'watchableTracks', {})).to.deep.equal([]);
        second.disconnect();
      });

      it('lets a supervisor watch on four screens: a fifth takes the place of the first', async () => {
        const screens: TestSocket[] = [];
        for (let n = 1; n <= 4; n += 1) screens.push(await joined('supervisor', 'supervisor'));
        const other = await joined('wujiawa.officer', 'supervisor');
        const told = once(screens[0] as never, 'refused');
        const fifth = await joined('supervisor', 'supervisor');
        const [refusal] = (await told) as [{ code: string }];
        expect(refusal.code).to.equal('replaced');
        await until(() => screens[0]?.connected === false);
        expect(screens.slice(1).every(({ connected }) => connected)).to.equal(true);
        expect(other.connected).to.equal(true);
        for (const socket of [...screens, other, fifth]) socket.disconnect();
      });

      it('answers a second join of the same connection, and refuses one to another visit', async () => {
        const room = await joined('room-1', 'visit_room');
        expect(await join(room, 'visit_room')).to.include({ you: 'visitors' });
        expect(
          await codeOf(room, 'join', { visitId: '01a20c3e-4775-75b2-8288-d0ddb3532a99', as: 'visit_room' }),
        ).to.equal('already_joined');
        room.disconnect();
      });

      it('shows who supervises, and takes it back when the connection closes', async () => {
        const watching = await joined('supervisor', 'supervisor');
        const snapshots: SupervisorSnapshot[] = [];
        watching.on('visitState', (snapshot) => snapshots.push(snapshot as SupervisorSnapshot));
        const other = await joined('wujiawa.officer', 'supervisor');
        const sidesNow = () =>
          snapshots
            .at(-1)
            ?.supervisors.map(({ side }) => side)
            .sort();
        await until(() => sidesNow()?.join() === 'district,prison');
        other.disconnect();
        await until(() => sidesNow()?.join() === 'district');
        watching.disconnect();
      });

      it('notices a supervisor who vanished without a word, within the time that it promises', async function () {
        this.timeout(20_000);
        const watching = await joined('supervisor', 'supervisor');
        const sides: string[][] = [];
        watching.on('visitState', (snapshot) =>
          sides.push((snapshot as SupervisorSnapshot).supervisors.map(({ side }) => side)),
        );
        const line = await openLine(Number(new URL(house.origin).port));
        const other = await house.connect('wujiawa.officer', {}, line.port);
        await join(other, 'supervisor');
        await until(() => sides.at(-1)?.includes('prison'));
        line.freeze();
        const frozenAt = performance.now();
        await until(() => !sides.at(-1)?.includes('prison'), 15_000);
        expect(performance.now() - frozenAt).to.be.lessThan(silentLossNoticedWithinSeconds * 1000 + 1000);
        line.close();
        watching.disconnect();
      });

      it('closes a connection that sends a message of more than 64 kB', async () => {
        const socket = await house.connect('room-1');
        send(socket, 'join', { visitId: 'x'.repeat(70_000), as: 'visit_room' }).catch(() => undefined);
        await until(() => !socket.connected);
        expect(await versionNow()).to.equal(version);
      });

      it('slows a flood down, and then ends it', async () => {
        const socket = await joined('room-1', 'visit_room');
        const refused = once(socket as never, 'refused');
        const codes = await Promise.all(
          Array.from({ length: 80 }, () => codeOf(socket, 'watchableTracks', {})),
        );
        expect(codes.slice(0, 50)).to.not.include('too_many_messages');
        expect(codes.at(-1)).to.equal('too_many_messages');
        for (let n = 0; n < 80; n += 1) send(socket, 'watchableTracks', {}).catch(() => undefined);
        const [refusal] = (await refused) as [{ code: string }];
        expect(refusal.code).to.equal('too_many_messages');
        await until(() => !socket.connected);
      });

      it('lets go of a station at once when its key is revoked', async () => {
        const { db } = database;
        const room = await joined('room-1', 'visit_room');
        const refused = once(room as never, 'refused');
        const station = await db('stations').where({ visit_room_id: 'room-1' }).first();
        house.visits.disconnectStation(station.id);
        const [refusal] = (await refused) as [{ code: string }];
        expect(refusal.code).to.equal('access_withdrawn');
        await until(() => !room.connected);
      });

      it('lets go of a supervisor whose session has ended, within half a minute', async () => {
        const { db } = database;
        const socket = await joined('supervisor', 'supervisor');
        const session = await db('staff_sessions').where({ staff_id: 'supervisor' }).first();
        await db('staff_sessions').where({ staff_id: 'supervisor' }).delete();
        const refused = once(socket as never, 'refused');
        await time.pass(30_000);
        const [refusal] = (await refused) as [{ code: string }];
        expect(refusal.code).to.equal('access_withdrawn');
        await db('staff_sessions').insert(session);
      });
    });
  });
});
