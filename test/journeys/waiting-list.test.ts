import { DateTime } from 'luxon';
import type { Page } from 'playwright-core';
import type { Booking } from '../../server/bookings/schema.ts';
import { peopleZone } from '../../server/clock.ts';
import { approvedApplication } from '../support/whole-way.ts';
import { type House, openHouse } from './open-house.ts';
import { signIn } from './staff-at-work.ts';

const pictures = process.env.PICTURES;

describe('The waiting list, by people at their screens', function () {
  this.timeout(60_000);
  let house: House;
  let officer: Page;
  const tomorrow = DateTime.now().setZone(peopleZone).startOf('day').plus({ days: 1 });
  const day = tomorrow.toISODate() ?? '';

  before(async () => {
    house = await openHouse();
    officer = await signIn(house.browser, house.server.origin, 'officer');
  });
  after(() => house.close());

  const show = async (name: string) => {
    if (pictures) await officer.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
  };

  it('says why nothing is free, lets a family wait, holds what becomes free, and books it on a yes', async () => {
    // The prisoner may have one visit in the month, and one family has it.
    const first = await approvedApplication(house.server, { prisoner: 'BML-20220103', serial: 71 });
    const desk = await house.server.signedIn('officer');
    const booked = await desk.request<Booking>('POST', '/api/bookings', {
      applicationId: first.id,
      startsAt: tomorrow.plus({ hours: 9 }).toUTC().toISO(),
      visitRoomId: 'visit-room-1',
      terminalId: 'baimaoling-terminal-1',
    });
    const second = await approvedApplication(house.server, { prisoner: 'BML-20220103', serial: 72 });
    await officer.goto(`/applications/${second.id}/booking`);
    await officer.getByText('为什么没有更早的时间？').click();
    await officer
      .getByText(/该服刑人员当月可会见1次/)
      .first()
      .waitFor();
    await show('why-not');

    await officer.getByLabel('最早日期').fill(day);
    await officer.getByLabel('最晚日期').fill(day);
    await officer.getByRole('button', { name: '加入候补' }).click();
    await officer.getByText('候补中，当前第 1 位。').waitFor();

    await desk.request('POST', `/api/bookings/${booked.body.id}/cancel`, {
      version: booked.body.version,
      reasonCode: 'visitor_cancelled',
    });
    await officer.getByRole('link', { name: '候补名单' }).click();
    await officer.getByText('已保留时段，待答复').waitFor();
    await show('list');
    await officer.getByRole('button', { name: 'English' }).click();
    await officer.getByText('A slot is held, answer needed').waitFor();
    await show('list-en');
    await officer.getByRole('button', { name: '中文' }).click();
    await officer.getByRole('button', { name: '接受' }).click();
    await officer.getByText('目前没有家庭在候补。').waitFor();
    await officer.getByRole('checkbox', { name: '包括已结束的候补' }).click();
    await officer.getByText('已预约').first().waitFor();
    await officer.goto(`/applications/${second.id}/booking`);
    await officer.getByText(/^现有预约：/).waitFor();
    await show('booked');
  });
});
