import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import type { Application } from '../../server/applications/schema.ts';
import { setRule } from '../bookings/a-district.ts';
import { launchChromium } from '../support/browser.ts';
import { tellAsOneStory } from '../support/one-story.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { bookNextSlot, submittedApplication } from '../support/whole-way.ts';
import { choose, signIn } from './staff-at-work.ts';

describe('A decision, half made at the screen', function () {
  this.timeout(90_000);
  tellAsOneStory(this);
  let server: TestServer;
  let browser: Browser;
  let page: Page;
  let application: Application;

  before(async () => {
    server = await startTestServer();
    browser = await launchChromium();
    application = await submittedApplication(server);
  });
  after(async () => {
    await browser.close();
    await server.close();
  });
  afterEach(async function () {
    const { PICTURES } = process.env;
    if (!PICTURES) return;
    mkdirSync(PICTURES, { recursive: true });
    const step = this.currentTest?.parent?.tests.indexOf(this.currentTest) ?? 0;
    await page.screenshot({ path: join(PICTURES, `half-made-${step}.png`), fullPage: true });
    if (await page.getByRole('dialog').isVisible()) return;
    await page.getByRole('button', { name: 'English' }).click();
    await page.waitForTimeout(500);
    await page.screenshot({ path: join(PICTURES, `half-made-${step}-en.png`), fullPage: true });
    await page.getByRole('button', { name: '中文' }).click();
  });

  const words = '户口簿上的姓名与身份证不一致';
  const openFromDesk = async (what: RegExp) => {
    await page.getByRole('link', { name: '工作台' }).click();
    await page.getByRole('link', { name: what }).click();
    await page.getByRole('link', { name: application.number }).click();
  };

  it('begins at the work desk, which counts what waits and leads to it', async () => {
    page = await signIn(browser, server.running.origin, 'supervisor');
    await page.getByRole('link', { name: /^待区级初审：1/ }).waitFor();
  });

  it('is kept while it is typed, and outlives the browser', async () => {
    await openFromDesk(/^待区级初审：1/);
    await page.getByRole('button', { name: '区级不予批准' }).click();
    await choose(page, '理由', '提交的材料存在疑点，无法核实。');
    await page.getByLabel('说明').fill(words);
    await page.getByText(/^已保存 \d\d:\d\d$/).waitFor();
    await page.context().close();
    page = await signIn(browser, server.running.origin, 'supervisor');
    await page.getByRole('link', { name: /^我未完成的决定：1/ }).waitFor();
  });

  it('is marked in the queue and shown at the application', async () => {
    await openFromDesk(/^我未完成的决定：1/);
    await page.getByText('您有一项未完成的决定：区级不予批准').waitFor();
    await page.getByText(words).waitFor();
    await page.goBack();
    await page.getByRole('row').filter({ hasText: application.number }).getByText('未完成的决定').waitFor();
  });

  it('goes on where it was, reason and words', async () => {
    await page.getByRole('link', { name: application.number }).click();
    await page.getByRole('button', { name: '继续填写' }).click();
    expect(await page.getByLabel('说明').inputValue()).to.equal(words);
    await page.getByRole('dialog').getByTitle('提交的材料存在疑点，无法核实。').waitFor();
  });

  it('is refused when somebody else has decided meanwhile, and what was typed is still there', async () => {
    // Where the rule does not ask for four eyes, the officer who entered it may forward it.
    await setRule(server.running.foundation, 'four_eyes_district', false);
    const officer = await server.signedIn('officer');
    const path = `/api/applications/${application.id}`;
    const { version } = (await officer.request<Application>('GET', path)).body;
    const forward = { version, decision: 'forward', note: '' };
    const forwarded = await officer.request('POST', `${path}/district-review`, forward);
    expect(forwarded.status).to.equal(200);
    await page.getByLabel('说明').fill(`${words}。`);
    await page.getByRole('button', { name: '确认决定' }).click();
    await page.getByText('此申请已被他人更改，本次操作未生效。', { exact: false }).waitFor();
    expect(await page.getByLabel('说明').inputValue()).to.equal(`${words}。`);
    await page.getByRole('button', { name: '先关闭' }).click();
    await page.getByText('现在不能作出这项决定', { exact: false }).waitFor();
    await page.getByText(`${words}。`).waitFor();
  });

  it('is gone when its author throws it away', async () => {
    await page.getByRole('button', { name: '丢弃' }).click();
    await page
      .locator('.ant-popconfirm')
      .getByRole('button', { name: /确\s*定/ })
      .click();
    await page.getByText('您有一项未完成的决定', { exact: false }).waitFor({ state: 'detached' });
  });

  it('binds an approval of the prison to conditions, once they keep to the rules', async () => {
    await page.context().close();
    page = await signIn(browser, server.running.origin, 'baimaoling.approver');
    await openFromDesk(/^待监狱审批 · 白茅岭监狱：1/);
    await page.getByRole('button', { name: '批准会见' }).click();
    await page.getByLabel('限定时长', { exact: false }).fill('45');
    await choose(page, /^会见语言/, '手语');
    await page.getByLabel('须有翻译在场').check();
    await page.getByLabel('翻译姓名', { exact: false }).fill('周老师');
    await page.getByLabel('给申请人的说明', { exact: false }).fill('请提前半小时到场');
    await page.getByRole('button', { name: '确认决定' }).click();
    await page.getByText('限定时长 45 分钟不短于规则允许的 30 分钟', { exact: false }).waitFor();
    await page.getByLabel('限定时长', { exact: false }).fill('20');
    await page.getByRole('button', { name: '确认决定' }).click();
    await page.getByText('监狱批准的会见要求').waitFor();
    await page.getByText('手语（申请为普通话）', { exact: true }).waitFor();
    await page.getByText('不超过20分钟', { exact: true }).waitFor();
  });

  it('lets the district record that the applicant was told', async () => {
    await page.context().close();
    page = await signIn(browser, server.running.origin, 'officer');
    await openFromDesk(/^已批准，尚未告知申请人：1/);
    await page.getByRole('button', { name: '登记答复' }).click();
    await choose(page, '告知方式', '电话告知');
    await page.getByRole('dialog').getByRole('button', { name: '登记答复' }).click();
    await page.getByText('已答复申请人：电话告知').waitFor();
  });

  it('shows the conditions where the visit is booked, told of, checked in and supervised', async () => {
    await page.getByRole('link', { name: '预约时段' }).click();
    await page.getByText('不超过20分钟', { exact: true }).waitFor();
    const booking = await bookNextSlot(server, application);
    const visits = await signIn(browser, server.running.origin, 'baimaoling.officer');
    for (const [who, path] of [
      [page, `/bookings/${booking.id}`],
      [page, `/bookings/${booking.id}/notice`],
      [page, `/applications/${application.id}/receipt`],
      [visits, `/visits/${booking.id}/check-in`],
      [visits, `/visits/${booking.id}/supervise`],
    ] as const) {
      await who.goto(path);
      await who.getByText('手语（申请为普通话）', { exact: false }).waitFor();
      await who.getByText('周老师', { exact: false }).waitFor();
      const { PICTURES } = process.env;
      if (PICTURES) {
        const name = `terms${path.replace(booking.id, '').replace(application.id, '').replaceAll('/', '-')}.png`;
        await who.screenshot({ path: join(PICTURES, name), fullPage: true });
      }
    }
  });
});
