import { AxeBuilder } from '@axe-core/playwright';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import type { Application } from '../../server/applications/schema.ts';
import { idNumberOf } from '../support/id-numbers.ts';
import { png } from '../support/png.ts';
import { approvedApplication, bookNextSlot, submittedApplication } from '../support/whole-way.ts';
import { type House, openHouse } from './open-house.ts';
import { pageFor, signIn } from './staff-at-work.ts';

const serial = 41;
const idNumber = idNumberOf('1958-03-02', serial);

describe('At the kiosk, by touch and by keyboard, a relative', function () {
  this.timeout(120_000);
  let house: House;
  let page: Page;
  let queryCode: string;
  /** Asked for more papers. */
  let asked: Application;
  /** Approved, and booked. */
  let booked: Application;
  /** What a browser complained of. */
  const complaints: string[] = [];

  before(async () => {
    house = await openHouse();
    const { server } = house;
    booked = await approvedApplication(server, { prisoner: 'BML-20210017', serial });
    await bookNextSlot(server, booked);
    asked = await submittedApplication(server, { prisoner: 'BML-20220103', serial });
    const officer = await server.signedIn('officer');
    const supervisor = await server.signedIn('supervisor');
    const { version } = (await officer.request<Application>('GET', `/api/applications/${asked.id}`)).body;
    await supervisor.request('POST', `/api/applications/${asked.id}/district-review`, {
      version,
      decision: 'ask_supplement',
      reasonCode: 'documents_unreadable',
      note: '户口簿第一页看不清',
    });
    const code = await officer.request<{ queryCode: string }>(
      'POST',
      `/api/applications/${asked.id}/query-code`,
      { reason: 'printed_anew' },
    );
    queryCode = code.body.queryCode;
    page = await pageFor(house.browser, server.origin);
    page.on('console', (message) => {
      // A page asks who is signed in: the answer "nobody" is no complaint, nor is a wrong code.
      const expected = message.text().includes('401');
      if (['error', 'warning'].includes(message.type()) && !expected) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
  });
  after(() => house.close());

  async function enter(at: Page): Promise<void> {
    await at.goto('/kiosk');
    await at.getByLabel('身份证号码').fill(idNumber);
    await at.getByLabel('查询码').fill(`${queryCode.slice(0, 4)}-${queryCode.slice(4)}`.toLowerCase());
    await at.getByRole('button', { name: '进入' }).click();
    await at.getByRole('heading', { name: '王秀英，您好' }).waitFor();
    await at.getByRole('link', { name: `看详情，编号 ${asked.number}` }).waitFor();
  }

  /** Sound to a screen reader in both languages, and in a window that is enlarged to twice its size. */
  async function isSound(what: string): Promise<void> {
    for (const name of ['English', '中文']) {
      await page.getByRole('button', { name, exact: true }).click();
      await page.waitForFunction(() => document.querySelector('.spin') === null);
      const { violations } = await new AxeBuilder({ page }).analyze();
      const faults = violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
      );
      expect(faults, `${what} after ${name}`).to.deep.equal([]);
    }
    const { width = 0, height = 0 } = page.viewportSize() ?? {};
    await page.setViewportSize({ width: 640, height: 450 });
    const scrolled = await page.evaluate(() => document.documentElement.scrollWidth);
    await page.setViewportSize({ width, height });
    expect(scrolled, what).to.be.at.most(640);
  }

  it('without a receipt is told where to go, and what to bring', async () => {
    await page.goto('/kiosk');
    await isSound('signing in');
    await page.getByRole('button', { name: '第一次申请，或没有回执' }).press('Enter');
    await page.getByText('每个人的身份证原件').waitFor();
    await isSound('without a receipt');
    await page.getByRole('button', { name: '返回' }).click();
  });

  it('signs in by keyboard alone, after being told what was wrong', async () => {
    await page.getByLabel('身份证号码').focus();
    await page.keyboard.type('123');
    await page.keyboard.press('Enter');
    await page.getByText(/^身份证号码有误/).waitFor();
    await page.getByLabel('身份证号码').fill(idNumber);
    await page.keyboard.press('Tab');
    await page.keyboard.type('ABCDEFGH');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await page.getByLabel('查询码').fill(queryCode);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '王秀英，您好' }).waitFor();
    await page.getByRole('link', { name: `看详情，编号 ${asked.number}` }).waitFor();
  });

  it('sees in plain words how each application stands', async () => {
    await page.getByRole('heading', { name: '请您补交材料' }).waitFor();
    await page.getByRole('heading', { name: '会见已约好' }).waitFor();
    expect(await page.getByText('赵立新').count()).to.equal(0);
    await page.locator('summary').filter({ hasText: '请补充材料' }).click();
    await page.locator('.kiosk-told').waitFor();
    await isSound('the applications');
  });

  it('hands in the paper that was asked for, and gives the application back', async () => {
    await page.getByRole('link', { name: `看详情，编号 ${asked.number}` }).click();
    await page.getByText('说明：户口簿第一页看不清').waitFor();
    await isSound('the application');
    await page.getByRole('link', { name: '补交材料' }).click();
    await page.getByText('要求补交：户口簿第一页看不清').waitFor();
    await isSound('the papers');
    await page.getByRole('radio', { name: '公安派出所证明' }).check();
    await page
      .getByLabel('拍照或选文件')
      .setInputFiles({ name: '照片.png', mimeType: 'image/png', buffer: png });
    await page.getByText(/^收到了/).waitFor();
    await page.getByText(/已交：.*公安派出所证明/).waitFor();
    await page.getByRole('button', { name: '材料交齐了，交回审查' }).click();
    await page.getByRole('heading', { name: '正在审查' }).waitFor();
    await page.getByText('区矫正中心', { exact: true }).waitFor();
  });

  it('withdraws an application only after being asked', async () => {
    await page.getByRole('button', { name: '撤回申请' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '不撤回' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('heading', { name: '正在审查' }).waitFor();
    await page.getByRole('button', { name: '撤回申请' }).click();
    await dialog.getByRole('button', { name: '撤回', exact: true }).click();
    await page.getByRole('heading', { name: '已撤回' }).waitFor();
    expect(await page.getByRole('button', { name: '撤回申请' }).count()).to.equal(0);
  });

  it('reads when and where the visit is and what to bring, and asks for another one', async () => {
    await page.getByRole('link', { name: '回到我的申请' }).click();
    await page.getByRole('link', { name: `看详情，编号 ${booked.number}` }).click();
    await page.getByText('人人带身份证原件；未成年人带户口簿').waitFor();
    await isSound('the visit');
    await page.getByRole('link', { name: '再次申请会见' }).click();
    await page.getByRole('radio', { name: '上午' }).check();
    await isSound('asking again');
    await page.getByRole('button', { name: '提交申请' }).click();
    await page.getByRole('heading', { name: '申请收到了' }).waitFor();
    const [number = '', code = ''] = await page.locator('output').allTextContents();
    expect(code).to.match(/^\w{4}-\w{4}$/);
    await isSound('the receipt of it');

    const officer = await signIn(house.browser, house.server.origin, 'officer');
    await officer.goto('/applications?state=open');
    const row = officer.getByRole('row', { name: new RegExp(number) });
    await row.getByText('自助', { exact: true }).waitFor();
    await row.getByRole('link', { name: number }).click();
    await officer.getByText('王秀英（自助办理）').first().waitFor();
  });

  it('signs out, and leaves nothing for whoever comes next, not even behind the back button', async () => {
    await page.getByRole('button', { name: '退出' }).click();
    await page.getByLabel('查询码').waitFor();
    await page.goBack();
    await page.getByLabel('查询码').waitFor();
    expect(await page.getByText('王秀英').count()).to.equal(0);
    expect((await page.context().cookies()).map(({ name }) => name)).to.not.include('relative_session');
  });

  it('is asked whether they are still there, stays if they say so, and is signed out if nobody does', async () => {
    const walker = await pageFor(house.browser, house.server.origin);
    await walker.clock.install();
    await enter(walker);
    await walker.clock.fastForward('19:10');
    const question = walker.getByRole('dialog', { name: '您还在吗？' });
    await question.waitFor();
    await walker.getByRole('button', { name: '我还在' }).press('Enter');
    await question.waitFor({ state: 'hidden' });
    await walker.clock.fastForward('19:30');
    await question.waitFor();
    await walker.clock.fastForward('00:40');
    await walker.getByText('很久没有人操作，已自动退出。').waitFor();
    expect(await walker.getByText('王秀英').count()).to.equal(0);
    await walker.close();
  });

  it('left the browser nothing to complain of', () => {
    expect(complaints).to.deep.equal([]);
  });
});

describe('The receipt at the counter', function () {
  this.timeout(60_000);
  let house: House;
  before(async () => {
    house = await openHouse();
  });
  after(() => house.close());

  it('shows no code that was told before, and a new one once somebody has said why', async () => {
    const { id } = await submittedApplication(house.server, { prisoner: 'BML-20210017', serial: 42 });
    const officer = await signIn(house.browser, house.server.origin, 'officer');
    await officer.goto(`/applications/${id}/receipt`);
    await officer.getByText('查询码只在提交时显示一次').waitFor();
    expect(await officer.locator('.printed-code').count()).to.equal(0);
    await officer.getByRole('button', { name: '重发查询码' }).click();
    await officer.getByRole('combobox', { name: '重发原因' }).press('ArrowDown');
    await officer.keyboard.press('Enter');
    await officer.getByRole('dialog').getByRole('button', { name: '重发查询码' }).click();
    await officer.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await officer.locator('.printed-code').textContent()).to.match(/^\w{4}-\w{4}$/);
    await officer.getByText('监狱决定是否批准').waitFor();
    await officer.getByRole('radio', { name: 'English' }).press('Space');
    await officer.getByText('What happens next').waitFor();
    expect(await officer.getByRole('heading', { name: '申请回执', exact: true }).isVisible()).to.equal(true);
    await officer.reload();
    await officer.getByText('查询码只在提交时显示一次').waitFor();
    expect(await officer.locator('.printed-code').count()).to.equal(0);
  });
});
