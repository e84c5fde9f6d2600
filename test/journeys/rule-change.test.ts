import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { dayInShanghai } from '../../web-client/language/time.ts';
import { launchChromium } from '../support/browser.ts';
import { tellAsOneStory } from '../support/one-story.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { approvedApplication, bookNextSlot } from '../support/whole-way.ts';
import { choose, signIn } from './staff-at-work.ts';

describe('A rule, changed by an administrator at the screen', function () {
  this.timeout(60_000);
  tellAsOneStory(this);
  let server: TestServer;
  let browser: Browser;
  let page: Page;

  before(async () => {
    server = await startTestServer();
    browser = await launchChromium();
    page = await signIn(browser, server.running.origin, 'administrator');
    await page.goto('/rules');
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
    await page.screenshot({ path: join(PICTURES, `rule-${step}.png`) });
  });

  const rowOfNewVersion = () => page.getByRole('row').filter({ hasText: '42 分钟' });

  it('says at the field what a value may be, and takes nothing else', async () => {
    await page.getByRole('button', { name: '新增“每次会见时长”的版本' }).click();
    await page.getByText('1 至 180 分钟').waitFor();
    await page.getByRole('textbox', { name: '数值' }).fill('500');
    await page.getByRole('button', { name: '预览影响' }).click();
    await page.getByText('请按提示填写整数。').waitFor();
    await page.getByText('请注明依据或出处。').waitFor();
  });

  it('is shown with what it would mean before it is saved', async () => {
    await page.getByRole('textbox', { name: '数值' }).fill('42');
    await choose(page, '适用范围', '监狱');
    await choose(page, '具体范围', '白茅岭监狱');
    await page.getByLabel('出处').fill('区司法局 2026 年第 3 号通知');
    await page.getByLabel('该数值已经主管部门确认').check();
    await page.getByLabel('出处').press('Enter');
    await page.getByText(/已核对自该日起的 0 个预约，均不受影响。/).waitFor();
    const before: unknown[] = await server.running.foundation.db('rules').where({ value: '42' });
    expect(before).to.deep.equal([]);
  });

  it('is saved then, and stands in the history as one to come', async () => {
    await page.getByRole('button', { name: '返回修改' }).click();
    await page.getByLabel('出处').click();
    await page.getByLabel('出处').press('Enter');
    await page.getByRole('button', { name: '确认保存' }).click();
    await page.getByText('新版本已保存。').waitFor();
    const row = await rowOfNewVersion().textContent();
    expect(row).to.match(/白茅岭监狱.*尚未生效.*已确认.*录入/);
  });

  it('is withdrawn after a question, and stays on record', async () => {
    await page.getByRole('button', { name: /撤回“每次会见时长”的版本 42/ }).click();
    await page
      .locator('.ant-popconfirm')
      .getByRole('button', { name: /撤\s*回/ })
      .click();
    await rowOfNewVersion().getByText('已撤回', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: /撤回“/ }).count()).to.equal(0);
  });

  it('of codes is chosen from a list; each visit that would not fit is named, with the reason, in both languages', async () => {
    const booked = await bookNextSlot(server, await approvedApplication(server));
    await page.getByRole('textbox', { name: '查找规则' }).fill('allowed_degrees');
    await page.getByRole('button', { name: '新增“可以申请会见的人员”的版本' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('.ant-select-selection-item-remove').first().click();
    await dialog.getByLabel(/^生效日期/).fill(dayInShanghai(new Date()));
    await dialog.getByLabel('最后一日').fill('2020-01-01');
    await dialog.getByLabel('出处').fill('区司法局 2026 年第 5 号通知');
    await dialog.getByLabel('出处').press('Enter');
    await dialog.getByText('最后一日不能早于生效日期。').waitFor();
    await dialog.getByLabel('最后一日').fill(dayInShanghai(new Date(), 30));
    await dialog.getByLabel('出处').press('Enter');
    await dialog.getByText('已核对自该日起的 1 个预约，其中 1 个不再符合规则。').waitFor();
    const row = dialog.getByRole('row').filter({ hasText: booked.number });
    expect(await row.textContent())
      .to.include('白茅岭监狱')
      .and.include('规则第2项');
    if (process.env.PICTURES) await page.screenshot({ path: join(process.env.PICTURES, 'rule-preview.png') });
    await page.reload();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('textbox', { name: 'Find a rule' }).fill('residence');
    await server.running.foundation.db('applications').update({ residence: 'elsewhere' });
    await server.running.foundation
      .db('rules')
      .where({ key: 'residence_in_district_required' })
      .update({ value: 'false' });
    await page.reload();
    await page.getByRole('button', { name: /New version of “The applicant/ }).click();
    await dialog.getByRole('switch').click();
    await dialog.getByLabel(/^Holds from/).fill(dayInShanghai(new Date()));
    await dialog.getByLabel('Source').fill('Notice 6 of 2026');
    await dialog.getByLabel('Source').press('Enter');
    await dialog.getByText(/no longer fitting: 1/).waitFor();
    const inEnglish = await dialog.getByRole('row').filter({ hasText: booked.number }).textContent();
    expect(inEnglish)
      .to.include('rule 3')
      .and.not.match(/\p{Script=Han}/u);
    await page.reload();
    await page.getByRole('button', { name: '中文' }).click();
  });

  it('is only read by everybody else', async () => {
    const auditor = await signIn(browser, server.running.origin, 'auditor');
    await auditor.goto('/rules');
    await auditor.getByText('42 分钟').waitFor();
    expect(await auditor.getByRole('button', { name: /新增|撤回/ }).count()).to.equal(0);
  });

  it('is in the book of its prison, in words', async () => {
    const auditor = await signIn(browser, server.running.origin, 'auditor');
    await auditor.goto('/ledger');
    await auditor.getByText('撤回规则变更').first().waitFor();
    await auditor.getByText('规则变更', { exact: true }).first().waitFor();
    if (process.env.PICTURES)
      await auditor.screenshot({ path: join(process.env.PICTURES, 'rule-ledger.png') });
  });
});
