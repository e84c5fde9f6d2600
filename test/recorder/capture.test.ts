import { join } from 'node:path';
import { expect } from 'chai';
import {
  openPart,
  type RecordingManifest,
  sealRecording,
  verifyRecording,
} from '../../sfu/recorder/index.ts';
import { until } from '../support/until.ts';
import { countStreams, findMalformed, joinSegments } from './support/outside-judges.ts';
import {
  audio,
  type Encoded,
  encodeFlashAndBeep,
  sequenceOf,
  type TimedPacket,
  video,
} from './support/real-packets.ts';
import { feed, recordingFolder, removeRecordingFolders } from './support/recordings.ts';

async function record(packets: TimedPacket[], reports: TimedPacket[] = []) {
  const folder = await recordingFolder();
  const part = await openPart(folder, { segmentSeconds: 1 });
  const track = part.addTrack({ party: 'visitors', ...video });
  feed(track, packets, reports);
  await part.close();
  const manifest = await sealRecording(folder);
  const capture = await joinSegments(join(part.folder, track.name), join(folder, '..', 'joined.pcapng'));
  return { folder, manifest, capture };
}

const only = (manifest: RecordingManifest) => {
  const track = manifest.parts[0]?.tracks[0];
  if (!track) throw new Error('No track in the manifest.');
  return track;
};

describe('Capturing RTP', () => {
  let encoded: Encoded;
  before(async () => {
    // Few enough numbers before the wrap that the stream passes it.
    encoded = await encodeFlashAndBeep({ seconds: 3, firstSequence: 65_480 });
  });
  after(removeRecordingFolders);

  it('keeps every packet and report in segments that Wireshark reads one behind the other', async () => {
    const { folder, manifest, capture } = await record(encoded.video, encoded.videoReports);
    const track = only(manifest);
    expect(track.segments.length).to.be.greaterThan(1);
    expect(track.packets).to.equal(encoded.video.length);
    expect(track.rtcpPackets).to.equal(encoded.videoReports.length).and.greaterThan(0);
    expect(track.missing).to.deep.equal([]);
    expect(await countStreams(capture)).to.deep.equal([
      { ssrc: video.ssrc, packets: encoded.video.length, lost: 0 },
    ]);
    expect(await findMalformed(capture)).to.equal('');
    expect(await verifyRecording(folder, manifest.sha256)).to.deep.equal({ ok: true, manifest });
  });

  it('names the packets that are missing across the wrap of sequence numbers, as Wireshark counts them', async () => {
    const kept = encoded.video.filter((packet) => ![65_533, 65_535, 0, 1].includes(sequenceOf(packet)));
    const { folder, manifest, capture } = await record(kept);
    const track = only(manifest);
    expect(track.missing.map(({ from, to }) => [from - 65_536, to - 65_536])).to.deep.equal([
      [65_533, 65_533],
      [65_535, 65_537],
    ]);
    expect(track.missingPackets).to.equal(4);
    expect(track.expected).to.equal(encoded.video.length);
    expect(await countStreams(capture)).to.deep.equal([{ ssrc: video.ssrc, packets: kept.length, lost: 4 }]);
    expect(await verifyRecording(folder)).to.have.property('ok', true);
  });

  it('fills a gap with a packet that comes late, even in a later segment, and counts what comes twice', async () => {
    const [late, ...others] = encoded.video.slice(5);
    const twice = others[10];
    if (!late || !twice) throw new Error('Too few packets.');
    const end = others.at(-1)?.arrival ?? 0n;
    const packets = [
      ...encoded.video.slice(0, 5),
      ...others,
      { ...late, arrival: end },
      { ...twice, arrival: end },
    ];
    const { folder, manifest } = await record(packets);
    const track = only(manifest);
    expect(track.missing).to.deep.equal([]);
    expect(track.duplicates).to.equal(1);
    expect(track.packets).to.equal(encoded.video.length + 1);
    expect(await verifyRecording(folder)).to.have.property('ok', true);
  });

  it('is writing once every open track has a packet on disk, and not after it is closed', async () => {
    const part = await openPart(await recordingFolder());
    const said: boolean[] = [];
    part.onWriting(() => said.push(part.isWriting()));
    expect(part.isWriting()).to.equal(false);
    const sound = part.addTrack({ party: 'prisoner', ...audio });
    const first = encoded.audio.slice(0, 1);
    feed(sound, first);
    expect(part.isWriting()).to.equal(false);
    await until(() => part.isWriting());
    expect(sound.packetsOnDisk()).to.equal(1);
    const picture = part.addTrack({ party: 'prisoner', ...video });
    expect(part.isWriting()).to.equal(false);
    feed(picture, encoded.video.slice(0, 1));
    await until(() => part.isWriting());
    expect(said).to.deep.equal([true, true]);
    await part.close();
    expect(part.isWriting()).to.equal(false);
  });

  it('makes a part of its own for each life of a recorder, and takes none once sealed', async () => {
    const folder = await recordingFolder();
    for (const name of ['part-001', 'part-002']) {
      const part = await openPart(folder);
      expect(part.folder).to.equal(join(folder, name));
      feed(part.addTrack({ party: 'visitors', ...audio }), encoded.audio.slice(0, 50));
      await part.close();
    }
    const manifest = await sealRecording(folder);
    expect(manifest.parts.map((part) => part.name)).to.deep.equal(['part-001', 'part-002']);
    expect(manifest.packets).to.equal(100);
    expect(await sealRecording(folder)).to.deep.equal(manifest);
    const refused = await openPart(folder).catch((error: Error) => error.message);
    expect(refused).to.match(/sealed/);
  });

  it('seals a recording into which no packet came', async () => {
    const folder = await recordingFolder();
    const part = await openPart(folder);
    part.addTrack({ party: 'visitors', ...audio });
    await part.close();
    const manifest = await sealRecording(folder);
    expect(manifest).to.include({ packets: 0, expected: 0, missingPackets: 0 });
    expect(await verifyRecording(folder, manifest.sha256)).to.have.property('ok', true);
    const nothing = await recordingFolder();
    expect(await verifyRecording(nothing, (await sealRecording(nothing)).sha256)).to.have.property(
      'ok',
      true,
    );
  });
});
