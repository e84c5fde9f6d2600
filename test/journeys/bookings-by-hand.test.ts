import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { approvedApplication, submittedApplication } from '../support/whole-way.ts';
import { type House, openHouse } from './open-house.ts';
import { choose, chooseNextSlot, signIn } from './staff-at-work.ts';

describe('Applications and bookings, by people at their screens', function () {
  this.timeout(60_000);
  let house: House;
  let officer: Page;
  let supervisor: Page;

  before(async () => {
    house = await openHouse();
    officer = await signIn(house.browser, house.server.origin, 'officer');
    supervisor = await signIn(house.browser, house.server.origin, 'supervisor');
  });
  after(() => house.close());

  async function decide(page: Page, button: string, reason?: string, note?: string): Promise<void> {
    await page.getByRole('button', { name: button }).click();
    if (reason) await choose(page, '理由', reason);
    if (note) await page.getByRole('dialog').getByLabel('说明').fill(note);
    await page.getByRole('dialog').getByRole('button', { name: '确认决定' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  }

  it('are sent back for papers with a reason, and submitted again', async () => {
    const { id } = await submittedApplication(house.server, { prisoner: 'BML-20210017', serial: 1 });
    await supervisor.goto(`/applications/${id}`);
    await decide(supervisor, '要求补充材料（区级）', '材料照片或扫描件不清晰，请重新提交。', '户口簿第一页');
    await officer.goto(`/applications/${id}`);
    await officer.getByText('说明：户口簿第一页').waitFor();
    await officer.getByRole('button', { name: '材料已补充，重新提交' }).click();
    await officer.getByText(/^等待区矫正中心决定/).waitFor();
  });

  it('are refused with a coded reason, which stays in the record', async () => {
    const { id } = await submittedApplication(house.server, { prisoner: 'BML-20220103', serial: 2 });
    await supervisor.goto(`/applications/${id}`);
    await supervisor.getByRole('button', { name: '区级不予批准' }).click();
    await supervisor.getByRole('dialog').getByRole('button', { name: '确认决定' }).click();
    await supervisor.getByText('请选择理由。').waitFor();
    await supervisor.getByRole('combobox', { name: '理由' }).press('ArrowDown');
    await supervisor.keyboard.press('Enter');
    await supervisor.getByRole('dialog').getByRole('button', { name: '确认决定' }).click();
    await supervisor.getByText('区矫正中心 · 不予批准').waitFor();
    expect(await supervisor.getByRole('button', { name: '同意并转送监狱' }).count()).to.equal(0);
  });

  it('are withdrawn; a page that was open meanwhile says so and shows how it stands', async () => {
    const { id } = await submittedApplication(house.server, { prisoner: 'BML-20230042', serial: 3 });
    const other = await officer.context().newPage();
    for (const page of [officer, other]) {
      await page.goto(`/applications/${id}`);
      await page.getByRole('button', { name: '撤回申请' }).click();
      await page.getByText('确定撤回此申请？').waitFor();
    }
    await officer.getByRole('tooltip').getByRole('button', { name: '确定' }).click();
    await officer.getByText('已撤回').first().waitFor();
    await other.getByRole('tooltip').getByRole('button', { name: '确定' }).click();
    await other.getByRole('alert').waitFor();
    await other.getByRole('button', { name: '撤回申请' }).waitFor({ state: 'hidden' });
    await other.close();
  });

  it('are booked, moved with a new notice, and cancelled with a reason', async () => {
    const { id } = await approvedApplication(house.server, { prisoner: 'BML-20210017', serial: 4 });
    await officer.goto(`/applications/${id}/booking`);
    await chooseNextSlot(officer);
    await officer.getByRole('button', { name: '确认预约' }).click();
    await officer.getByText('预约成功').waitFor();
    const stale = await officer.context().newPage();
    await stale.goto(officer.url());
    await stale.getByRole('button', { name: '取消预约' }).click();
    await choose(stale, '取消原因', '会见人取消');

    await officer.getByRole('button', { name: '改约' }).click();
    await officer.getByText(/^现有预约：/).waitFor();
    await officer.getByRole('button', { name: '后一周' }).click();
    await officer
      .getByRole('button', { name: /^选择 / })
      .nth(3)
      .click();
    await officer.getByRole('button', { name: '确认改约' }).click();
    await officer.getByText('已改约').waitFor();
    const moved = await officer.locator('time').first().getAttribute('datetime');

    await stale.getByRole('button', { name: '确认取消预约' }).click();
    await stale.getByRole('alert').waitFor();
    // The page has been brought up to date behind the refusal.
    await stale.locator(`time[datetime="${moved}"]`).first().waitFor();
    await stale.getByRole('button', { name: '确认取消预约' }).click();
    await stale.getByText('已取消', { exact: true }).waitFor();
    expect(await stale.getByRole('button', { name: '改约' }).count()).to.equal(0);
    await stale.close();
  });

  it('print their papers alone', async () => {
    const { id } = await submittedApplication(house.server, { prisoner: 'BML-20220103', serial: 5 });
    await officer.goto(`/applications/${id}/receipt`);
    await officer.getByRole('heading', { name: '远程视频会见申请回执' }).waitFor();
    await officer.emulateMedia({ media: 'print' });
    expect(await officer.getByRole('navigation').isVisible()).to.equal(false);
    expect(await officer.getByRole('button', { name: '打印回执' }).isVisible()).to.equal(false);
    expect((await officer.pdf({ preferCSSPageSize: true })).subarray(0, 4).toString()).to.equal('%PDF');
    await officer.emulateMedia({ media: null });
  });

  it('keep what was entered when the language is changed half-way, and say what is wrong in it', async () => {
    await officer.goto('/applications/new');
    await officer.getByRole('combobox', { name: '服刑人员' }).fill('BML-20210017');
    await officer.getByText(/BML-20210017 赵立新/).click();
    await officer.getByRole('button', { name: '下一步' }).click();
    await officer.getByLabel('姓名').fill('王秀英');
    await officer.getByLabel('身份证号码').fill('123');
    await officer.getByRole('button', { name: '下一步' }).click();
    await officer.getByText(/^身份证号码有误/).waitFor();
    await officer.getByRole('button', { name: 'English' }).click();
    await officer.getByText(/^This is no valid identity number/).waitFor();
    expect(await officer.getByText(/^身份证号码有误/).count()).to.equal(0);
    expect(await officer.getByLabel('Name', { exact: true }).inputValue()).to.equal('王秀英');
  });
});
