import { AxeBuilder } from '@axe-core/playwright';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { dayInShanghai } from '../../web-client/language/time.ts';
import { approvedApplication, bookNextSlot } from '../support/whole-way.ts';
import { type House, openHouse } from './open-house.ts';
import { pageFor, signIn } from './staff-at-work.ts';

/** What axe finds wrong, short enough to read: the rule and the element. */
async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** Opens a page and waits until it has all that it asked for. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole('heading').first().waitFor();
  await page.waitForFunction(() => document.querySelector('.spin') === null);
}

const languages = [
  { name: 'Chinese', other: '中文', lang: 'zh-CN' },
  { name: 'English', other: 'English', lang: 'en' },
] as const;

describe('The screens, for a screen reader and a keyboard', function () {
  this.timeout(120_000);
  let house: House;
  let applicationId: string;
  let visitId: string;
  let prisonerId: string;
  let noticeId: string;
  let day: string;
  /** What a browser complained of, such as something that the content security policy forbids. */
  const complaints: string[] = [];

  before(async () => {
    house = await openHouse();
    const application = await approvedApplication(house.server);
    applicationId = application.id;
    const booking = await bookNextSlot(house.server, application);
    visitId = booking.id;
    prisonerId = booking.prisoner.id;
    day = dayInShanghai(new Date(booking.startsAt));
    const officer = await house.server.signedIn('officer');
    const notices = await officer.request<{ id: string }[]>('GET', `/api/bookings/${visitId}/notices`);
    noticeId = notices.body[0]?.id ?? '';
  });
  after(() => house.close());

  const listenTo = (page: Page) => {
    page.on('console', (message) => {
      // A page asks who is signed in, and on a device what it is: the answer "nobody" is no complaint.
      const expected = message.text().includes('401');
      if (['error', 'warning'].includes(message.type()) && !expected) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
  };

  async function speak(page: Page, { other, lang }: (typeof languages)[number]): Promise<void> {
    if ((await page.getAttribute('html', 'lang')) === lang) return;
    await page.getByRole('button', { name: other, exact: true }).click();
    expect(await page.getAttribute('html', 'lang')).to.equal(lang);
  }

  it('are sound before anybody is signed in or enrolled, in both languages', async () => {
    const page = await pageFor(house.browser, house.server.origin);
    listenTo(page);
    for (const path of ['/', '/visit-room', '/terminal/']) {
      await page.goto(path);
      await page.getByRole('textbox').first().waitFor();
      for (const language of languages) {
        await speak(page, language);
        expect(await faultsOf(page), `${path} in ${language.name}`).to.deep.equal([]);
      }
    }
  });

  const pagesOf: Record<string, () => string[]> = {
    officer: () => [
      '/',
      '/visits',
      '/applications?state=any',
      '/applications/new',
      '/applications/drafts',
      '/assistance',
      `/applications/${applicationId}`,
      `/applications/${applicationId}/receipt`,
      `/applications/${applicationId}/booking`,
      '/bookings',
      '/suspensions',
      '/flagged-bookings',
      '/prisoners',
      '/messages',
      '/day-lists',
      `/day-lists/baimaoling/${day}`,
      `/notices/${noticeId}`,
      `/bookings/${visitId}`,
      `/visits/${visitId}`,
      `/visits/${visitId}/check-in`,
      `/visits/${visitId}/supervise`,
    ],
    auditor: () => ['/ledger', '/rules'],
    supervisor: () => ['/calendar', '/calendar/closures', '/calendar/centre'],
    administrator: () => ['/', '/stations', '/rules', '/office-contact', '/places', '/staff', '/holidays'],
    'baimaoling.officer': () => [
      '/day-lists',
      `/day-lists/baimaoling/${day}`,
      '/prisoners',
      '/prisoners/import',
      `/prisoners/${prisonerId}`,
    ],
  };
  for (const [person, paths] of Object.entries(pagesOf)) {
    it(`are sound for the ${person}, in both languages, and each has a title of its own`, async () => {
      const page = await signIn(house.browser, house.server.origin, person);
      listenTo(page);
      const titles = new Set<string>();
      for (const path of paths()) {
        await open(page, path);
        for (const language of languages) {
          await speak(page, language);
          expect(await faultsOf(page), `${path} in ${language.name}`).to.deep.equal([]);
        }
        titles.add(await page.title());
      }
      expect(titles.size, [...titles].join(', ')).to.equal(paths().length);
    });
  }

  it('open a dialog with the focus in its first field, and give the focus back', async () => {
    const page = await signIn(house.browser, house.server.origin, 'officer');
    await page.goto(`/bookings/${visitId}`);
    const opener = page.getByRole('button', { name: '取消预约' });
    await opener.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: '取消原因' }).waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('role'));
    expect(await focused()).to.equal('combobox');
    expect(await faultsOf(page)).to.deep.equal([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await opener.evaluate((button) => button === document.activeElement)).to.equal(true);
  });

  it('need no sideways scrolling in a window that is enlarged to twice its size', async () => {
    const page = await signIn(house.browser, house.server.origin, 'officer');
    await page.setViewportSize({ width: 683, height: 384 });
    for (const path of ['/visits', `/applications/${applicationId}`, `/visits/${visitId}/check-in`]) {
      await open(page, path);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, path).to.be.at.most(683);
    }
    await page.getByRole('button', { name: '菜单' }).press('Enter');
    await page.getByRole('link', { name: '会见安排' }).press('Enter');
    await page.getByRole('heading', { name: '会见安排' }).waitFor();
    expect(await page.getByRole('navigation').count()).to.equal(0);
  });

  it('left the browsers nothing to complain of', () => {
    expect(complaints).to.deep.equal([]);
  });
});
