import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { tellAsOneStory } from '../support/one-story.ts';
import { approvedApplication, bookNextSlot, turnBothKeys } from '../support/whole-way.ts';
import { type House, openHouse } from './open-house.ts';
import { choose, codeFor, enrol, pageFor, signIn } from './staff-at-work.ts';

describe('Check-in, and the ways in which a visit ends, by people at their screens', function () {
  this.timeout(90_000);
  tellAsOneStory(this);
  let house: House;
  let officer: Page;
  let prisonOfficer: Page;
  let supervisor: Page;
  let administrator: Page;
  let visitRoom: Page;
  let terminal: Page;
  let visitId: string;

  before(async () => {
    house = await openHouse();
    const { browser, server } = house;
    officer = await signIn(browser, server.origin, 'officer');
    prisonOfficer = await signIn(browser, server.origin, 'baimaoling.officer');
    supervisor = await signIn(browser, server.origin, 'supervisor');
    administrator = await signIn(browser, server.origin, 'administrator');
    visitRoom = await pageFor(browser, server.origin);
    terminal = await pageFor(browser, server.origin);
    visitId = (await bookNextSlot(server, await approvedApplication(server))).id;
  });
  after(() => house.close());

  it('refuse a code of the wrong length in words that people understand', async () => {
    await visitRoom.goto('/visit-room');
    await visitRoom.getByLabel('登记码').fill('ABC');
    await visitRoom.getByRole('button', { name: '登记', exact: true }).click();
    await visitRoom.getByText('登记码为8位，请核对。').waitFor();
    await enrol(visitRoom, '/visit-room', await codeFor(administrator, '第一会见室'));
    await enrol(terminal, '/terminal/', await codeFor(administrator, '白茅岭一号终端'));
    await visitRoom.getByText(/会见对象：/).waitFor();
  });

  it('print the undertaking alone and whole, with the places for signatures', async () => {
    await officer.goto(`/visits/${visitId}/check-in`);
    await officer.getByRole('button', { name: '查看并宣读承诺书' }).click();
    const signature = officer.getByText(/签名：/);
    await signature.waitFor();
    await officer.emulateMedia({ media: 'print' });
    expect(await officer.getByRole('button', { name: '确认会见人签到' }).isVisible()).to.equal(false);
    const clipped = await signature.evaluate((line) => {
      const sheet = line.closest('.ant-modal-wrap');
      return sheet ? sheet.getBoundingClientRect().bottom < line.getBoundingClientRect().bottom : true;
    });
    expect(clipped).to.equal(false);
    await officer.emulateMedia({ media: null });
    await officer.keyboard.press('Escape');
  });

  it('take a key back with a reason, and ask for everything anew', async () => {
    await officer.goto(`/visits/${visitId}/check-in`);
    await choose(officer, /身份查验方式$/, '查验居民身份证');
    await officer.getByLabel(/已当面签署承诺书$/).check();
    await officer.getByRole('button', { name: '确认会见人签到' }).click();
    await visitRoom.getByRole('heading', { name: '会见准备' }).waitFor();
    await officer.getByRole('button', { name: '撤回本方确认' }).click();
    await choose(officer, '撤回原因', '人员不符');
    await officer.getByRole('dialog').getByRole('button', { name: '撤回本方确认' }).click();
    await officer.getByRole('button', { name: '确认会见人签到' }).waitFor();
    expect(await officer.getByLabel(/已当面签署承诺书$/).isChecked()).to.equal(false);
    await prisonOfficer.goto(`/visits/${visitId}/check-in`);
    await prisonOfficer.getByText('区矫正中心未确认').waitFor();
  });

  it('go live, and are extended once by the prison, which says why', async () => {
    await turnBothKeys(house.server, visitId);
    for (const page of [supervisor, prisonOfficer]) await page.goto(`/visits/${visitId}/supervise`);
    await visitRoom.getByRole('status').getByText('会见进行中').waitFor();
    expect(await supervisor.getByRole('button', { name: '延长会见' }).count()).to.equal(0);
    await prisonOfficer.getByRole('button', { name: '延长会见' }).click();
    const dialog = prisonOfficer.getByRole('dialog');
    await dialog.getByRole('button', { name: '延长会见' }).click();
    await dialog.getByText('请填写说明。').waitFor();
    await dialog.getByLabel('延长原因').fill('家属需要告别');
    await dialog.getByRole('button', { name: '延长会见' }).click();
    await prisonOfficer.getByText('会见时间只能延长一次').waitFor();
    await supervisor.getByText('家属需要告别').waitFor();
    const left = await visitRoom.getByRole('timer').textContent();
    expect(Number.parseInt(left ?? '', 10)).to.be.greaterThan(30);
  });

  it('keep the state and the time in sight beside a warning, in either language, in a small window', async () => {
    await terminal.setViewportSize({ width: 1024, height: 700 });
    await prisonOfficer.getByRole('button', { name: '请立即收起手机和录音、摄影、摄像设备。' }).click();
    const warning = terminal.locator('.call-warning');
    await warning.waitFor();
    for (const language of ['English', '中文']) {
      await terminal.getByRole('button', { name: language }).click();
      const [box, clock, state] = await Promise.all(
        [warning, terminal.getByRole('timer'), terminal.locator('.call-status')].map((part) =>
          part.boundingBox(),
        ),
      );
      expect(box && clock && box.y >= clock.y + clock.height, 'the warning is below the clock').to.equal(
        true,
      );
      expect(state && state.y >= 0).to.equal(true);
      const hidden = await terminal.evaluate(() => document.documentElement.scrollHeight - innerHeight);
      expect(hidden, 'nothing is below the window').to.be.at.most(0);
    }
    expect(await terminal.getByRole('link').count(), 'no link leads out of a kiosk').to.equal(0);
  });

  it('pause by key, and ask before a supervisor leaves a live visit', async () => {
    await supervisor.keyboard.press('F8');
    await terminal.getByRole('status').getByText('会见暂停').waitFor();
    await supervisor.getByRole('button', { name: /^恢复/ }).waitFor();
    await supervisor.keyboard.press('F8');
    await terminal.getByRole('status').getByText('会见进行中').waitFor();
    await supervisor.getByText('会见中', { exact: true }).waitFor();
    await supervisor.getByRole('link', { name: '会见安排' }).click();
    await supervisor.getByRole('dialog').getByRole('button', { name: '留在本页' }).click();
    expect(supervisor.url()).to.contain('/supervise');
  });

  it('go on with another device when one is revoked half-way', async () => {
    await administrator.getByRole('button', { name: '注销第一会见室的设备' }).click();
    await administrator.getByRole('tooltip').getByRole('button', { name: '确定' }).click();
    await supervisor.getByText('会见室连接中断').first().waitFor();
    await visitRoom.getByLabel('登记码').waitFor({ timeout: 40_000 });
    await enrol(visitRoom, '/visit-room', await codeFor(administrator, '第一会见室'));
    await terminal.getByRole('status').getByText('会见进行中').waitFor({ timeout: 30_000 });
  });

  it('are finished early without a violation, and everybody is told what comes next', async () => {
    await supervisor.getByRole('button', { name: '提前结束' }).click();
    await choose(supervisor, '提前结束的情形', '会见人提前结束');
    await supervisor.getByRole('dialog').getByRole('button', { name: '确认提前结束' }).click();
    for (const page of [visitRoom, terminal]) {
      await page.getByRole('heading', { name: '会见已结束' }).waitFor();
      await page.getByText('请听从工作人员安排离开。').waitFor();
    }
    await prisonOfficer.getByText('会见人提前结束').first().waitFor();
    await supervisor.getByRole('link', { name: '查看会见记录' }).click();
    await supervisor.getByText('已结束 · 会见人提前结束').waitFor();
  });

  it('are closed without a visit by the body whose people it is about', async () => {
    const { server } = house;
    const application = await approvedApplication(server, { prisoner: 'BML-20220103', serial: 2 });
    const { id } = await bookNextSlot(server, application, {
      visitRoomId: 'visit-room-2',
      terminalId: 'baimaoling-terminal-2',
    });
    const reason = '罪犯拒绝参加';
    await officer.goto(`/visits/${id}`);
    await officer.getByRole('button', { name: '未会见而结案' }).click();
    await officer.getByRole('combobox', { name: '未会见的原因' }).press('ArrowDown');
    await officer.getByText('会见人取消', { exact: true }).last().waitFor();
    expect(await officer.getByText(reason, { exact: true }).count()).to.equal(0);

    await prisonOfficer.goto(`/visits/${id}`);
    await prisonOfficer.getByRole('button', { name: '未会见而结案' }).click();
    await choose(prisonOfficer, '未会见的原因', reason);
    await prisonOfficer.getByRole('dialog').getByRole('button', { name: '确认结案' }).click();
    await prisonOfficer.getByText(`已结束 · ${reason}`).waitFor();
    await prisonOfficer.getByRole('link', { name: '今日会见' }).click();
    await prisonOfficer.getByText(`已结束 · ${reason}`).waitFor();
  });
});
