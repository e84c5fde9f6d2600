import { execFileSync } from 'node:child_process';
import { expect } from 'chai';
import { type LiveVisit, openLiveVisit, untilBothMove } from './a-live-visit.ts';
import { expectKept, expectWhole, reportSeconds, writtenIn } from './after-the-end.ts';

describe('A media worker that is killed in mid-visit', function () {
  this.timeout(120_000);
  let visit: LiveVisit;
  before(async () => {
    visit = await openLiveVisit();
  });
  after(() => visit?.close());

  it('is replaced: both sides see each other again by themselves, in a second part of the recording', async () => {
    expect(await visit.supervisors.district.tell('warn', { warning: 'keep_order' })).to.equal('done');
    const worker = execFileSync('pgrep', ['-P', String(visit.server.pid), '-f', 'mediasoup-worker']);
    const written = writtenIn(visit.folder);
    const killed = performance.now();
    process.kill(Number(worker), 'SIGKILL');
    await visit.untilTold('media_lost');
    await visit.untilState('live');
    await untilBothMove(visit);
    reportSeconds('from the death of the worker to pictures at both sides', killed);

    expect(await visit.supervisors.prison.tell('stop', { reason: 'disorder' })).to.equal('done');
    const { manifest, timeline } = await expectWhole(visit);
    expectKept(written);
    expect(manifest.parts.map(({ closed }) => closed)).to.deep.equal([true, true]);
    expect(timeline).to.include.members(['warned', 'media_lost', 'paused', 'stopped']);
  });
});
