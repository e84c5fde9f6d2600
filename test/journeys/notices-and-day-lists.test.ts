import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { DateTime } from 'luxon';
import type { Page } from 'playwright-core';
import type { Booking } from '../../server/bookings/schema.ts';
import { peopleZone } from '../../server/clock.ts';
import { tellAsOneStory } from '../support/one-story.ts';
import { approvedApplication, bookNextSlot } from '../support/whole-way.ts';
import { type House, openHouse } from './open-house.ts';
import { choose, signIn } from './staff-at-work.ts';

describe('Notices, text messages and day lists, by people at their screens', function () {
  this.timeout(120_000);
  tellAsOneStory(this);
  let house: House;
  let officer: Page;
  let supervisor: Page;
  let prisonOfficer: Page;
  let booking: Booking;
  let number: string;

  before(async () => {
    house = await openHouse();
    const { browser, server } = house;
    officer = await signIn(browser, server.origin, 'officer');
    supervisor = await signIn(browser, server.origin, 'supervisor');
    prisonOfficer = await signIn(browser, server.origin, 'baimaoling.officer');
  });
  after(() => house.close());

  // PICTURES names a folder for what everybody sees, in both languages.
  const picture = async (page: Page, name: string) => {
    const { PICTURES } = process.env;
    if (!PICTURES) return;
    mkdirSync(PICTURES, { recursive: true });
    await page.screenshot({ path: join(PICTURES, `${name}-zh.png`), fullPage: true });
    await page.getByRole('button', { name: 'English' }).click();
    await page.waitForTimeout(300);
    await page.screenshot({ path: join(PICTURES, `${name}-en.png`), fullPage: true });
    await page.getByRole('button', { name: '中文' }).click();
    await page.emulateMedia({ media: 'print' });
    await page.screenshot({ path: join(PICTURES, `${name}-print.png`), fullPage: true });
    await page.emulateMedia({ media: null });
  };

  it('say where visitors ask, and write it under each notice', async () => {
    await supervisor.goto('/office-contact');
    await supervisor.getByText('还没有填写咨询方式').waitFor();
    await supervisor.getByLabel('咨询电话').fill('021-59610000');
    await supervisor.getByLabel('地址（中文）').fill('崇明区城桥镇人民路1号');
    await supervisor.getByLabel('地址（英文）').fill('1 Renmin Road, Chengqiao');
    await supervisor.getByLabel('办公时间（中文）').fill('工作日8:30至17:00');
    await supervisor.getByLabel('办公时间（英文）').fill('working days 8:30 to 17:00');
    await supervisor.getByRole('button', { name: '保存' }).click();
    await supervisor.getByText('已保存').waitFor();
    await picture(supervisor, '1-contact');
    booking = await bookNextSlot(house.server, await approvedApplication(house.server));
    await officer.goto(`/applications/${booking.application.id}`);
    await officer.getByText('给会见人的通知').scrollIntoViewIfNeeded();
    expect(await officer.getByText('待转出').count()).to.be.greaterThan(2);
    await picture(officer, '2-application');
  });

  it('hand a notice over as a slip in both languages, with who printed it', async () => {
    await officer.goto(`/bookings/${booking.id}`);
    await officer.getByRole('link', { name: /^查看、打印: 会见时间已安排/ }).click();
    const slip = officer.getByRole('article');
    await slip.getByText('021-59610000').first().waitFor();
    await slip.getByText('Your visit (family visit) is booked.').waitFor();
    await officer.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', 'yes');
    });
    await officer.getByRole('button', { name: '打印并登记' }).click();
    await officer.locator('body[data-printed]').waitFor();
    await officer.getByText('打印交付 · 已告知').waitFor();
    await picture(officer, '3-notice');
    await officer.emulateMedia({ media: 'print' });
    expect(await officer.getByText('送达记录').isVisible()).to.equal(false);
    await officer.emulateMedia({ media: null });
  });

  it('carry text messages over in a file, and see to the one that failed', async () => {
    await officer.goto('/messages');
    await officer.getByRole('button', { name: '生成转送文件' }).click();
    await officer.getByText(/已生成 DX-/).waitFor();
    const saved = officer.waitForEvent('download');
    await officer.getByRole('button', { name: '下载文件' }).click();
    const file = await saved;
    number = file.suggestedFilename().replace('.csv', '');
    const content = readFileSync(await file.path(), 'utf8');
    expect(content).to.contain(`${number},1,13800000000,【`);
    await picture(officer, '4-transfer');
    await officer.goto('/messages');
    const at = DateTime.now().setZone(peopleZone).toFormat('yyyy-MM-dd HH:mm:ss');
    const receipts = (lines: string[]) => ({
      name: 'receipts.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(['transfer_number,line_id,state,time,reason', ...lines].join('\r\n')),
    });
    const field = officer.locator('input[type=file]');
    await field.setInputFiles(receipts([`${number},99,delivered,${at},`]));
    await officer.getByText(/回执文件第2行的/).waitFor();
    await picture(officer, '5-receipt-refused');
    await field.setInputFiles(receipts([`${number},1,delivered,${at},`, `${number},2,failed,${at},空号`]));
    await officer.getByText('1 条送达，1 条失败').waitFor();
    await officer.getByRole('heading', { name: '短信转送' }).waitFor();
    await officer.getByText('发送失败，请另行告知').waitFor();
    await picture(officer, '6-messages');
    await officer.getByRole('button', { name: '登记已告知' }).click();
    await choose(officer, '告知方式', '电话告知');
    await officer.getByRole('dialog').getByRole('button', { name: '登记', exact: true }).click();
    await officer.getByText('发送失败，请另行告知').waitFor({ state: 'detached' });
  });

  it('warn where the prison has not acknowledged a visit, and no longer when it has', async () => {
    await officer.goto('/bookings');
    await officer.getByText(/监狱逾期未确认，请电话联系监狱/).waitFor();
    await picture(officer, '7-bookings');
    await officer.goto(`/visits/${booking.id}`);
    await officer.getByText(/监狱逾期未确认本次会见/).waitFor();
    await prisonOfficer.goto('/day-lists');
    await prisonOfficer
      .getByRole('link', { name: /^打开 白茅岭监狱/ })
      .first()
      .waitFor();
    await picture(prisonOfficer, '8-day-lists');
    await prisonOfficer
      .getByRole('link', { name: /^打开 白茅岭监狱/ })
      .first()
      .click();
    await prisonOfficer.getByText('监狱未确认').waitFor();
    await picture(prisonOfficer, '9-day-list');
    await prisonOfficer.getByRole('button', { name: '确认名单' }).click();
    await prisonOfficer.getByRole('dialog').getByRole('button', { name: '确认名单' }).click();
    await prisonOfficer.getByText(/确认（1 场）/).waitFor();
    await picture(prisonOfficer, '10-acknowledged');
    await officer.reload();
    await officer.getByText(/监狱已确认本次会见/).waitFor();
    await picture(officer, '11-visit');
  });
});
