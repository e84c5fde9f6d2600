import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { type LiveVisit, openLiveVisit, untilBothMove } from './a-live-visit.ts';
import { expectKept, expectWhole, reportSeconds, writtenIn } from './after-the-end.ts';
import { until } from './patience.ts';
import { untilStill } from './pictures.ts';

describe('A recording folder that fills up in mid-visit', function () {
  this.timeout(150_000);
  let visit: LiveVisit;
  before(async function () {
    // A small file system of its own has to be mounted there.
    if (process.getuid?.() !== 0) return this.skip();
    visit = await openLiveVisit({ prepare: mountSmallFileSystem });
  });
  after(() => visit?.close());

  it('pauses the visit, says why, and goes on by itself in another part when there is room again', async () => {
    const written = writtenIn(visit.folder);
    const filler = fillUp(visit.folder);
    const full = performance.now();
    for (const page of Object.values(visit.pages)) {
      await page.getByRole('status').getByText('会见暂停').waitFor();
      await page.getByText('系统正在准备，请稍候。').waitFor();
      await untilStill(page);
    }
    reportSeconds('from the full folder to the words at both sides', full);
    expect((await visit.read()).now.pauseReasons).to.deep.equal(['recorder_not_writing']);
    expect((await visit.untilTold('recorder_failed')).facts.note).to.match(/ENOSPC/);
    // It is tried again, and fails again, for as long as it takes.
    await until(() => [...writtenIn(visit.folder).keys()].some((path) => path.includes('part-003')));
    expectKept(written);

    rmSync(filler);
    const roomAgain = performance.now();
    await visit.untilState('live');
    await untilBothMove(visit);
    reportSeconds('from room on the disk to pictures at both sides', roomAgain);
  });

  it('does not keep the visit from being stopped, and the recording is sealed once there is room', async () => {
    const written = writtenIn(visit.folder);
    const filler = fillUp(visit.folder);
    await visit.untilState('paused');
    expect(await visit.supervisors.prison.tell('stop', { reason: 'disorder' })).to.equal('done');
    await visit.untilState('ended');
    await until(async () => (await recordingState()) === 'failed');
    rmSync(filler);
    const { timeline } = await expectWhole(visit);
    expectKept(written);
    expect(timeline).to.include.members(['recorder_failed', 'recorder_writing', 'stopped']);
  });

  const recordingState = async () =>
    (await visit.get<{ state: string }>(`/api/visits/${visit.visitId}/recording`).catch(() => undefined))
      ?.state;
});

function mountSmallFileSystem(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=48m', 'visits-test', folder]);
  return () => execFileSync('umount', [folder]);
}

/** Leaves not a byte free. */
function fillUp(folder: string): string {
  const path = join(folder, 'filler');
  const file = openSync(path, 'w');
  try {
    for (const size of [1 << 20, 1 << 12, 1]) {
      const block = Buffer.alloc(size);
      for (let full = false; !full; ) full = !hasRoom(() => writeSync(file, block));
    }
  } finally {
    closeSync(file);
  }
  return path;
}

function hasRoom(write: () => number): boolean {
  try {
    return write() > 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return false;
    throw error;
  }
}
