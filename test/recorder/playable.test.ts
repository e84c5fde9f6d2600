import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import {
  createRecordingArchive,
  makePlayable,
  openPart,
  sealRecording,
  verifyRecording,
} from '../../sfu/recorder/index.ts';
import { decodeComplaints, findFlashesAndBeeps, packetTimes, probe } from './support/outside-judges.ts';
import {
  audio,
  continued,
  type Encoded,
  encodeFlashAndBeep,
  start,
  type TimedPacket,
  video,
} from './support/real-packets.ts';
import { feed, recordingFolder, removeRecordingFolders } from './support/recordings.ts';

type Party = 'visitors' | 'prisoner';
type Media = { video?: TimedPacket[]; audio?: TimedPacket[]; absCaptureTimeId?: number };

async function recordPart(folder: string, parties: Partial<Record<Party, Media>>): Promise<void> {
  const part = await openPart(folder);
  for (const [party, media] of Object.entries(parties) as [Party, Media][]) {
    const { absCaptureTimeId } = media;
    if (media.video) feed(part.addTrack({ party, absCaptureTimeId, ...video }), media.video);
    if (media.audio) feed(part.addTrack({ party, absCaptureTimeId, ...audio }), media.audio);
  }
  await part.close();
}

async function playable(...parts: Partial<Record<Party, Media>>[]) {
  const folder = await recordingFolder();
  for (const part of parts) await recordPart(folder, part);
  await sealRecording(folder);
  await makePlayable(folder);
  const file = (name: string) => join(folder, 'playable', name);
  return {
    folder,
    visitors: file('visitors.webm'),
    prisoner: file('prisoner.webm'),
    timeline: file('timeline.vtt'),
  };
}

const later = (packets: TimedPacket[], milliseconds: number) =>
  packets.map(({ packet, arrival }) => ({ packet, arrival: arrival + BigInt(milliseconds) * 1_000_000n }));

/** Nothing to complain of, and sound and picture together to 40 ms, where people begin to notice. */
async function expectWellTimed(file: string): Promise<{ flashes: number[]; beeps: number[] }> {
  expect(await decodeComplaints(file)).to.equal('');
  const found = await findFlashesAndBeeps(file);
  expect(found.flashes.length).to.be.greaterThan(1);
  for (const flash of found.flashes) {
    expect(Math.min(...found.beeps.map((beep) => Math.abs(beep - flash)))).to.be.below(0.04);
  }
  return found;
}

describe('Making a recording playable', function () {
  this.timeout(60_000);
  let small: Encoded;
  let large: Encoded;

  before(async () => {
    small = await encodeFlashAndBeep({ seconds: 4, firstSequence: 65_480 });
    large = await encodeFlashAndBeep({ seconds: 3, size: '640x360' });
  });
  after(removeRecordingFolders);

  it('gives a WebM for each party, both from one zero, that ffmpeg decodes without a word', async () => {
    const { visitors, prisoner } = await playable({
      visitors: small,
      prisoner: { video: later(small.video, 1500), audio: later(small.audio, 1500) },
    });
    const { format, streams } = await probe(visitors);
    expect(format.format_name).to.contain('webm');
    expect(streams.map((stream) => stream.codec_name)).to.deep.equal(['vp8', 'opus']);
    expect(Number(format.duration)).to.be.closeTo(4, 0.2);
    expect(await packetTimes(visitors, 'v')).to.have.length(100);
    expect((await probe(prisoner)).format.start_time).to.equal('0.000000');
    const first = await expectWellTimed(visitors);
    const second = await expectWellTimed(prisoner);
    expect((second.beeps.at(-1) ?? 0) - (first.beeps.at(-1) ?? 0)).to.be.closeTo(1.5, 0.03);
  });

  it('puts late packets in their place and plays doubles once', async () => {
    const shuffled = small.video.map((packet, index) => ({
      packet,
      place: index % 7 === 3 ? index + 12 : index,
    }));
    shuffled.sort((a, b) => a.place - b.place);
    const packets = shuffled.flatMap(({ packet }, index) => (index % 11 === 0 ? [packet, packet] : [packet]));
    const { visitors } = await playable({ visitors: { video: packets, audio: small.audio } });
    expect(await packetTimes(visitors, 'v')).to.have.length(100);
    await expectWellTimed(visitors);
  });

  it('takes the original out of a retransmission packet (RFC 4588)', async () => {
    const folder = await recordingFolder();
    const part = await openPart(folder);
    const rtxSsrc = 3333;
    const wrapped = small.video.map(({ packet, arrival }, index) => {
      if (index % 20 !== 7) return { packet, arrival };
      const retransmission = Buffer.concat([
        packet.subarray(0, 12),
        packet.subarray(2, 4),
        packet.subarray(12),
      ]);
      retransmission[1] = (packet.readUInt8(1) & 0x80) | 97;
      retransmission.writeUInt16BE(index, 2);
      retransmission.writeUInt32BE(rtxSsrc, 8);
      return { packet: retransmission, arrival };
    });
    feed(part.addTrack({ party: 'prisoner', ...video, rtxSsrc }), wrapped);
    await part.close();
    expect(await sealRecording(folder)).to.include({ missingPackets: 0, packets: small.video.length });
    await makePlayable(folder);
    const file = join(folder, 'playable', 'prisoner.webm');
    expect(await packetTimes(file, 'v')).to.have.length(100);
    expect(await decodeComplaints(file)).to.equal('');
  });

  it('leaves pictures out from a lost packet to the next key frame, and keeps time', async () => {
    const lostAt = Math.floor(small.video.length * 0.4);
    const { visitors, timeline } = await playable({
      visitors: { video: small.video.filter((_, index) => index !== lostAt), audio: small.audio },
    });
    expect(await decodeComplaints(visitors)).to.equal('');
    const times = await packetTimes(visitors, 'v');
    expect(times.length).to.be.within(70, 99);
    const jumps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(jumps.filter((jump) => jump > 0.1)).to.have.length(1);
    expect(times.at(-1)).to.be.closeTo(3.96, 0.05);
    expect(await readFile(timeline, 'utf8')).to.match(
      /gap\n.*\n会见人画面缺 1 个数据包\nvisitors video: 1 packets missing/,
    );
  });

  it('goes on when key frames change their size in one stream', async () => {
    const last = small.video.at(-1)?.packet;
    const first = large.video[0];
    if (!last || !first) throw new Error('Too few packets.');
    const grown = continued(large.video, {
      sequence: last.readUInt16BE(2) + 1 - first.packet.readUInt16BE(2),
      timestamp: last.readUInt32BE(4) + 3600 - first.packet.readUInt32BE(4),
      nanoseconds: 4_000_000_000n,
    });
    const { visitors } = await playable({ visitors: { video: [...small.video, ...grown] } });
    expect(await decodeComplaints(visitors)).to.equal('');
    expect((await probe(visitors)).streams[0]).to.include({ width: 640, height: 360 });
    expect(await packetTimes(visitors, 'v')).to.have.length(175);
  });

  it('leaves the time between two lives of the recorder empty', async () => {
    const second = { video: later(small.video, 10_000), audio: later(small.audio, 10_000) };
    const { visitors, timeline } = await playable({ visitors: small }, { visitors: second });
    const { beeps } = await expectWellTimed(visitors);
    expect(beeps.map(Math.floor)).to.include.members([1, 2, 3, 10, 11, 12, 13]);
    const times = await packetTimes(visitors, 'v');
    expect(times.filter((time) => time > 4.1 && time < 9.9)).to.deep.equal([]);
    expect(await readFile(timeline, 'utf8')).to.match(
      /interruption\n00:00:0[34]\.\d+ --> 00:00:(09\.9|10\.0)/,
    );
  });

  it('keeps lips and voice together by the capture time where the way of the picture is slow', async () => {
    const capture = (packets: TimedPacket[], clockRate: number, slower: number) => {
      const first = packets[0]?.packet.readUInt32BE(4) ?? 0;
      return packets.map(({ packet, arrival }) => {
        const seconds = 3_999_999_000 + ((packet.readUInt32BE(4) - first) >>> 0) / clockRate;
        const extension = Buffer.from([0xbe, 0xde, 0, 3, 0x57, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        extension.writeUInt32BE(Math.floor(seconds), 5);
        extension.writeUInt32BE(Math.floor((seconds % 1) * 2 ** 32), 9);
        const copy = Buffer.concat([packet.subarray(0, 12), extension, packet.subarray(12)]);
        copy[0] = (copy[0] ?? 0) | 0x10;
        return { packet: copy, arrival: arrival + BigInt(slower) * 1_000_000n };
      });
    };
    const { visitors } = await playable({
      visitors: {
        absCaptureTimeId: 5,
        video: capture(small.video, video.clockRate, 300),
        audio: capture(small.audio, audio.clockRate, 0),
      },
    });
    await expectWellTimed(visitors);
  });

  it('follows a sender whose sound card runs slow, over twenty minutes', async () => {
    const [, one] = small.audio;
    if (!one) throw new Error('Too few packets.');
    const count = 6000;
    const packets = Array.from({ length: count }, (_, index) => {
      const packet = Buffer.from(one.packet);
      packet.writeUInt16BE(index & 0xffff, 2);
      packet.writeUInt32BE(index * 9600, 4);
      // 200 ms of RTP time take 200.02 ms, and the network adds up to 30 ms.
      return { packet, arrival: BigInt(Math.round(index * 200.02e6 + ((index * 7919) % 31) * 1e6)) };
    });
    const { visitors } = await playable({ visitors: { audio: packets } });
    expect((await packetTimes(visitors, 'a')).at(-1)).to.be.closeTo((count - 1) * 0.20002, 0.03);
  });

  it('is made by a process of low priority, once, and binds nothing that is sealed', async () => {
    const folder = await recordingFolder();
    await recordPart(folder, { visitors: small });
    const event = {
      at: new Date(Number(start / 1_000_000n) + 2000).toISOString(),
      kind: 'warning',
      text: '第一次警告 <b> -->',
    };
    await writeFile(join(folder, 'timeline.jsonl'), `${JSON.stringify(event)}\n{"at":"torn`);
    const archive = createRecordingArchive();
    const manifest = await archive.seal(folder);
    await mkdir(join(folder, 'playable.growing'));
    await writeFile(join(folder, 'playable.growing', 'visitors.webm'), 'left by a crash');
    await Promise.all([archive.makePlayable(folder), archive.makePlayable(folder)]);
    expect(await readdir(join(folder, 'playable'))).to.have.members(['visitors.webm', 'timeline.vtt']);
    const { ino } = await stat(join(folder, 'playable', 'visitors.webm'));
    await archive.makePlayable(folder);
    expect((await stat(join(folder, 'playable', 'visitors.webm'))).ino).to.equal(ino);
    const timeline = await readFile(join(folder, 'playable', 'timeline.vtt'), 'utf8');
    expect(timeline).to.match(/^WEBVTT\n\nNOTE zero /);
    expect(timeline).to.match(
      /warning\n00:00:0[12]\.\d{3} --> 00:00:0[56]\.\d{3}\n第一次警告 &lt;b&gt; --&gt;/,
    );
    expect(timeline).to.contain('1 lines of the timeline could not be read');
    expect(await verifyRecording(folder, manifest.sha256)).to.have.property('ok', true);
  });

  it('refuses a recording that is not sealed, and makes no media of an empty one', async () => {
    const unsealed = await recordingFolder();
    await recordPart(unsealed, { visitors: small });
    const refused = await createRecordingArchive()
      .makePlayable(unsealed)
      .catch((error: Error) => error.message);
    expect(refused).to.match(/not sealed/);
    const empty = await recordingFolder();
    await sealRecording(empty);
    await makePlayable(empty);
    expect(await readdir(join(empty, 'playable'))).to.deep.equal(['timeline.vtt']);
  });
});
