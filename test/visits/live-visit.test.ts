import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as path } from 'node:path';
import { expect } from 'chai';
import type { Knex } from 'knex';
import type { Browser } from 'playwright-core';
import { openDatabase } from '../../db/connection.ts';
import { migrate } from '../../db/migrate.ts';
import type { VisitDetail } from '../../server/visits/schema.ts';
import type { MediaNode } from '../../sfu/media-node.ts';
import { openParticipant, type PageParticipant, servePage } from '../rooms/open-participant.ts';
import { launchChromium } from '../support/browser.ts';
import { sharedMariadb } from '../support/databases.ts';
import { until } from '../support/until.ts';
import { type Line, openLine } from './a-line.ts';
import {
  ask,
  minute,
  openVisitHouse,
  type Station,
  startMediaNode,
  type TestSocket,
  type VisitHouse,
} from './a-visit-house.ts';
import { timeFrom } from './times.ts';

const patience = 20_000;

/** Two browsers with camera and microphone, two supervisors, a real worker, and a database whose line can be cut. */
describe('A live visit', function () {
  this.timeout(120_000);
  let line: Line;
  let db: Knex;
  let dataDir: string;
  let house: VisitHouse;
  let mediaNode: MediaNode;
  let browser: Browser;
  let page: Awaited<ReturnType<typeof servePage>>;
  const workers: number[] = [];
  let room: { socket: TestSocket; at: PageParticipant };
  let terminal: { socket: TestSocket; at: PageParticipant };
  let district: TestSocket;
  let prison: TestSocket;

  const visitNow = () => house.get<VisitDetail>('officer');
  const untilState = (state: string) =>
    until(async () => {
      const visit = await visitNow();
      return visit.state === state ? visit : undefined;
    }, patience);
  const supervise = async (who: 'supervisor' | 'wujiawa.officer') => {
    const socket = await house.connect(who);
    await ask(socket, 'join', { visitId: house.visitId, as: 'supervisor' });
    return socket;
  };
  const packets = async ({ at }: typeof room) =>
    (await at.received()).reduce((sum, { packetsReceived }) => sum + packetsReceived, 0);
  const untilReceiving = async (party: typeof room) => {
    const before = await packets(party);
    await until(async () => (await packets(party)) > before + 20, patience);
  };
  /** Gives what is under way its time to arrive, and then nothing more may. */
  const expectSilence = async (party: typeof room) => {
    await new Promise((later) => setTimeout(later, 300));
    const before = await packets(party);
    await new Promise((later) => setTimeout(later, 700));
    expect(await packets(party)).to.equal(before);
  };

  /** A page of a station that takes part over signalling alone. */
  async function takePart(
    station: Station,
    as: 'visit_room' | 'terminal',
  ): Promise<{ socket: TestSocket; at: PageParticipant }> {
    const socket = await house.connect(station);
    const { routerRtpCapabilities, you } = await ask(socket, 'join', { visitId: house.visitId, as });
    // The page asks a media node; here everything it asks goes through the server.
    const throughServer: Partial<Record<keyof MediaNode, (...asked: never[]) => Promise<unknown>>> = {
      openRoom: async () => ({ routerRtpCapabilities }),
      createTransport: (_room: never, _who: never, direction: never) =>
        ask(socket, 'createTransport', { direction }),
      connectTransport: (_room: never, transportId: never, dtlsParameters: never) =>
        ask(socket, 'connectTransport', { transportId, dtlsParameters }),
      publish: (_room: never, transportId: never, kind: never, rtpParameters: never) =>
        ask(socket, 'publish', { transportId, kind, rtpParameters }),
      consume: (_room: never, transportId: never, producerId: never, rtpCapabilities: never) =>
        ask(socket, 'consume', { transportId, producerId, rtpCapabilities }),
      resumeConsumer: (_room: never, consumerId: never) => ask(socket, 'resumeConsumer', { consumerId }),
    };
    const at = await openParticipant(
      browser,
      page.address,
      throughServer as unknown as MediaNode,
      house.visitId,
      { kind: 'party', party: you === 'prisoner' ? 'prisoner' : 'visitors', connectionId: '' },
    );
    await at.publish('audio', 'video');
    return { socket, at };
  }
  const watchOther = async ({ socket, at }: typeof room) => {
    const tracks = await until(async () => {
      const watchable = await ask(socket, 'watchableTracks', {});
      return watchable.length === 2 ? watchable : undefined;
    }, patience);
    await at.watch(...tracks);
  };

  before(async () => {
    const databaseUrl = new URL(await (await sharedMariadb()).createDatabase());
    line = await openLine(Number(databaseUrl.port));
    databaseUrl.port = String(line.port);
    dataDir = mkdtempSync(path(tmpdir(), 'visits-live-'));
    db = await openDatabase({ databaseUrl: databaseUrl.href, dataDir });
    await migrate(db);
    mediaNode = await startMediaNode(workers);
    house = await openVisitHouse({ db, dataDir }, { clock: timeFrom(minute(0)), mediaNode });
    browser = await launchChromium();
    page = await servePage();
  });
  after(async () => {
    await browser?.close();
    page?.close();
    await house?.close();
    await mediaNode?.close();
    await db?.destroy();
    line?.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('lets nothing pass while a key is missing or a supervisor away', async () => {
    await house.turnKeys();
    room = await takePart('room-1', 'visit_room');
    terminal = await takePart('wujiawa-terminal-1', 'terminal');
    await watchOther(room);
    await watchOther(terminal);
    district = await supervise('supervisor');
    await until(async () => {
      const { now } = await visitNow();
      return now.conditions.every(({ code, met }) => met || code === 'prison_supervisor');
    }, patience);
    expect(await visitNow()).to.include({ state: 'ready' });
    await expectSilence(room);
    await expectSilence(terminal);
  });

  it('opens when the last supervisor is there, with the recorder writing', async () => {
    prison = await supervise('wujiawa.officer');
    await untilState('live');
    await untilReceiving(room);
    await untilReceiving(terminal);
    expect(mediaNode.isRecorderWriting(house.visitId)).to.equal(true);
  });

  it('shuts when a supervisor’s connection closes, and opens again when one is back', async () => {
    prison.disconnect();
    await untilState('paused');
    await expectSilence(room);
    prison = await supervise('wujiawa.officer');
    await untilState('live');
    await untilReceiving(room);
  });

  it('shuts at a pause, within a second, and goes on at the resume', async () => {
    await ask(prison, 'pause', {});
    await expectSilence(room);
    await expectSilence(terminal);
    await ask(prison, 'resume', {});
    await untilReceiving(terminal);
  });

  it('shuts at a pause while the database is away, says that it is not recorded yet, and records it later', async () => {
    line.cut();
    const refused = await ask(prison, 'pause', {}).catch((error: Error) => error.message);
    expect(refused).to.contain('paused_not_yet_recorded');
    await expectSilence(room);
    line.mend();
    const { now } = await untilState('paused');
    expect(now.pausedBy).to.deep.equal(['prison']);
    await ask(prison, 'resume', {});
    await untilReceiving(room);
  });

  it('is paused by the death of the media worker, and goes on in a new part when the clients are back', async () => {
    const told = [room, terminal].map(({ socket }) => once(socket as never, 'rejoin'));
    process.kill(workers.at(-1) ?? 0, 'SIGKILL');
    await Promise.all(told);
    await untilState('paused');
    for (const { socket } of [room, terminal]) socket.disconnect();
    room = await takePart('room-1', 'visit_room');
    terminal = await takePart('wujiawa-terminal-1', 'terminal');
    for (const party of [room, terminal]) await watchOther(party);
    await untilState('live');
    await untilReceiving(room);
    const parts = readdirSync(path(dataDir, 'recordings', house.visitId)).filter((name) =>
      /^part/.test(name),
    );
    expect(parts).to.have.length(2);
  });

  it('stops at once while the database is away, and the stop is written when it is back', async () => {
    line.cut();
    const asked = performance.now();
    const stopped = ask(district, 'stop', { reason: 'disorder' });
    await expectSilence(room);
    await expectSilence(terminal);
    await stopped;
    expect(performance.now() - asked).to.be.lessThan(15_000);
    expect(readdirSync(path(dataDir, 'pending-stops'))).to.deep.equal([`${house.visitId}.json`]);
    line.mend();
    const visit = await untilState('ended');
    expect(visit).to.include({ outcome: 'TERMINATED_BY_STAFF' });
    expect(visit.now).to.include({ stopReason: 'disorder', stoppedBy: 'district' });
    await until(() => readdirSync(path(dataDir, 'pending-stops')).length === 0);
    await until(() => house.ended.includes(house.visitId));
  });

  it('has told its whole story in the timeline and in the ledger alike', async () => {
    const told = await house.timeline();
    expect(told).to.include.members(['went_live', 'paused', 'media_lost', 'officer_paused', 'stopped']);
    const entries: { kind: string }[] = await db('ledger_entries').orderBy('entry_index');
    const written = entries.map(({ kind }) => kind).filter((kind) => /^visit_(?!booked)/.test(kind));
    expect(written).to.deep.equal(told.map((kind) => `visit_${kind}`));
  });
});
