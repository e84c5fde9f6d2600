import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { startMariadb, type ThrowawayMariadb } from '../support/mariadb.ts';
import { type LiveVisit, openLiveVisit } from './a-live-visit.ts';
import { expectKept, expectWhole, reportSeconds, writtenIn } from './after-the-end.ts';
import { until } from './patience.ts';
import { untilMoving, untilStill } from './pictures.ts';

/** The process stands still: connections stay open and nothing answers, which is worse than being refused. */
describe('A stop while the database hangs', function () {
  this.timeout(150_000);
  let mariadb: ThrowawayMariadb;
  let visit: LiveVisit;
  before(async () => {
    mariadb = await startMariadb();
  });
  beforeEach(async () => {
    visit = await openLiveVisit({ databaseUrl: await mariadb.createDatabase() });
  });
  afterEach(async () => {
    process.kill(mariadb.pid, 'SIGCONT');
    await visit?.close();
  });
  after(() => mariadb?.stop());

  /** At once means within what a loaded machine needs to show what has come already. */
  const expectStopped = async (pressed: number) => {
    const last = await Promise.all(Object.values(visit.pages).map(untilStill));
    reportSeconds('from the button to the last frame at either side', pressed, Math.max(...last));
    expect(Math.max(...last) - pressed).to.be.lessThan(5000);
  };
  const keptStops = () => {
    const folder = join(visit.dataDir, 'pending-stops');
    return readdirSync(folder).filter((name) => name.endsWith('.json'));
  };

  it('is obeyed at once at the officer’s screen, and is in the ledger when the database is back', async () => {
    const officer = await visit.openConsole('baimaoling.officer', `/visits/${visit.visitId}/supervise`);
    await untilMoving(officer, '会见室画面');
    const written = writtenIn(visit.folder);
    process.kill(mariadb.pid, 'SIGSTOP');
    const pressed = performance.now();
    await officer.getByRole('button', { name: /立即中止会见/ }).click();
    await expectStopped(pressed);
    await officer.getByRole('dialog').waitFor();
    reportSeconds('from the button to the acknowledgement', pressed);
    expect(keptStops()).to.deep.equal([`${visit.visitId}.json`]);

    process.kill(mariadb.pid, 'SIGCONT');
    const { outcome, now } = await visit.untilState('ended');
    expect([outcome, now.stoppedBy]).to.deep.equal(['TERMINATED_BY_STAFF', 'prison']);
    for (const page of Object.values(visit.pages)) await page.getByText('会见已由工作人员结束').waitFor();
    const { timeline } = await expectWhole(visit);
    expectKept(written);
    expect(timeline.filter((kind) => kind === 'went_live')).to.have.length(1);
    await until(() => keptStops().length === 0);
  });

  it('outlives a server that is killed before the database is back, also behind a pause that waits, too', async () => {
    const written = writtenIn(visit.folder);
    process.kill(mariadb.pid, 'SIGSTOP');
    const pressed = performance.now();
    const paused = visit.supervisors.prison.tell('pause', {});
    await expectStopped(pressed);
    expect(await paused).to.equal('paused_not_yet_recorded');
    const pressedAt = new Date();
    expect(await visit.supervisors.district.tell('stop', { reason: 'code_words' })).to.equal('done');
    await visit.server.kill();
    process.kill(mariadb.pid, 'SIGCONT');
    await visit.startServerAgain();

    const { outcome, now } = await visit.untilState('ended');
    expect([outcome, now.stopReason]).to.deep.equal(['TERMINATED_BY_STAFF', 'code_words']);
    expect(Date.parse(now.endedAt ?? '')).to.be.within(pressedAt.getTime() - 100, pressedAt.getTime() + 2000);
    const { timeline } = await expectWhole(visit);
    expectKept(written);
    expect(timeline.at(-1)).to.equal('stopped');
    expect(timeline.filter((kind) => kind === 'went_live')).to.have.length(1);
    expect(keptStops()).to.deep.equal([]);
  });
});
