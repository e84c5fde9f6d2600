import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../support/browser.ts';
import { tellAsOneStory } from '../support/one-story.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { approvedApplication, bookNextSlot } from '../support/whole-way.ts';
import { choose, signIn } from './staff-at-work.ts';

describe('What changes about a prisoner, at the screens', function () {
  this.timeout(120_000);
  tellAsOneStory(this);
  let server: TestServer;
  let browser: Browser;
  let prison: Page;
  let approver: Page;
  let district: Page;
  let bookingNumber = '';
  let shown: Page[] = [];

  before(async () => {
    server = await startTestServer();
    const application = await approvedApplication(server);
    bookingNumber = (await bookNextSlot(server, application)).number;
    browser = await launchChromium();
    const origin = server.running.origin;
    prison = await signIn(browser, origin, 'baimaoling.officer');
    approver = await signIn(browser, origin, 'baimaoling.approver');
    district = await signIn(browser, origin, 'officer');
  });
  after(async () => {
    await browser.close();
    await server.close();
  });
  /** Each step, to be looked at. */
  afterEach(async function () {
    const { PICTURES } = process.env;
    if (!PICTURES) return;
    mkdirSync(PICTURES, { recursive: true });
    const step = this.currentTest?.parent?.tests.indexOf(this.currentTest) ?? 0;
    for (const [n, page] of shown.entries())
      await page.screenshot({ path: join(PICTURES, `prisoners-${step}-${n}.png`), fullPage: true });
    shown = [];
  });

  it('are listed by number, with whether visits are possible, and found by what is typed', async () => {
    await prison.getByRole('link', { name: '服刑人员' }).click();
    await prison.getByRole('link', { name: '查看 赵立新 BML-20210017' }).waitFor();
    await prison.getByLabel('编号或姓名').fill('BML-20230042');
    await prison.getByRole('link', { name: /周文斌/ }).waitFor();
    await prison.getByRole('link', { name: /赵立新/ }).waitFor({ state: 'detached' });
    await prison.getByLabel('编号或姓名').fill('赵');
    await prison.getByRole('link', { name: /赵立新/ }).waitFor();
    shown = [prison];
  });

  it('show which booked visit a bar would touch before it is confirmed', async () => {
    await prison.getByRole('link', { name: /赵立新/ }).click();
    await prison.getByRole('button', { name: '登记不能会见的情形' }).click();
    const dialog = prison.getByRole('dialog');
    await choose(prison, '情形', '严管集训');
    await dialog.getByLabel('说明').fill('严管集训一期');
    await dialog.getByRole('button', { name: '下一步：查看影响' }).click();
    await dialog.getByText('以下 1 场已预约的会见将标为“须复核”').waitFor();
    await dialog.getByRole('link', { name: bookingNumber }).waitFor();
    expect(await server.running.foundation.db('prisoner_bars').select()).to.deep.equal([]);
    shown = [prison];
  });

  it('are entered then, and stand on the page with who entered them', async () => {
    const dialog = prison.getByRole('dialog');
    await dialog.getByRole('button', { name: '确认' }).click();
    await dialog.waitFor({ state: 'detached' });
    await prison.getByRole('row').filter({ hasText: '严管集训一期' }).filter({ hasText: '生效中' }).waitFor();
    await prison.getByText('登记不能会见的情形').first().waitFor();
    shown = [prison];
  });

  it('flag the visit at the district, where the bar says no more than it has to', async () => {
    await district.getByRole('link', { name: '须复核的会见', exact: true }).click();
    await district
      .getByRole('row')
      .filter({ hasText: bookingNumber })
      .filter({ hasText: '须复核' })
      .waitFor();
    await district.getByRole('link', { name: `查看预约 ${bookingNumber}` }).click();
    await district.getByText(/须复核 · 该服刑人员至监狱解除为止不能会见：严管集训/).waitFor();
    expect(await district.getByText('严管集训一期').count()).to.equal(0);
    shown = [district];
  });

  it('are ended early with a reason, which frees the visit', async () => {
    const row = prison.getByRole('row').filter({ hasText: '严管集训一期' });
    await row.getByRole('button', { name: '提前解除' }).click();
    const dialog = prison.getByRole('dialog');
    await choose(prison, '解除原因', '登记有误');
    await dialog.getByRole('button', { name: '下一步：查看影响' }).click();
    await dialog.getByText('以下 1 场会见将不再因此须复核').waitFor();
    await dialog.getByRole('button', { name: '确认' }).click();
    await prison.getByRole('row').filter({ hasText: '未曾生效' }).waitFor();
    await district.reload();
    await district.getByRole('heading', { name: new RegExp(bookingNumber) }).waitFor();
    expect(await district.getByText(/须复核 · /).count()).to.equal(0);
    shown = [prison];
  });

  it('can be kept by the prison where a rule alone stands against the visit, and that is on record', async () => {
    await approver.getByRole('link', { name: '服刑人员' }).click();
    await approver.getByRole('link', { name: /赵立新/ }).click();
    await approver.getByRole('button', { name: '变更处遇级别' }).click();
    await choose(approver, '处遇级别', '严管');
    await approver.getByRole('button', { name: '下一步：查看影响' }).click();
    await approver.getByRole('dialog').getByRole('button', { name: '确认' }).click();
    await approver.getByRole('link', { name: bookingNumber }).click();
    await approver.getByRole('button', { name: '维持原预约' }).click();
    const dialog = approver.getByRole('dialog');
    await dialog.getByLabel(/维持的理由/).fill('家属已在途中');
    shown = [approver];
    await dialog.getByRole('button', { name: '维持原预约' }).click();
    await approver.getByText('家属已在途中').waitFor();
    expect(await approver.getByText(/须复核 · /).count()).to.equal(0);
  });

  it('come from a list, shown row by row and confirmed once', async () => {
    await prison.getByRole('link', { name: '服刑人员' }).click();
    await prison.getByRole('link', { name: '导入名册' }).click();
    const rows = [
      '编号,姓名,监区,处遇级别,类别',
      'BML-20220103,孙海波,一监区,宽管,普通',
      'BML-20260001,陆文涛,一监区,考察,普通',
      'BML-20260002,顾小弟,八监区,考察,普通',
    ];
    const file = {
      name: '名册.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`\ufeff${rows.join('\r\n')}`),
    };
    await prison.getByLabel('选择文件').setInputFiles(file);
    await prison.getByText('新增 1，更改 1，相同 0，有误 1。').waitFor();
    await prison.getByRole('row').filter({ hasText: '本监狱没有监区“八监区”' }).waitFor();
    if (process.env.PICTURES)
      await prison.screenshot({ path: join(process.env.PICTURES, 'prisoners-list.png') });
    await prison.getByRole('button', { name: '确认导入（新增 1，更改 1）' }).click();
    await prison.getByText('已导入：新增 1 人，更改 1 人，未变 0 人，未导入 1 行。').waitFor();
    await prison.getByRole('link', { name: '查看名册' }).click();
    await prison.getByRole('row').filter({ hasText: '陆文涛' }).waitFor();
    shown = [prison];
  });

  it('move a prisoner to another prison, and the old one keeps the record up to then', async () => {
    await prison.getByRole('link', { name: /孙海波/ }).click();
    await prison.getByRole('button', { name: '调往其他监狱' }).click();
    await choose(prison, '调入监狱', '军天湖监狱');
    await prison.getByRole('button', { name: '下一步：查看影响' }).click();
    await prison.getByRole('dialog').getByRole('button', { name: '确认' }).click();
    await prison.getByText(/该服刑人员已于 .* 调往军天湖监狱/).waitFor();
    expect(await prison.getByRole('button', { name: '变更处遇级别' }).count()).to.equal(0);
    shown = [prison];
  });

  it('are the same in English', async () => {
    for (const page of [prison, approver]) {
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('link', { name: 'Prisoners' }).click();
    }
    await approver.getByRole('link', { name: /BML-20230042/ }).click();
    await approver.getByRole('button', { name: 'Enter a bar' }).click();
    await choose(approver, 'Ground', 'Time after a warning or demerit');
    expect(await approver.getByLabel(/Last day/).count()).to.equal(0);
    await approver.getByRole('button', { name: 'Next: what it means' }).click();
    await approver.getByRole('dialog').getByText('No booked visit is touched.').waitFor();
    await approver.getByRole('dialog').getByRole('button', { name: 'Confirm' }).click();
    await approver.getByRole('row').filter({ hasText: 'In force' }).waitFor();
    await prison.getByLabel('Number or name').fill('BML-20230042');
    await prison.getByText(/The prisoner has no visits until .*, that day included/).waitFor();
    expect(await prison.locator('main').textContent()).to.not.match(/[{}]/);
    shown = [prison, approver];
  });
});
