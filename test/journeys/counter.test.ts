import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { idNumberOf } from '../support/id-numbers.ts';
import { tellAsOneStory } from '../support/one-story.ts';
import { approvedApplication } from '../support/whole-way.ts';
import { type House, openHouse } from './open-house.ts';
import { choose, signIn } from './staff-at-work.ts';

describe('The counter, by an officer at the screen', function () {
  this.timeout(120_000);
  tellAsOneStory(this);
  let house: House;
  let officer: Page;

  before(async () => {
    house = await openHouse();
    officer = await signIn(house.browser, house.server.origin, 'officer');
  });
  after(() => house.close());

  /** PICTURES names a folder for what is seen: for the documentation, and for finding faults. */
  async function picture(page: Page, name: string): Promise<void> {
    const { PICTURES } = process.env;
    if (!PICTURES) return;
    mkdirSync(PICTURES, { recursive: true });
    await page.screenshot({ path: join(PICTURES, `counter-${name}.png`), fullPage: true });
  }
  const choosePrisoner = async (page: Page, number: string) => {
    await page.getByRole('combobox', { name: '服刑人员' }).fill(number);
    await page.locator('.ant-select-dropdown:visible').getByText(number).first().click();
  };
  const next = (page: Page) => page.getByRole('button', { name: '下一步' }).click();

  it('loses nothing that was typed when the browser dies, and goes on where it was', async () => {
    await officer.goto('/applications/new');
    await choosePrisoner(officer, 'BML-20220103');
    await officer.getByRole('radio', { name: '紧急：亲属病危' }).check();
    await officer.getByLabel('紧急情况说明').fill('母亲在区中心医院重症监护室');
    await next(officer);
    await officer.getByRole('radio', { name: '户籍在本区' }).check();
    await officer.getByLabel('姓名').fill('孙桂芳');
    await officer.getByText(/^草稿已于/).waitFor();
    await officer.getByLabel('身份证号码').fill(idNumberOf('1958-03-09', 24));
    // No more than the last seconds are lost: these were long enough ago.
    await officer.waitForTimeout(6_000);
    await officer.context().close();

    officer = await signIn(house.browser, house.server.origin, 'officer');
    await officer.goto('/applications/drafts');
    await officer.getByText('孙桂芳').waitFor();
    await picture(officer, 'drafts');
    await officer.getByRole('link', { name: /继续填写/ }).click();
    await officer.getByLabel('身份证号码').waitFor();
    expect(await officer.getByLabel('身份证号码').inputValue()).to.equal(idNumberOf('1958-03-09', 24));
    await officer.getByRole('button', { name: '上一步' }).click();
    expect(await officer.getByLabel('紧急情况说明').inputValue()).to.equal('母亲在区中心医院重症监护室');
    await next(officer);
  });

  it('asks for a reason where a relative needs an exception, and takes the urgent application', async () => {
    await officer.getByLabel('联系电话').fill('13800001234');
    // The list is long: typing finds what stands further down.
    await officer.getByRole('combobox', { name: '与服刑人员的关系' }).fill('伯叔');
    await officer.keyboard.press('Enter');
    await officer.getByLabel('申请特别批准的理由').waitFor();
    await picture(officer, 'visitors-step');
    await next(officer);
    await officer.getByText('请填写理由：监狱据此决定是否特别批准。').waitFor();
    await officer.getByLabel('申请特别批准的理由').fill('自幼由姑母抚养');
    await next(officer);
    await officer.getByRole('checkbox', { name: '会见人年老' }).check();
    await picture(officer, 'needs-step');
    await next(officer);
    await picture(officer, 'check-step');
    await officer.getByRole('button', { name: '提交申请' }).click();
    await officer
      .getByText(/医院病危证明/)
      .first()
      .waitFor();
    await picture(officer, 'documents');
    await officer.goto('/applications/drafts');
    await officer.getByText('没有草稿。').waitFor();
    await officer.goto('/applications?state=district_review');
    await officer.getByText('紧急：亲属病危').waitFor();
    await picture(officer, 'list');
    await officer.getByRole('link', { name: /^SQ-/ }).first().click();
    await officer.getByText('自幼由姑母抚养').waitFor();
    await picture(officer, 'application');
  });

  it('is told that a relationship was verified before, and can mark it as ended', async () => {
    const { id } = await approvedApplication(house.server, { prisoner: 'BML-20210017', serial: 5 });
    await officer.goto('/applications/new');
    await choosePrisoner(officer, 'BML-20210017');
    await next(officer);
    await officer.getByLabel('身份证号码').fill(idNumberOf('1958-03-02', 5));
    await officer.getByText(/^关系已核验：父母/).waitFor();
    await picture(officer, 'verified-hint');

    await officer.goto(`/applications/${id}`);
    await officer.getByRole('button', { name: '标记王秀英的关系终止' }).click();
    await choose(officer, '终止原因', '证明材料不实');
    await picture(officer, 'end-dialog');
    await officer.getByRole('dialog').getByRole('button', { name: '标记终止' }).click();
    await officer.getByText('已终止').waitFor();
    await picture(officer, 'ended');
  });

  it('tells an applicant from elsewhere where to go', async () => {
    await officer.goto('/applications/new');
    await choosePrisoner(officer, 'BML-20210017');
    await next(officer);
    await officer.getByRole('radio', { name: '户籍、居住均不在本区' }).check();
    await officer.getByText(/请告知申请人：到户籍地或居住地/).waitFor();
    await picture(officer, 'elsewhere');
    await officer.getByRole('button', { name: 'English' }).click();
    await officer.getByText(/^Applications of people who neither live/).waitFor();
    await picture(officer, 'elsewhere-en');
  });
});
