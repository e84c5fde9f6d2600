import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { openPart } from '../../sfu/index.ts';
import type { Participant, Party } from '../../sfu/media-node.ts';
import { findWorkerBinary } from '../../sfu/worker-binary/index.ts';
import { launchChromium } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { type NodeUnderTest, startNode } from './media-node-fixture.ts';
import { openParticipant, type PageParticipant, servePage } from './open-participant.ts';

const roomId = 'visit';
const party = (name: Party): Participant => ({ kind: 'party', party: name, connectionId: name });

describe('faults during a visit', function () {
  this.timeout(30_000);
  let under: NodeUnderTest;
  let browser: Browser;
  let served: Awaited<ReturnType<typeof servePage>>;
  let visitors: PageParticipant;
  let prisoner: PageParticipant;
  let recordingFolder: string;

  before(async () => {
    // Short segments: a disk that goes away is noticed at the latest when the next file is to be made.
    under = startNode({ openPart: (folder) => openPart(folder, { segmentSeconds: 1 }) });
    [browser, served] = await Promise.all([launchChromium(), servePage()]);
    recordingFolder = join(under.folder, 'recording');
  });
  after(async () => {
    await browser?.close();
    served?.close();
    await under?.close();
  });

  const received = async () =>
    (await prisoner.received()).reduce((sum, { packetsReceived }) => sum + packetsReceived, 0);

  async function beginVisit(folder: string): Promise<void> {
    await under.node.openRoom(roomId);
    visitors = await openParticipant(browser, served.address, under.node, roomId, party('visitors'));
    prisoner = await openParticipant(browser, served.address, under.node, roomId, party('prisoner'));
    await visitors.publish('audio', 'video');
    await under.node.startRecording(roomId, folder);
    await prisoner.watch(...under.node.watchableTracks(roomId, party('prisoner')));
    await until(async () => under.node.isRecorderWriting(roomId));
    await under.node.setGate(roomId, 'open');
    const before = await received();
    await until(async () => (await received()) > before + 20);
  }

  it('shuts the gate before it says that the recorder cannot write', async () => {
    await beginVisit(recordingFolder);
    rmSync(recordingFolder, { recursive: true, force: true });
    await under.told('recorderFailed');
    await wait(300);
    const after = await received();
    await wait(700);
    expect(await received()).to.equal(after);
    expect(under.node.isRecorderWriting(roomId)).to.equal(false);
    const refused = await under.node.setGate(roomId, 'open').catch((error) => error.code);
    expect(refused).to.equal('recording_failed');
  });

  it('goes on when recording is started anew', async () => {
    await under.node.startRecording(roomId, recordingFolder);
    await until(async () => under.node.isRecorderWriting(roomId));
    await under.node.setGate(roomId, 'open');
    const before = await received();
    await until(async () => (await received()) > before + 20);
  });

  it('notices within seconds that a peer is gone without a word', async () => {
    const since = performance.now();
    await visitors.page.close();
    await under.told('partyLost', (event) => event.party === 'visitors');
    expect(performance.now() - since).to.be.below(15_000);
  });

  it('takes a worker that does not answer for a recorder that does not record, and then replaces it', async () => {
    expect(under.node.isRecorderWriting(roomId)).to.equal(true);
    process.kill(under.workers[0] ?? 0, 'SIGSTOP');
    await under.told('recorderFailed', ({ reason }) => reason === 'the worker does not answer');
    expect(under.node.isRecorderWriting(roomId)).to.equal(false);
    expect(await under.node.health()).to.deep.equal({ ok: false, reason: 'worker_silent' });
    await under.told('roomsLost');
  });

  it('says which rooms are lost with a worker, starts another, and opens the room again', async () => {
    await beginVisit(recordingFolder);
    expect(under.workers).to.have.length(2);
    under.events.length = 0;
    process.kill(under.workers[1] ?? 0, 'SIGKILL');
    const { roomIds } = await under.told('roomsLost');
    expect(roomIds).to.deep.equal([roomId]);
    expect(under.node.isRecorderWriting(roomId)).to.equal(false);

    await beginVisit(recordingFolder);
    expect(under.workers).to.have.length(3);
    expect(await under.node.health()).to.deep.equal({ ok: true });
  });

  it('shuts the gate for tracks that end at the same moment', async () => {
    const left = under.node.leave(roomId, 'visitors');
    await under.node.setGate(roomId, 'shut');
    await left;
  });
});

describe('a media node with two workers', () => {
  it('spreads its rooms and loses only those of the worker that died', async () => {
    const under = startNode({ workers: 2 });
    await until(async () => under.workers.length === 2);
    await under.node.openRoom('one');
    await under.node.openRoom('other');
    process.kill(under.workers[0] ?? 0, 'SIGKILL');
    const { roomIds } = await under.told('roomsLost');
    expect(roomIds).to.have.length(1);
    expect(await under.node.health()).to.deep.equal({ ok: true });
    await under.node.openRoom(roomIds[0] ?? '');
    await under.close();
  });
});

describe('a media node without its worker', () => {
  it('says so, refuses rooms, and takes them once the worker is there', async () => {
    let binary: string | undefined;
    const under = startNode({ workerBinary: () => binary });
    await until(async () => {
      const health = await under.node.health();
      return !health.ok && health.reason === 'worker_missing';
    });
    const refused = await under.node.openRoom(roomId).catch((error) => error.code);
    expect(refused).to.equal('worker_missing');
    binary = findWorkerBinary();
    await until(async () => (await under.node.health()).ok);
    await under.node.openRoom(roomId);
    await under.close();
  });
});
