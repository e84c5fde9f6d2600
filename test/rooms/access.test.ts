import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { types } from 'mediasoup';
import { MediaRefusal, type MediaRefusalCode, type Participant } from '../../sfu/media-node.ts';
import { type NodeUnderTest, startNode } from './media-node-fixture.ts';

const visitors: Participant = { kind: 'party', party: 'visitors', connectionId: 'v1' };
const prisoner: Participant = { kind: 'party', party: 'prisoner', connectionId: 'p1' };
const watcher: Participant = { kind: 'watcher', connectionId: 'w1' };

let ssrc = 1000;
function parameters(mimeType: string, clockRate: number, encodings = 1): types.RtpParameters {
  ssrc += 10;
  return {
    codecs: [
      { mimeType, clockRate, payloadType: 100, channels: mimeType.startsWith('audio') ? 2 : undefined },
    ],
    encodings: Array.from({ length: encodings }, (_, layer) => ({ ssrc: ssrc + layer })),
  } as types.RtpParameters;
}
const opus = () => parameters('audio/opus', 48_000);
const vp8 = () => parameters('video/VP8', 90_000);

async function refusal(attempt: Promise<unknown>): Promise<MediaRefusalCode | undefined> {
  try {
    await attempt;
    return undefined;
  } catch (error) {
    if (error instanceof MediaRefusal) return error.code;
    throw error;
  }
}

describe('a media room', () => {
  let under: NodeUnderTest;
  const room = 'visit-1';

  before(async () => {
    under = startNode();
    await under.node.openRoom(room);
    await under.node.openRoom('visit-2');
  });
  after(() => under.close());

  const send = async (who: Participant, where = room) =>
    (await under.node.createTransport(where, who, 'send')).id;
  const receive = async (who: Participant, where = room) =>
    (await under.node.createTransport(where, who, 'receive')).id;

  it('is opened once, however often it is asked for', async () => {
    const [one, other] = await Promise.all([under.node.openRoom('again'), under.node.openRoom('again')]);
    expect(one).to.deep.equal(other);
    await under.node.closeRoom('again');
    expect(await refusal(under.node.setGate('again', 'shut'))).to.equal('room_not_found');
  });

  it('takes media from parties only, on a transport for sending', async () => {
    expect(await refusal(under.node.createTransport(room, watcher, 'send'))).to.equal('not_a_party');
    expect(await refusal(under.node.publish(room, await receive(visitors), 'audio', opus()))).to.equal(
      'not_a_party',
    );
    expect(await refusal(under.node.publish(room, await receive(watcher), 'audio', opus()))).to.equal(
      'not_a_party',
    );
  });

  it('takes Opus and VP8 in one layer, which the recorder knows, and nothing else', async () => {
    const transport = await send(visitors);
    const { node } = under;
    const refused = 'codec_not_supported';
    expect(await refusal(node.publish(room, transport, 'audio', parameters('audio/PCMU', 8000)))).to.equal(
      refused,
    );
    expect(await refusal(node.publish(room, transport, 'video', parameters('video/H264', 90_000)))).to.equal(
      refused,
    );
    expect(await refusal(node.publish(room, transport, 'audio', vp8()))).to.equal(refused);
    const layers = parameters('video/VP8', 90_000, 3);
    expect(await refusal(node.publish(room, transport, 'video', layers))).to.equal(refused);
    expect(await refusal(node.publish(room, transport, 'audio', {} as types.RtpParameters))).to.equal(
      refused,
    );
  });

  it('takes one track of a kind from a connection, and a new connection replaces the old one', async () => {
    const { node } = under;
    const transport = await send(visitors);
    const both = await Promise.allSettled([
      node.publish(room, transport, 'audio', opus()),
      node.publish(room, transport, 'audio', opus()),
    ]);
    expect(both.map(({ status }) => status)).to.deep.equal(['fulfilled', 'rejected']);
    expect(await refusal(node.publish(room, transport, 'audio', opus()))).to.equal('track_already_published');

    const reloaded = await send({ ...visitors, connectionId: 'v2' });
    const track = await node.publish(room, reloaded, 'audio', opus());
    expect(node.watchableTracks(room, prisoner)).to.deep.equal([track]);
    await under.told('trackEnded', ({ roomId }) => roomId === room);
  });

  it('shows a party the other party only, and a watcher both', async () => {
    const { node } = under;
    await node.publish(room, await send(prisoner), 'video', vp8());
    const seen = (who: Participant) => node.watchableTracks(room, who).map(({ party }) => party);
    expect(seen(visitors)).to.deep.equal(['prisoner']);
    expect(seen(prisoner)).to.deep.equal(['visitors']);
    expect(seen(watcher)).to.have.members(['visitors', 'prisoner']);

    const { routerRtpCapabilities } = await node.openRoom(room);
    const own = node.watchableTracks(room, prisoner)[0]?.producerId ?? '';
    const consume = async (who: Participant) =>
      node.consume(room, await receive(who), own, routerRtpCapabilities);
    expect(await refusal(consume(visitors))).to.equal('producer_not_found');
    expect(await refusal(consume(prisoner))).to.equal(undefined);
  });

  it('refuses ids of another room and ids of another kind', async () => {
    const { node } = under;
    const { routerRtpCapabilities: capabilities } = await node.openRoom(room);
    const elsewhere = await receive(prisoner, 'visit-2');
    const here = await receive(prisoner);
    const sending = await send(prisoner);
    const producerId = node.watchableTracks(room, prisoner)[0]?.producerId ?? '';
    const { id: consumerId } = await node.consume(room, here, producerId, capabilities);

    expect(await refusal(node.consume(room, elsewhere, producerId, capabilities))).to.equal(
      'transport_not_found',
    );
    expect(await refusal(node.consume(room, sending, producerId, capabilities))).to.equal(
      'transport_not_found',
    );
    expect(await refusal(node.consume('visit-2', elsewhere, producerId, capabilities))).to.equal(
      'producer_not_found',
    );
    expect(await refusal(node.consume(room, here, consumerId, capabilities))).to.equal('producer_not_found');
    expect(await refusal(node.resumeConsumer('visit-2', consumerId))).to.equal('consumer_not_found');
    expect(await refusal(node.resumeConsumer(room, producerId))).to.equal('consumer_not_found');
    expect(await refusal(node.restartIce(room, elsewhere))).to.equal('transport_not_found');
    expect(await refusal(node.resumeConsumer(room, consumerId))).to.equal(undefined);
  });

  it('gives a connection one consumer of a track: a second takes the place of the first', async () => {
    const { node } = under;
    const { routerRtpCapabilities: capabilities } = await node.openRoom(room);
    const producerId = node.watchableTracks(room, prisoner)[0]?.producerId ?? '';
    const consume = async (transport: string) =>
      (await node.consume(room, transport, producerId, capabilities)).id;
    const mine = await receive(prisoner);
    const [first, anothers, second] = [
      await consume(mine),
      await consume(await receive(watcher)),
      await consume(mine),
    ];
    expect(await refusal(node.resumeConsumer(room, first))).to.equal('consumer_not_found');
    expect(await refusal(node.resumeConsumer(room, second))).to.equal(undefined);
    expect(await refusal(node.resumeConsumer(room, anothers))).to.equal(undefined);
  });

  it('refuses the far end of a transport that makes no sense', async () => {
    const nonsense = { fingerprints: [] } as types.DtlsParameters;
    const attempt = under.node.connectTransport(room, await receive(visitors), nonsense);
    expect(await refusal(attempt)).to.equal('parameters_refused');
  });

  it('forgets all that a connection had when it leaves', async () => {
    const { node } = under;
    const leaving: Participant = { kind: 'party', party: 'visitors', connectionId: 'v9' };
    const transport = await send(leaving);
    const track = await node.publish(room, transport, 'video', vp8());
    await node.leave(room, 'v9');
    expect(node.watchableTracks(room, prisoner)).not.to.deep.include(track);
    expect(await refusal(node.publish(room, transport, 'video', vp8()))).to.equal('transport_not_found');
  });

  it('keeps the gate shut while nothing is recorded', async () => {
    expect(under.node.isRecorderWriting(room)).to.equal(false);
    expect(await refusal(under.node.setGate(room, 'open'))).to.equal('recording_failed');
    const noFolder = join(under.folder, 'a-file');
    writeFileSync(noFolder, '');
    expect(await refusal(under.node.startRecording(room, noFolder))).to.equal('recording_failed');
    await under.node.startRecording(room, under.folder);
    // Tracks are published, but no packet has come.
    expect(await refusal(under.node.setGate(room, 'open'))).to.equal('recording_failed');
  });

  it('takes nobody who leaves while publishing for a fault of the recorder', async () => {
    const leaving: Participant = { kind: 'party', party: 'visitors', connectionId: 'v10' };
    const transport = await send(leaving);
    await Promise.allSettled([
      under.node.publish(room, transport, 'video', vp8()),
      new Promise(setImmediate).then(() => under.node.leave(room, 'v10')),
    ]);
    await under.node.leave(room, 'v10');
    expect(under.events.map(({ type }) => type)).not.to.include('recorderFailed');
    expect(under.node.watchableTracks(room, prisoner).map(({ kind }) => kind)).not.to.include('video');
  });
});
