import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import type { Participant, Party } from '../../sfu/media-node.ts';
import { launchChromium } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { type NodeUnderTest, startNode } from './media-node-fixture.ts';
import { openParticipant, type PageParticipant, servePage } from './open-participant.ts';
import { readCapture } from './read-capture.ts';

const roomId = 'visit';
const party = (name: Party, connectionId = `${name}-1`): Participant => ({
  kind: 'party',
  party: name,
  connectionId,
});

describe('the media of a visit, between real browsers', function () {
  this.timeout(30_000);
  let under: NodeUnderTest;
  let browser: Browser;
  let served: Awaited<ReturnType<typeof servePage>>;
  let visitors: PageParticipant;
  let prisoner: PageParticipant;
  let watcher: PageParticipant;

  const open = (who: Participant) => openParticipant(browser, served.address, under.node, roomId, who);
  const tracksFor = (who: Participant) => under.node.watchableTracks(roomId, who);

  async function of(page: PageParticipant, kind: string, from?: Party) {
    const all = await page.received();
    return all.filter((track) => track.kind === kind && (from === undefined || track.party === from)).at(-1);
  }
  const pictures = async (page: PageParticipant, from?: Party) =>
    (await of(page, 'video', from))?.framesDecoded ?? 0;
  const sound = async (page: PageParticipant) => (await of(page, 'audio'))?.totalAudioEnergy ?? 0;
  const packets = async (page: PageParticipant) =>
    (await page.received()).reduce((sum, { packetsReceived }) => sum + packetsReceived, 0);
  const seesMoreOf = async (page: PageParticipant, from?: Party) => {
    const before = await pictures(page, from);
    await until(async () => (await pictures(page, from)) > before + 5);
  };

  before(async () => {
    under = startNode();
    [browser, served] = await Promise.all([launchChromium(), servePage()]);
    await under.node.openRoom(roomId);
    visitors = await open(party('visitors'));
    prisoner = await open(party('prisoner'));
    watcher = await open({ kind: 'watcher', connectionId: 'watcher-1' });
    await visitors.publish('audio', 'video');
    await prisoner.publish('audio', 'video');
  });
  after(async () => {
    await browser?.close();
    served?.close();
    await under?.close();
  });

  it('tells when the parties are connected', async () => {
    await under.told('partyConnected', (event) => event.party === 'visitors');
    await under.told('partyConnected', (event) => event.party === 'prisoner');
  });

  it('shows a watcher both parties while the gate is shut, and the parties nothing', async () => {
    await visitors.watch(...tracksFor(party('visitors')));
    await prisoner.watch(...tracksFor(party('prisoner')));
    await watcher.watch(...tracksFor({ kind: 'watcher', connectionId: 'watcher-1' }));
    await until(
      async () => (await pictures(watcher, 'visitors')) > 10 && (await pictures(watcher, 'prisoner')) > 10,
    );
    expect(await packets(visitors)).to.equal(0);
    expect(await packets(prisoner)).to.equal(0);
    expect(tracksFor(party('visitors')).map((track) => track.party)).to.deep.equal(['prisoner', 'prisoner']);
  });

  it('opens the gate only when every track is on disk', async () => {
    expect(under.node.isRecorderWriting(roomId)).to.equal(false);
    await under.node.startRecording(roomId, under.folder);
    await under.told('recorderWriting');
    expect(under.node.isRecorderWriting(roomId)).to.equal(true);
    await under.node.setGate(roomId, 'open');
  });

  it('then shows both parties moving pictures and lets them hear each other', async () => {
    await Promise.all([seesMoreOf(visitors), seesMoreOf(prisoner)]);
    const before = [await visitors.picture('prisoner'), await prisoner.picture('visitors')];
    await until(async () => (await visitors.picture('prisoner')) !== before[0]);
    await until(async () => (await prisoner.picture('visitors')) !== before[1]);
    await until(async () => (await sound(visitors)) > 0 && (await sound(prisoner)) > 0);
  });

  it('shuts the gate at once, for the parties and not for the watcher', async () => {
    await under.node.setGate(roomId, 'shut');
    // What the worker had sent by then is still on its way through the browser.
    await wait(200);
    const after = [await packets(visitors), await packets(prisoner)];
    await seesMoreOf(watcher, 'visitors');
    await wait(500);
    expect([await packets(visitors), await packets(prisoner)]).to.deep.equal(after);
  });

  it('lets a track that is published while the gate is open reach the other party once it is recorded', async () => {
    await under.node.setGate(roomId, 'open');
    await Promise.all([seesMoreOf(visitors), seesMoreOf(prisoner)]);

    await visitors.page.close();
    await under.node.leave(roomId, 'visitors-1');
    await under.told('partyLost', (event) => event.party === 'visitors');
    const known = new Set(tracksFor(party('prisoner')).map(({ producerId }) => producerId));
    visitors = await open(party('visitors', 'visitors-2'));
    await visitors.publish('audio', 'video');
    const fresh = tracksFor(party('prisoner')).filter(({ producerId }) => !known.has(producerId));
    expect(fresh).to.have.length(2);
    await prisoner.watch(...fresh);
    await visitors.watch(...tracksFor(party('visitors')));
    await Promise.all([seesMoreOf(visitors), seesMoreOf(prisoner)]);
    await until(async () => (await sound(prisoner)) > 0);
  });

  it('has recorded every frame that either party received from the other', async () => {
    await wait(1500);
    const got = [];
    for (const [page, from] of [
      [prisoner, 'visitors'],
      [visitors, 'prisoner'],
    ] as const) {
      for (const { kind, producerId, packetsReceived } of await page.received()) {
        got.push({ from, kind, producerId, packetsReceived, frames: await page.frames(producerId) });
      }
    }
    await under.node.closeRoom(roomId);

    const recorded = readCapture(under.folder);
    for (const { from, kind, packetsReceived, frames } of got) {
      expect(frames.length, `${from} ${kind}`).to.be.greaterThan(10);
      // Streams have other numbers in the recording; the one of this track is the one that has its frames. A
      // payload holds a descriptor of a few bytes besides the frame, while a missing packet would lack far
      // more.
      const coverage = recorded.map(({ packets, bytesAt }) => ({
        missing: frames.filter(({ timestamp, bytes }) => (bytesAt.get(timestamp) ?? 0) < bytes).length,
        packets,
      }));
      const [own] = coverage.sort((a, b) => a.missing - b.missing);
      expect(own?.missing, `${from} ${kind}: frames`).to.equal(0);
      expect(own?.packets, `${from} ${kind}: packets`).to.be.at.least(packetsReceived);
    }
  });
});
