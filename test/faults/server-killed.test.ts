import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { type LiveVisit, openLiveVisit, untilBothMove } from './a-live-visit.ts';
import { expectKept, expectRecordedUntil, expectWhole, reportSeconds, writtenIn } from './after-the-end.ts';
import { letTimeEnd } from './hard-end.ts';
import { untilMoving } from './pictures.ts';

describe('A server that is killed in mid-visit', function () {
  this.timeout(150_000);
  let visit: LiveVisit;
  let consoles: Page[];
  before(async () => {
    visit = await openLiveVisit();
    consoles = [
      await visit.openConsole('supervisor', `/visits/${visit.visitId}/supervise`),
      await visit.openConsole('baimaoling.officer', `/visits/${visit.visitId}/supervise`),
    ];
    for (const console of consoles) await untilMoving(console, '会见室画面');
    // From here on people at their screens alone supervise.
    for (const supervisor of Object.values(visit.supervisors)) supervisor.leave();
  });
  after(() => visit?.close());

  it('is waited for by every page, and the visit goes on with nobody touching anything', async () => {
    const [district, prison] = consoles as [Page, Page];
    await prison.getByRole('button', { name: '请遵守会见秩序。' }).click();
    await visit.pages.visitors.getByText('请遵守会见秩序。').waitFor();
    const all = [...Object.values(visit.pages), ...consoles];
    for (const page of all) await page.evaluate(() => Object.assign(window, { neverReloaded: true }));
    const written = writtenIn(visit.folder);
    const killedAt = new Date();
    const killed = performance.now();
    await visit.server.kill();
    await visit.pages.visitors.getByText('网络中断，正在重新连接').waitFor();
    await visit.pages.prisoner.getByText('网络中断，正在重新连接').waitFor();

    await visit.startServerAgain();
    reportSeconds('from the death of the server to its readiness', killed);
    await visit.untilState('live');
    await untilBothMove(visit);
    reportSeconds('from the death of the server to pictures at both sides', killed);
    for (const console of consoles) await untilMoving(console, '监狱终端画面');
    for (const page of all) expect(await page.evaluate(() => 'neverReloaded' in window)).to.equal(true);

    await district.getByRole('button', { name: /立即中止会见/ }).click();
    for (const page of Object.values(visit.pages)) await page.getByText('会见已由工作人员结束').waitFor();
    const { manifest, timeline } = await expectWhole(visit);
    expectKept(written);
    expect(manifest.parts.map(({ closed }) => closed)).to.deep.equal([false, true]);
    expectRecordedUntil(manifest.parts[0], killedAt);
    expect(timeline).to.include.members(['warned', 'recovered', 'stopped']);
  });
});

describe('A server that is killed in mid-visit and comes back after the visit’s time', function () {
  this.timeout(150_000);
  let visit: LiveVisit;
  before(async () => {
    visit = await openLiveVisit();
  });
  after(() => visit?.close());

  it('ends the visit with the fault in the ledger, and seals what was recorded up to the last second', async () => {
    expect(await visit.supervisors.prison.tell('warn', { warning: 'keep_order' })).to.equal('done');
    const written = writtenIn(visit.folder);
    const killedAt = new Date();
    await visit.server.kill();
    const hardEndAt = new Date(Date.now() + 500).toISOString();
    await letTimeEnd(visit, hardEndAt);

    await visit.startServerAgain();
    const { now, outcome } = await visit.untilState('ended');
    expect(outcome).to.equal('TECHNICAL_FAILURE_DISTRICT');
    expect(now.endedAt).to.equal(hardEndAt);
    const { manifest, timeline } = await expectWhole(visit);
    expectKept(written);
    expect(manifest.parts.map(({ closed }) => closed)).to.deep.equal([false]);
    expectRecordedUntil(manifest.parts[0], killedAt);
    expect(timeline).to.include('warned');
    expect(timeline.slice(-2)).to.deep.equal(['recovered', 'time_used_up']);
    for (const page of Object.values(visit.pages)) await page.getByText('会见已结束').waitFor();
  });
});
