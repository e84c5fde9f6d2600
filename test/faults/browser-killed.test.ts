import { expect } from 'chai';
import { type BrowserServer, chromium } from 'playwright-core';
import { chromiumArguments, chromiumPath, launchChromium } from '../support/browser.ts';
import { type LiveVisit, openLiveVisit, untilBothMove } from './a-live-visit.ts';
import { expectKept, expectWhole, reportSeconds, writtenIn } from './after-the-end.ts';
import { untilStill } from './pictures.ts';

describe('A party whose browser is killed in mid-visit', function () {
  this.timeout(120_000);
  let visit: LiveVisit;
  let doomed: BrowserServer;
  before(async () => {
    doomed = await chromium.launchServer({ executablePath: chromiumPath(), args: [...chromiumArguments] });
    visit = await openLiveVisit({ browsers: { prisoner: await chromium.connect(doomed.wsEndpoint()) } });
  });
  after(async () => {
    await visit?.close();
    await doomed?.kill();
  });

  it('is missed by the other side, which is paused and told why, and comes back into the same visit', async () => {
    const written = writtenIn(visit.folder);
    const killed = performance.now();
    process.kill(doomed.process().pid ?? 0, 'SIGKILL');
    const { visitors } = visit.pages;
    await visitors.getByRole('status').getByText('会见暂停').waitFor();
    await visitors.getByText('监狱一方尚未接通，请稍候。').waitFor();
    const seconds = (performance.now() - killed) / 1000;
    reportSeconds('from the death of the browser to the words at the other side', killed);
    expect(seconds).to.be.lessThan(12);
    await untilStill(visitors);
    expect((await visit.read()).now.pauseReasons).to.deep.equal(['prisoner_lost']);

    const next = await launchChromium();
    const opened = performance.now();
    visit.pages.prisoner = await visit.openStation('prisoner', next);
    await untilBothMove(visit);
    reportSeconds('from a new browser to pictures at both sides', opened);

    expect(await visit.supervisors.district.tell('finish', { outcome: 'PRISONER_COMPLETED_EARLY' })).to.equal(
      'done',
    );
    const { manifest, timeline } = await expectWhole(visit);
    await next.close();
    expectKept(written);
    expect(manifest.parts.map(({ closed, tracks }) => [closed, tracks.length])).to.deep.equal([[true, 6]]);
    expect(timeline).to.include.members(['prisoner_lost', 'paused', 'finished']);
  });
});
