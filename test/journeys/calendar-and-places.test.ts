import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { DateTime } from 'luxon';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../support/browser.ts';
import { tellAsOneStory } from '../support/one-story.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { approvedApplication, bookNextSlot } from '../support/whole-way.ts';
import { choose, pageFor, signIn } from './staff-at-work.ts';

const tomorrow = DateTime.now().setZone('Asia/Shanghai').plus({ days: 1 });
const dayAfter = tomorrow.plus({ days: 1 });

describe('Places, accounts and the calendar, by people at their screens', function () {
  this.timeout(90_000);
  tellAsOneStory(this);
  let server: TestServer;
  let browser: Browser;
  let administrator: Page;
  let approver: Page;
  let supervisor: Page;

  before(async () => {
    server = await startTestServer();
    browser = await launchChromium();
    const { origin } = server.running;
    administrator = await signIn(browser, origin, 'administrator');
    approver = await signIn(browser, origin, 'baimaoling.approver');
    supervisor = await signIn(browser, origin, 'supervisor');
  });
  after(async () => {
    await browser.close();
    await server.close();
  });

  /** In Chinese and in English, where pictures are asked for. */
  async function picture(page: Page, name: string): Promise<void> {
    const { PICTURES } = process.env;
    if (!PICTURES) return;
    mkdirSync(PICTURES, { recursive: true });
    await page.screenshot({ path: join(PICTURES, `${name}-zh.png`), fullPage: true });
    if ((await page.getByRole('dialog').count()) > 0) return;
    await page.getByRole('button', { name: 'English' }).click();
    await page.waitForTimeout(600);
    await page.screenshot({ path: join(PICTURES, `${name}-en.png`), fullPage: true });
    await page.getByRole('button', { name: '中文' }).click();
    await page.waitForTimeout(300);
  }

  it('register a prison with its book, a ward and a terminal', async () => {
    await administrator.getByRole('link', { name: '机构与场所' }).click();
    await administrator.getByRole('button', { name: '登记监狱' }).click();
    const dialog = administrator.getByRole('dialog');
    await dialog.getByLabel('代码').fill('xinzhou');
    await dialog.getByLabel('中文名称').fill('新洲监狱');
    await dialog.getByLabel('英文名称').fill('Xinzhou Prison');
    await dialog.getByLabel('台账簿名称').fill('visits example');
    await dialog.getByRole('button', { name: /保\s*存/ }).click();
    await dialog
      .getByText(/台账簿名称的格式如/)
      .first()
      .waitFor();
    await dialog.getByLabel('台账簿名称').fill('visits.example.gov.cn/xinzhou');
    await picture(administrator, 'prison-dialog');
    await dialog.getByLabel('台账簿名称').press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    for (const [button, zh, en] of [
      ['为新洲监狱登记监区', '一监区', 'Ward 1'],
      ['为新洲监狱登记终端', '新洲一号终端', 'Xinzhou terminal 1'],
    ] as const) {
      await administrator.getByRole('button', { name: button }).click();
      await dialog.getByLabel('中文名称').fill(zh);
      await dialog.getByLabel('英文名称').fill(en);
      await dialog.getByRole('button', { name: /保\s*存/ }).click();
      await dialog.waitFor({ state: 'hidden' });
    }
    await administrator.getByText('新洲一号终端').waitFor();
    await picture(administrator, 'places');
  });

  it('open an account, whose owner replaces the one-time password at the first sign-in', async () => {
    await administrator.getByRole('link', { name: '工作人员账号' }).click();
    await administrator.getByRole('button', { name: '开设账号' }).click();
    const dialog = administrator.getByRole('dialog');
    await dialog.getByLabel('用户名').fill('xinzhou.approver');
    await dialog.getByLabel('姓名').fill('王审批');
    await choose(administrator, '岗位', '狱政管理部门审批人');
    await choose(administrator, '监狱', '新洲监狱');
    await dialog.getByRole('button', { name: /保\s*存/ }).click();
    await administrator.getByText('xinzhou.approver 的一次性密码').waitFor();
    const password = (await administrator.locator('output').textContent()) ?? '';
    await picture(administrator, 'one-time-password');
    await administrator.getByRole('button', { name: '已记下' }).click();
    await administrator.getByText('尚未换成自己的密码').waitFor();
    await picture(administrator, 'staff');

    const owner = await pageFor(browser, server.running.origin);
    await owner.goto('/');
    await owner.getByLabel('用户名').fill('xinzhou.approver');
    await owner.getByLabel('密码', { exact: true }).fill(password);
    await owner.getByRole('button', { name: '登录', exact: true }).click();
    await owner.getByText(/^这是管理员发放的一次性密码/).waitFor();
    await owner.getByLabel('新密码', { exact: true }).fill('a password of my own');
    await owner.getByLabel('再次输入新密码').fill('a password of my own');
    await picture(owner, 'new-password');
    await owner.getByRole('button', { name: '登录并更改密码' }).click();
    await owner.getByRole('button', { name: '退出登录' }).waitFor();
  });

  it('hold sessions from a day on, refused where they contradict others, changed with a preview', async () => {
    const application = await approvedApplication(server);
    await bookNextSlot(server, application);
    await approver.getByRole('link', { name: '会见日历' }).click();
    await approver.getByText('全天').first().waitFor();
    await picture(approver, 'calendar');
    await approver.getByRole('button', { name: '新增场次' }).click();
    const dialog = approver.getByRole('dialog');
    await dialog.getByLabel('名称').fill('上午');
    await dialog.getByLabel('周二').check();
    await dialog.getByLabel('开始时间').fill('08:30');
    await dialog.getByLabel('结束时间').fill('11:30');
    await dialog.getByRole('button', { name: '确认保存' }).click();
    await dialog.getByText(/^与场次“全天”/).waitFor();
    await picture(approver, 'session-refused');
    await dialog.getByRole('button', { name: /取\s*消/ }).click();

    await approver.getByRole('button', { name: '更改场次“全天”' }).click();
    await dialog.getByLabel('结束时间').fill('23:00');
    await dialog.getByLabel('从哪天起更改').fill(dayAfter.toISODate() ?? '');
    await dialog.getByRole('button', { name: '预览影响' }).click();
    await dialog.getByText(/^已核对以后的 1 个预约/).waitFor();
    await picture(approver, 'session-preview');
    await dialog.getByRole('button', { name: '确认保存' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await approver.getByText(`至 ${tomorrow.toISODate()}`).first().waitFor();
  });

  it('close the prison with a reason, told before which booked visit it touches; and lift it', async () => {
    await approver.getByRole('link', { name: '停用登记' }).click();
    await approver.getByRole('button', { name: '登记停用' }).click();
    const dialog = approver.getByRole('dialog');
    await choose(approver, '具体对象', '白茅岭监狱');
    await dialog.getByLabel('自').fill(DateTime.now().setZone('Asia/Shanghai').toISODate() ?? '');
    await dialog.getByLabel('最后一天（含）').fill(dayAfter.toISODate() ?? '');
    await choose(approver, '原因', '线路故障');
    await dialog.getByRole('button', { name: '预览影响' }).click();
    await dialog.getByText(/^已核对以后的 1 个预约，其中 1 个受影响/).waitFor();
    await picture(approver, 'closure-preview');
    await dialog.getByRole('button', { name: '确认保存' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await approver.getByText('停用中').waitFor();
    await picture(approver, 'closures');
    await approver.getByRole('link', { name: '会见日历' }).last().click();
    await approver.getByText('白茅岭监狱停用：线路故障').first().waitFor();
    await picture(approver, 'calendar-closed');
    await approver.getByRole('link', { name: '停用登记' }).click();
    await approver.getByRole('button', { name: '提前解除白茅岭监狱的停用' }).click();
    await dialog.getByLabel('说明').fill('线路已修复');
    await dialog.getByRole('button', { name: '提前解除' }).click();
    await approver.getByText('没有停用记录。').waitFor();
  });

  it('give the centre hours, and take a room out of use', async () => {
    await supervisor.goto('/calendar/centre');
    await supervisor.getByRole('button', { name: '新增开放时间' }).click();
    const dialog = supervisor.getByRole('dialog');
    await dialog.getByLabel('开始时间').fill('08:30');
    await dialog.getByLabel('结束时间').fill('17:00');
    await dialog.getByRole('button', { name: '预览影响' }).click();
    await dialog.getByText(/^已核对以后的/).waitFor();
    await dialog.getByRole('button', { name: '确认保存' }).click();
    await supervisor.getByText('08:30–17:00').waitFor();
    await supervisor.getByRole('button', { name: '更改“第二会见室”' }).click();
    await dialog.getByLabel('停止使用日').fill(tomorrow.toISODate() ?? '');
    await dialog.getByRole('button', { name: '预览影响' }).click();
    await dialog.getByRole('button', { name: '确认保存' }).click();
    await supervisor.getByText(`自 ${tomorrow.toISODate()} 起停止使用`).waitFor();
    await picture(supervisor, 'centre');
  });

  it('enter the holidays of the next year, stretch by stretch', async () => {
    await administrator.getByRole('link', { name: '节假日安排' }).click();
    await picture(administrator, 'holidays');
    const year = tomorrow.year + 1;
    await administrator.getByRole('button', { name: `录入${year}年安排` }).click();
    const dialog = administrator.getByRole('dialog');
    await dialog.getByLabel('文件名称和文号').fill('国务院办公厅通知（国办发明电〔2026〕1号）');
    await dialog.getByLabel('第一天').fill(`${year}-01-01`);
    await dialog.getByLabel('最后一天').fill(`${year}-01-03`);
    await dialog.getByRole('button', { name: /加\s*入/ }).click();
    await dialog.getByText(`${year}-01-03`).waitFor();
    await picture(administrator, 'holiday-dialog');
    await dialog.getByRole('button', { name: '预览影响' }).click();
    await dialog.getByRole('button', { name: '确认保存' }).click();
    await administrator.getByText(/^已录入：国务院办公厅通知/).waitFor();
    const known: unknown[] = await server.running.foundation.db('holiday_arrangements').where({ year });
    expect(known).to.have.lengthOf(1);
  });

  it('stand in the ledger in words', async () => {
    await approver.getByRole('link', { name: '台账' }).click();
    await approver.getByText('登记停用').first().waitFor();
    await approver.getByText('更改会见场次').first().waitFor();
    await picture(approver, 'calendar-ledger');
  });
});
