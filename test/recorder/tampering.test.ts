import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, rename, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import canonicalize from 'canonicalize';
import { expect } from 'chai';
import {
  openPart,
  type RecordingManifest,
  sealRecording,
  verifyRecording,
} from '../../sfu/recorder/index.ts';
import { audio, plainPacket } from './support/real-packets.ts';
import { recordingFolder, removeRecordingFolders } from './support/recordings.ts';

const verify = new URL('../../sfu/recorder/commands/verify.ts', import.meta.url).pathname;

async function runVerifier(...args: string[]): Promise<{ code: number; stdout: string }> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [verify, ...args]);
    return { code: 0, stdout };
  } catch (error) {
    return error as { code: number; stdout: string };
  }
}

async function rewrite(path: string, change: (text: string) => string): Promise<void> {
  await writeFile(path, change(await readFile(path, 'utf8')));
}

describe('Verifying a recording', () => {
  let sealed: RecordingManifest;
  let original: string;

  before(async () => {
    original = await recordingFolder();
    const part = await openPart(original, { segmentSeconds: 1 });
    const track = part.addTrack({ party: 'visitors', ...audio });
    for (let number = 0; number < 200; number += 1) {
      if (number !== 70) track.writeRtp(plainPacket(number), BigInt(number) * 20_000_000n);
    }
    await part.close();
    sealed = await sealRecording(original);
  });
  after(removeRecordingFolders);

  const segment = (number: number) => `part-001/track-01-visitors-audio/00000${number}.pcapng`;
  const chain = 'part-001/chain.jsonl';

  /** Changes a copy, and tells what the verifier says of it. */
  async function problemAfter(change: (folder: string) => Promise<unknown>): Promise<string> {
    const folder = await recordingFolder();
    await cp(original, folder, { recursive: true });
    await change(folder);
    const verdict = await verifyRecording(folder, sealed.sha256);
    return verdict.ok ? 'sound' : verdict.problem;
  }

  it('finds a sound recording sound, also under another name and with files made from it beside it', async () => {
    const moved = join(await recordingFolder(), 'exported');
    await cp(original, moved, { recursive: true });
    await mkdir(join(moved, 'playable'));
    await writeFile(join(moved, 'playable', 'visitors.webm'), 'anything');
    await writeFile(join(moved, 'timeline.jsonl'), '');
    expect(await verifyRecording(moved, sealed.sha256)).to.have.property('ok', true);
  });

  it('names a segment of which one bit was changed', async () => {
    const problem = await problemAfter(async (folder) => {
      const bytes = await readFile(join(folder, segment(2)));
      bytes[1000] = (bytes[1000] ?? 0) ^ 1;
      await writeFile(join(folder, segment(2)), bytes);
    });
    expect(problem)
      .to.contain(segment(2))
      .and.match(/changed/);
  });

  it('names a segment that was taken away, put in, or swapped', async () => {
    expect(await problemAfter((folder) => unlink(join(folder, segment(3))))).to.equal(
      `${segment(3)} is missing`,
    );
    const inserted = await problemAfter((folder) => cp(join(folder, segment(1)), join(folder, segment(5))));
    expect(inserted).to.equal(`${segment(5)} is not part of the recording`);
    const swapped = await problemAfter(async (folder) => {
      await rename(join(folder, segment(2)), join(folder, 'aside'));
      await rename(join(folder, segment(3)), join(folder, segment(2)));
      await rename(join(folder, 'aside'), join(folder, segment(3)));
    });
    expect(swapped).to.contain(segment(2));
  });

  it('names a chain of which a line was removed, changed or added, or that is gone', async () => {
    const lines = (change: (lines: string[]) => string[]) => (text: string) =>
      change(text.split('\n')).join('\n');
    for (const change of [
      lines(([first = '', , ...rest]) => [first, ...rest]),
      lines((all) => [...all.slice(0, -2), '']),
      lines(([first = '', ...rest]) => [first.replace('"packets":50', '"packets":51'), ...rest]),
      lines((all) => [...all.slice(0, -1), all[0] ?? '', '']),
    ]) {
      expect(await problemAfter((folder) => rewrite(join(folder, chain), change))).to.contain(chain);
    }
    expect(await problemAfter((folder) => unlink(join(folder, chain)))).to.equal(`${chain} is missing`);
  });

  it('names the manifest when it is gone, was rewritten, or is not canonical', async () => {
    const path = (folder: string) => join(folder, 'manifest.json');
    expect(await problemAfter((folder) => unlink(path(folder)))).to.contain('manifest.json is missing');
    expect(await problemAfter((folder) => rewrite(path(folder), (text) => `${text}\n`))).to.match(
      /canonical/,
    );
    const forge = (text: string) => canonicalize({ ...JSON.parse(text), packets: 200 }) ?? '';
    expect(await problemAfter((folder) => rewrite(path(folder), forge))).to.contain(
      'manifest.json has the hash',
    );
    // Without the ledger's hash, the packets themselves speak.
    const folder = await recordingFolder();
    await cp(original, folder, { recursive: true });
    await rewrite(path(folder), forge);
    expect(await verifyRecording(folder))
      .to.have.property('problem')
      .that.matches(/packets: sealed is 200/);
  });

  it('is a command that answers with its exit status', async () => {
    const sound = await runVerifier(original, sealed.sha256);
    expect(sound).to.have.property('code', 0);
    expect(sound.stdout).to.contain('1 of 200 missing in 1 gaps').and.contain(sealed.sha256);
    expect(await runVerifier(original, '0'.repeat(64))).to.have.property('code', 1);
    expect(await runVerifier()).to.have.property('code', 2);
    expect(await runVerifier(join(original, 'nowhere'))).to.have.property('code', 2);
  });
});
