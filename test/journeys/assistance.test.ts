import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { inTransaction } from '../../db/connection.ts';
import type { Application } from '../../server/applications/schema.ts';
import { loadBooking } from '../../server/bookings/index.ts';
import { planVisit } from '../../server/visits/plan-visit.ts';
import { insertVisit, updateVisit } from '../../server/visits/tables.ts';
import { launchChromium } from '../support/browser.ts';
import { idNumberOf } from '../support/id-numbers.ts';
import { tellAsOneStory } from '../support/one-story.ts';
import { png } from '../support/png.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { bookNextSlot } from '../support/whole-way.ts';
import { signIn } from './staff-at-work.ts';

describe('An assistance session, from the application to its record', function () {
  this.timeout(120_000);
  tellAsOneStory(this);
  let server: TestServer;
  let browser: Browser;
  let officer: Page;

  before(async () => {
    server = await startTestServer();
    browser = await launchChromium();
    officer = await signIn(browser, server.running.origin, 'officer');
  });
  after(async () => {
    await browser.close();
    await server.close();
  });

  /** PICTURES names a folder for what is seen: for the documentation, and for finding faults. */
  async function picture(name: string): Promise<void> {
    const { PICTURES } = process.env;
    if (!PICTURES) return;
    mkdirSync(PICTURES, { recursive: true });
    await officer.screenshot({ path: join(PICTURES, `assistance-${name}.png`), fullPage: true });
  }

  const worker = {
    name: '顾海燕',
    idNumber: idNumberOf('1985-06-01', 11),
    phone: '13800002222',
    relationship: 'corrections_worker',
    organisation: '城桥司法所',
  };
  let visitId: string;

  it('is applied for by a worker with the letter of the office, approved by the prison, and outside the quota', async () => {
    const counter = await server.signedIn('officer');
    const prisoners = await counter.request<{ id: string }[]>('GET', '/api/prisoners?search=BML-20210017');
    const asked = {
      kind: 'assistance_session',
      origin: 'judicial_office',
      prisonerId: prisoners.body[0]?.id,
      visitors: [worker],
      language: 'mandarin',
    };
    const { body: application } = await counter.request<Application>('POST', '/api/applications', asked);
    expect(application.visitors[0]?.missingDocuments).to.have.length(2);
    for (const kind of ['id_card', 'assignment_letter']) {
      const form = new FormData();
      form.set('visitorId', application.visitors[0]?.id ?? '');
      form.set('kind', kind);
      form.set('file', new Blob([png]), 'paper.png');
      expect(
        (await counter.request('POST', `/api/applications/${application.id}/documents`, form)).status,
      ).to.equal(201);
    }
    for (const [who, body, decision] of [
      ['supervisor', 'district-review', 'forward'],
      ['baimaoling.approver', 'prison-review', 'approve'],
    ] as const) {
      const reviewer = await server.signedIn(who);
      const path = `/api/applications/${application.id}`;
      const { version } = (await reviewer.request<Application>('GET', path)).body;
      const answer = await reviewer.request('POST', `${path}/${body}`, { version, decision });
      expect(answer.status, JSON.stringify(answer.body)).to.equal(200);
    }
    const booking = await bookNextSlot({ signedIn: server.signedIn, client: server.client }, application);
    expect(booking.kind).to.equal('assistance_session');
    visitId = booking.id;
  });

  it('is asked for on the desk until its record is written, which is then printed and corrected', async () => {
    const { db } = server.running.foundation;
    // As the visit leaves it behind: how it gets there is told elsewhere.
    const booking = await loadBooking(db, visitId);
    if (booking === undefined) throw new Error('no booking');
    const plan = await planVisit(db, booking);
    const at = booking.endsAt;
    await inTransaction(db, async (trx) => {
      await insertVisit(trx, plan, booking.startsAt);
      await updateVisit(trx, {
        plan,
        at,
        version: 1,
        state: {
          name: 'ended',
          keys: {},
          at,
          outcome: 'COMPLETED_NORMALLY',
          talkedMs: 28 * 60_000,
          forfeited: false,
          stop: null,
        },
      });
    });
    await officer.goto('/');
    await officer.getByText('待写帮教记录').waitFor();
    await officer.goto('/assistance');
    await officer.getByText(/顾海燕 · 城桥司法所/).waitFor();
    await picture('queue');
    await officer.getByRole('link', { name: /^填写记录/ }).click();
    await officer.getByLabel('帮教内容').fill('谈家中近况。\n鼓励参加技能培训。');
    await officer.getByRole('checkbox', { name: '必问思想状况' }).check();
    await officer.getByRole('checkbox', { name: '必谈回归打算' }).check();
    await officer.getByRole('button', { name: '保存记录' }).click();
    await officer.getByRole('tooltip').getByRole('button', { name: '确定' }).click();
    await officer.getByText('请选择态度。').waitFor();
    await officer.getByRole('radio', { name: '积极配合' }).check();
    await officer.getByLabel('后续跟进').fill('一个月内联系街道落实低保。');
    await picture('form');
    await officer.getByRole('button', { name: '保存记录' }).click();
    await officer.getByRole('tooltip').getByRole('button', { name: '确定' }).click();
    await officer.getByRole('button', { name: '打印记录' }).waitFor();
    await officer.getByRole('button', { name: '更正' }).click();
    await officer.getByLabel('帮教内容').fill('谈家中近况与就业安置。');
    await officer.getByRole('button', { name: '保存记录' }).click();
    await officer.getByRole('tooltip').getByRole('button', { name: '确定' }).click();
    await officer.getByText('已被更正').waitFor();
    await picture('record');
    await officer.getByRole('button', { name: 'English' }).click();
    await officer.getByText('Corrected since').waitFor();
    await picture('record-en');
    await officer.goto('/assistance');
    await officer.getByText('No record is waiting to be written.').waitFor();
  });
});
