import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { openPart, sealRecording, verifyRecording } from '../../sfu/recorder/index.ts';
import { childScript, runChild, startChild } from './support/child.ts';
import { countStreams, joinSegments } from './support/outside-judges.ts';
import { audio, plainPacket } from './support/real-packets.ts';
import { recordingFolder, removeRecordingFolders } from './support/recordings.ts';

const script = childScript('write-until-told.ts');
const lastLine = (output: string) => JSON.parse(output.trim().split('\n').at(-1) ?? '{}');

/** What a failed recorder left is sound: everything that it said was on disk is there. */
async function expectKept(folder: string, onDisk: number) {
  const manifest = await sealRecording(folder);
  expect(await verifyRecording(folder, manifest.sha256)).to.deep.equal({ ok: true, manifest });
  expect(manifest.packets).to.be.at.least(onDisk).and.greaterThan(0);
  const [track] = manifest.parts[0]?.tracks ?? [];
  expect(track?.missing).to.deep.equal([]);
  const capture = await joinSegments(
    join(folder, 'part-001', track?.name ?? ''),
    join(folder, '..', 'joined.pcapng'),
  );
  expect(await countStreams(capture)).to.deep.equal([
    { ssrc: audio.ssrc, packets: manifest.packets, lost: 0 },
  ]);
  return manifest;
}

describe('A recorder that cannot write', () => {
  after(removeRecordingFolders);

  it('says so once when the disk is full, and keeps what was written', async function () {
    this.timeout(30_000);
    const outside = join(await recordingFolder(), '..');
    const disk = join(outside, 'disk');
    await mkdir(disk);
    // A namespace of its own: the small disk is gone with it, so the recording is copied out first.
    const steps =
      'mount -t tmpfs -o size=200k tmpfs "$1" && "$2" "$3" "$1/visit-1" && cp -a "$1/visit-1" "$4"';
    const output = await runChild('unshare', [
      ...['--user', '--map-root-user', '--mount', 'sh', '-c', steps, 'sh'],
      ...[disk, process.execPath, script, outside],
    ]);
    const told = lastLine(output);
    expect(told.failures).to.have.length(1);
    expect(told.failures[0]).to.match(/ENOSPC/);
    expect(output).to.contain('"isWriting":false');
    await expectKept(join(outside, 'visit-1'), told.onDisk);
  });

  it('says so when a file may not grow, and keeps what was written', async () => {
    const folder = await recordingFolder();
    // 16 blocks of 512 bytes: the limit is met in the middle of a segment.
    const steps = 'ulimit -f 16 && "$1" "$2" "$3"';
    const told = lastLine(await runChild('sh', ['-c', steps, 'sh', process.execPath, script, folder]));
    expect(told.failures).to.have.length(1);
    expect(told.failures[0]).to.match(/EFBIG/);
    await expectKept(folder, told.onDisk);
  });

  it('says so when a write hangs for two seconds, and still writes what waited once it can', async function () {
    this.timeout(30_000);
    const folder = await recordingFolder();
    const pipe = join(folder, '..', 'pipe');
    await promisify(execFile)('mkfifo', [pipe]);
    const child = runChild(process.execPath, [script, folder, pipe], { UV_THREADPOOL_SIZE: '1' });
    await new Promise((resolve) => setTimeout(resolve, 5000));
    const release = await open(pipe, 'w');
    const told = lastLine(await child);
    await release.close();
    expect(told.failures).to.have.length(1);
    expect(told.failures[0]).to.match(/too slow/);
    const manifest = await expectKept(folder, told.onDisk);
    expect(manifest.packets).to.equal(told.sent + 100);
    expect(manifest.parts[0]).to.include({ closed: true, lost: 0 });
  });

  it('says so when its folder is taken away, and never throws into the path of packets', async () => {
    const folder = await recordingFolder();
    const part = await openPart(folder);
    const failed = new Promise<Error>((resolve) => part.onFailure(resolve));
    await rename(part.folder, `${part.folder}-away`);
    const track = part.addTrack({ party: 'visitors', ...audio });
    track.writeRtp(plainPacket(1), 1n);
    expect((await failed).message).to.match(/ENOENT/);
    expect(part.isWriting()).to.equal(false);
    track.writeRtp(plainPacket(2), 2n);
    await part.close();
    await rm(`${part.folder}-away`, { recursive: true });
  });

  it('drops and counts packets rather than fill the memory', async () => {
    const folder = await recordingFolder();
    const part = await openPart(folder, { pendingLimitBytes: 1000 });
    const failures: Error[] = [];
    part.onFailure((error) => failures.push(error));
    const track = part.addTrack({ party: 'visitors', ...audio });
    for (let sequence = 0; sequence < 100; sequence += 1) track.writeRtp(plainPacket(sequence), 1_000_000n);
    await part.close();
    expect(failures).to.have.length(1);
    const manifest = await sealRecording(folder);
    expect(manifest.parts[0]?.lost)
      .to.equal(100 - manifest.packets)
      .and.greaterThan(0);
    expect(manifest.parts[0]?.failure).to.match(/memory/);
  });
});

describe('A recorder that is killed', () => {
  after(removeRecordingFolders);

  it('loses at most the last tenth of a second, and its open segment is recovered by sealing', async () => {
    const folder = await recordingFolder();
    const child = startChild(process.execPath, [script, folder]);
    while (!child.output().includes('"sent":800')) await new Promise((resolve) => setTimeout(resolve, 20));
    child.process.kill('SIGKILL');
    await once(child.process, 'close');
    const { sent } = lastLine(child.output());
    const manifest = await expectKept(folder, sent - 50);
    const [part] = manifest.parts;
    expect(part).to.include({ closed: false });
    const segments = part?.tracks[0]?.segments ?? [];
    expect(segments.length).to.be.greaterThan(2);
    expect(segments.at(-1)).to.have.property('recovered', true);
    expect(segments[0]).not.to.have.property('recovered');
  });
});
