import { DateTime } from 'luxon';
import type { Browser, Page } from 'playwright-core';
import { demonstrationPassword } from '../../db/demonstration/people.ts';
import { peopleZone } from '../../server/clock.ts';

/** A page of its own for somebody, as on a machine of their own; in Chinese, as most will use it. */
export async function pageFor(browser: Browser, origin: string): Promise<Page> {
  const context = await browser.newContext({
    baseURL: origin,
    locale: 'zh-CN',
    viewport: { width: 1280, height: 900 },
  });
  context.setDefaultTimeout(15_000);
  return context.newPage();
}

export async function signIn(browser: Browser, origin: string, username: string): Promise<Page> {
  const page = await pageFor(browser, origin);
  await page.goto('/');
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码').fill(demonstrationPassword);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('button', { name: '退出登录' }).waitFor();
  return page;
}

/** Chooses from a list of the component library, as a person with a keyboard does: open, type, enter. */
export async function choose(page: Page, label: string | RegExp, option: string | RegExp): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  await page.locator('.ant-select-dropdown:visible').getByText(option, { exact: true }).first().click();
}

/** Takes the next slot that has not begun, in a calendar whose prison is open at every hour. */
export async function chooseNextSlot(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^选择 / })
    .first()
    .waitFor();
  let minute = DateTime.now().setZone(peopleZone).startOf('minute');
  for (let tries = 0; tries < 120; tries += 1) {
    minute = minute.plus({ minutes: 1 });
    const name = new RegExp(`^选择 ${minute.toFormat('L/d')}.* ${minute.toFormat('HH:mm')}$`);
    const slot = page.getByRole('button', { name });
    if (minute.minute % 5 === 0 && (await slot.count()) > 0) return slot.click();
  }
  throw new Error('there is no free slot in the next two hours');
}

/** Makes the one-time code of a place at the administrator's page. */
export async function codeFor(administrator: Page, place: string): Promise<string> {
  await administrator.getByRole('link', { name: '设备登记' }).click();
  await administrator.getByRole('button', { name: `为${place}生成登记码` }).click();
  const dialog = administrator.getByRole('dialog');
  const code = await dialog.locator('output').textContent();
  await dialog.getByRole('button', { name: '已记下' }).click();
  return code ?? '';
}

/** Enrols this browser as the device of a place and leaves it waiting for visits. */
export async function enrol(station: Page, path: '/visit-room' | '/terminal/', code: string): Promise<void> {
  await station.goto(path);
  await station.getByLabel('登记码').fill(code);
  await station.getByRole('button', { name: '登记' }).click();
}
