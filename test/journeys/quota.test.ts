import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { DateTime } from 'luxon';
import type { Page } from 'playwright-core';
import type { Booking } from '../../server/bookings/schema.ts';
import { peopleZone } from '../../server/clock.ts';
import { approvedApplication } from '../support/whole-way.ts';
import { type House, openHouse } from './open-house.ts';
import { choose, chooseNextSlot, signIn } from './staff-at-work.ts';

describe('A prisoner’s visits of a month, by people at their screens', function () {
  this.timeout(120_000);
  let house: House;
  let officer: Page;
  let prison: Page;
  let approver: Page;
  const today = DateTime.now().setZone(peopleZone);

  before(async () => {
    house = await openHouse();
    const { browser, server } = house;
    officer = await signIn(browser, server.origin, 'officer');
    prison = await signIn(browser, server.origin, 'baimaoling.officer');
    approver = await signIn(browser, server.origin, 'baimaoling.approver');
  });
  after(() => house.close());

  const show = async (page: Page, name: string) => {
    const { PICTURES } = process.env;
    if (!PICTURES) return;
    mkdirSync(PICTURES, { recursive: true });
    await page.screenshot({ path: join(PICTURES, `quota-${name}.png`), fullPage: true });
  };
  const inEnglish = async (page: Page, name: string) => {
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: '中文' }).waitFor();
    await show(page, `${name}-en`);
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('button', { name: 'English' }).waitFor();
  };
  /** Booked by the desk for tomorrow, or, where that is another month, later today. */
  const book = async (serial: number): Promise<Booking> => {
    const { id } = await approvedApplication(house.server, { prisoner: 'BML-20220103', serial });
    const desk = await house.server.signedIn('officer');
    const tomorrow = today.startOf('day').plus({ days: 1, hours: 9 });
    const startsAt = tomorrow.month === today.month ? tomorrow : today.startOf('hour').plus({ hours: 1 });
    const booked = await desk.request<Booking>('POST', '/api/bookings', {
      applicationId: id,
      startsAt: startsAt.toUTC().toISO(),
      visitRoomId: 'visit-room-1',
      terminalId: 'baimaoling-terminal-1',
    });
    expect(booked.status, JSON.stringify(booked.body)).to.equal(201);
    return booked.body;
  };

  it('counts an on-site visit, flags what is booked beyond, and a correction puts it right', async () => {
    const booking = await book(81);
    await prison.getByRole('link', { name: '会见次数' }).first().click();
    await prison.getByRole('combobox', { name: '服刑人员' }).fill('BML-20220103');
    await prison
      .locator('.ant-select-dropdown:visible')
      .getByText(/^BML-20220103/)
      .click();
    await prison
      .getByText(/可会见1次，已用1次/)
      .first()
      .waitFor();
    await prison.getByRole('button', { name: '登记现场会见' }).click();
    await prison.getByRole('dialog').getByLabel('备注').fill('母亲到监会见');
    await show(prison, 'enter');
    await prison.getByRole('dialog').getByRole('button', { name: '登记现场会见' }).click();
    await prison
      .getByRole('alert')
      .getByText(/超出当月次数/)
      .waitFor();
    await show(prison, 'beyond');
    await inEnglish(prison, 'beyond');

    await approver.goto(`/bookings/${booking.id}`);
    await approver
      .getByText(/已用1次（规则第6项）/)
      .first()
      .waitFor();
    await show(approver, 'flagged-booking');
    await approver.getByRole('link', { name: '查看当月次数' }).click();
    await approver.getByRole('button', { name: '增加一次会见' }).click();
    await choose(approver, '理由', '亲属病重');
    await approver.getByRole('dialog').getByLabel('说明').fill('母亲病重住院');
    await show(approver, 'grant');
    await approver.getByRole('dialog').getByRole('button', { name: '增加一次会见' }).click();
    await approver
      .getByText(/可会见2次，已用2次/)
      .first()
      .waitFor();
    await approver.getByText(/不能撤回/).waitFor();
    await show(approver, 'granted');
    await inEnglish(approver, 'granted');

    await prison.reload();
    await prison.getByRole('button', { name: '更正' }).click();
    await prison.getByRole('radio', { name: '并无此次会见' }).check();
    await prison.getByLabel('更正原因').fill('登记错人');
    await show(prison, 'correct');
    await prison.getByRole('dialog').getByRole('button', { name: '更正' }).click();
    await prison
      .getByText(/可会见2次，已用1次/)
      .first()
      .waitFor();
    await show(prison, 'corrected');

    await approver.reload();
    await approver.getByRole('button', { name: '撤回' }).click();
    await approver.getByRole('dialog').getByLabel('说明').fill('已不需要');
    await approver.getByRole('dialog').getByRole('button', { name: '撤回' }).click();
    await approver
      .getByText(/可会见1次，已用1次/)
      .first()
      .waitFor();
  });

  it('makes up for a visit that failed: owed, booked beside the slots, linked both ways', async () => {
    const { id } = await approvedApplication(house.server, { prisoner: 'BML-20230042', serial: 82 });
    await officer.goto(`/applications/${id}/booking`);
    await officer
      .getByText(/可会见\d次，已用0次/)
      .first()
      .waitFor();
    await chooseNextSlot(officer);
    await officer.getByRole('button', { name: '确认预约' }).click();
    await officer.getByText('预约成功').waitFor();
    await show(officer, 'booked');
    const failed = officer.url().split('/').at(-1) ?? '';

    await officer.goto(`/visits/${failed}`);
    await officer.getByRole('button', { name: '未会见而结案' }).click();
    await choose(officer, '未会见的原因', '网络故障');
    await officer.getByRole('dialog').locator('.ant-btn-dangerous').click();
    await officer.getByText(/前安排补会见/).waitFor();
    await show(officer, 'failed-visit');
    await inEnglish(officer, 'failed-visit');

    await officer.getByRole('link', { name: '补会见', exact: true }).first().click();
    await officer.getByRole('button', { name: '安排补会见' }).waitFor();
    await show(officer, 'owed');
    await inEnglish(officer, 'owed');
    await officer.getByRole('button', { name: '安排补会见' }).click();
    await officer.getByText(/前的时段为补会见/).waitFor();
    await show(officer, 'slots');
    await inEnglish(officer, 'slots');
    await chooseNextSlot(officer);
    await officer.getByRole('button', { name: '确认预约' }).click();
    await officer.getByText('预约成功').waitFor();
    await officer.getByText('补会见，补的是').waitFor();
    await show(officer, 'makeup');
    await officer.goto(`/visits/${failed}`);
    await officer.getByText('补会见已安排：').waitFor();
    await officer.getByRole('link', { name: '补会见', exact: true }).first().click();
    await officer.getByText('没有待安排的补会见。').waitFor();
  });
});
