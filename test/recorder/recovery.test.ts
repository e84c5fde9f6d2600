import { appendFile, readFile, stat, truncate, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { openPart, sealRecording, verifyRecording } from '../../sfu/recorder/index.ts';
import { countStreams, joinSegments } from './support/outside-judges.ts';
import { audio, plainPacket } from './support/real-packets.ts';
import { recordingFolder, removeRecordingFolders } from './support/recordings.ts';

const packets = 100;

/** Two segments with a line each; then the second is treated as if its recorder had died before closing it. */
async function unclosedRecording() {
  const folder = await recordingFolder();
  const part = await openPart(folder, { segmentSeconds: 1 });
  const track = part.addTrack({ party: 'visitors', ...audio });
  for (let number = 0; number < packets; number += 1) {
    track.writeRtp(plainPacket(65_500 + number), BigInt(number) * 20_000_000n);
  }
  await part.close();
  const chain = join(part.folder, 'chain.jsonl');
  const [first] = (await readFile(chain, 'utf8')).split('\n');
  await writeFile(chain, `${first}\n`);
  const trackFolder = join(part.folder, track.name);
  return { folder, chain, trackFolder, segment: join(trackFolder, '000002.pcapng') };
}

async function expectSound(folder: string, trackFolder: string, count: number) {
  const manifest = await sealRecording(folder);
  expect(await verifyRecording(folder, manifest.sha256)).to.deep.equal({ ok: true, manifest });
  expect(manifest.packets).to.equal(count);
  const capture = await joinSegments(trackFolder, join(folder, '..', 'joined.pcapng'));
  expect(await countStreams(capture)).to.deep.equal([{ ssrc: audio.ssrc, packets: count, lost: 0 }]);
  return manifest;
}

describe('Recovering what a crash left', () => {
  after(removeRecordingFolders);

  it('chains a segment that is whole but has no line', async () => {
    const { folder, trackFolder } = await unclosedRecording();
    const manifest = await expectSound(folder, trackFolder, packets);
    expect(manifest.parts[0]?.tracks[0]?.segments.map((segment) => segment.recovered)).to.deep.equal([
      undefined,
      true,
    ]);
  });

  for (const cut of [1, 4, 30, 90]) {
    it(`sets a block that lacks its last ${cut} bytes aside, and loses none of its bytes`, async () => {
      const { folder, trackFolder, segment } = await unclosedRecording();
      const whole = await readFile(segment);
      await truncate(segment, whole.length - cut);
      const manifest = await expectSound(folder, trackFolder, packets - 1);
      const torn = await readFile(`${segment}.torn`);
      const kept = Buffer.concat([await readFile(segment), torn]);
      expect(kept.equals(whole.subarray(0, whole.length - cut))).to.equal(true);
      expect(manifest.parts[0]?.torn).to.have.length(1);
      await appendFile(`${segment}.torn`, 'x');
      expect(await verifyRecording(folder)).to.have.property('ok', false);
    });
  }

  it('takes zeros at the end of a file, which a power failure leaves, for no packets', async () => {
    const { folder, trackFolder, segment } = await unclosedRecording();
    await appendFile(segment, Buffer.alloc(4096));
    await expectSound(folder, trackFolder, packets);
    expect((await stat(`${segment}.torn`)).size).to.equal(4096);
  });

  it('sets a segment without a whole beginning aside, and one without any bytes', async () => {
    for (const length of [0, 20, 40]) {
      const { folder, trackFolder, segment } = await unclosedRecording();
      await truncate(segment, length);
      await expectSound(folder, trackFolder, packets / 2);
      expect(await stat(segment).catch(() => undefined)).to.equal(undefined);
      expect((await stat(`${segment}.torn`)).size).to.equal(length);
    }
  });

  it('writes a line of the chain anew that was cut short', async () => {
    const { folder, chain, trackFolder } = await unclosedRecording();
    await appendFile(chain, '{"bytes":12');
    const manifest = await expectSound(folder, trackFolder, packets);
    expect(manifest.parts[0]?.torn.map(({ name }) => name)).to.deep.equal(['chain.jsonl.torn']);
    expect(manifest.parts[0]?.chain).to.have.property('lines', 2);
  });

  it('seals a folder all of whose chain is lost', async () => {
    const { folder, chain, trackFolder } = await unclosedRecording();
    await unlink(chain);
    await expectSound(folder, trackFolder, packets);
  });

  it('seals, and says, that a line in the middle of the chain was changed before', async () => {
    const { folder, chain } = await unclosedRecording();
    const [first = ''] = (await readFile(chain, 'utf8')).split('\n');
    await writeFile(chain, `${first.replace('"packets":50', '"packets":49')}\n${first}\n`);
    const manifest = await sealRecording(folder);
    expect(manifest.parts[0]?.chain.fault).to.match(/line 2/);
    const verdict = await verifyRecording(folder, manifest.sha256);
    expect(verdict).to.have.property('ok', false);
    expect(verdict)
      .to.have.property('problem')
      .that.matches(/chain.jsonl: line 2/);
  });
});
