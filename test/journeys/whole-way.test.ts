import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../support/browser.ts';
import { idNumberOf } from '../support/id-numbers.ts';
import { freePort } from '../support/mariadb.ts';
import { tellAsOneStory } from '../support/one-story.ts';
import { png } from '../support/png.ts';
import { type ServerProcess, startServerProcess } from '../support/server-process.ts';
import { watchAndListen } from './moving-picture.ts';
import { choose, chooseNextSlot, codeFor, enrol, pageFor, signIn } from './staff-at-work.ts';

const staff = [
  'officer',
  'supervisor',
  'baimaoling.approver',
  'baimaoling.officer',
  'administrator',
  'auditor',
] as const;
type Person = (typeof staff)[number] | 'visitRoom' | 'terminal';

describe('A visit, from application to verified ledger, by people at their screens', function () {
  this.timeout(120_000);
  tellAsOneStory(this);
  let dataDir: string;
  let server: ServerProcess;
  let browser: Browser;
  let visitId: string;
  const pages = new Map<Person, Page>();

  before(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'visits-journey-'));
    const [port, mediaPort] = [await freePort(), await freePort()];
    server = await startServerProcess({
      origin: `http://localhost:${port}`,
      environment: { PORT: String(port), DATA_DIR: dataDir, MEDIA_PORTS: `${mediaPort}-${mediaPort}` },
    });
    browser = await launchChromium();
    for (const person of staff) pages.set(person, await signIn(browser, server.origin, person));
    pages.set('visitRoom', await pageFor(browser, server.origin));
    pages.set('terminal', await pageFor(browser, server.origin));
  });
  after(async () => {
    await browser.close();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });
  // PICTURES names a folder for what everybody sees after each step: for the documentation, and for finding faults.
  afterEach(async function () {
    const { PICTURES } = process.env;
    if (!PICTURES) return;
    mkdirSync(PICTURES, { recursive: true });
    const step = this.currentTest?.parent?.tests.indexOf(this.currentTest) ?? 0;
    for (const [person, page] of pages)
      await page.screenshot({ path: join(PICTURES, `${step}-${person}.png`) });
  });

  function at(person: Person): Page {
    const page = pages.get(person);
    if (!page) throw new Error(`nobody is ${person}`);
    return page;
  }

  it('begins with an officer who takes in an application with its papers', async () => {
    const page = at('officer');
    await page.getByRole('link', { name: '受理新申请' }).first().click();
    await page.getByRole('combobox', { name: '服刑人员' }).fill('BML-20210017');
    await page.getByText(/BML-20210017 赵立新/).click();
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByLabel('姓名').fill('王秀英');
    await page.getByLabel('身份证号码').fill(idNumberOf('1958-03-02'));
    await page.getByLabel('联系电话').fill('13800000000');
    await choose(page, '与服刑人员的关系', /^父母/);
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('button', { name: '提交申请' }).click();
    await page.getByRole('heading', { name: '上传材料' }).waitFor();
    for (const kind of ['居民身份证', '户口簿']) {
      if (kind !== '居民身份证') await choose(page, '材料类型', kind);
      await page
        .getByLabel('选择文件上传')
        .setInputFiles({ name: `${kind}.png`, mimeType: 'image/png', buffer: png });
      await page.getByText(`已上传 ${kind}.png`).waitFor();
    }
    await page.getByText('材料已齐').waitFor();
    await page.getByRole('link', { name: '完成，查看回执' }).click();
    await page.getByRole('heading', { name: '远程视频会见申请回执' }).waitFor();
  });

  it('is forwarded by the district and approved by the prison', async () => {
    for (const [person, decision] of [
      ['supervisor', '同意并转送监狱'],
      ['baimaoling.approver', '批准会见'],
    ] as const) {
      const page = at(person);
      await page.getByRole('link', { name: '会见申请' }).click();
      await page
        .getByRole('link', { name: /SQ-2026-000001/ })
        .first()
        .click();
      await page.getByRole('button', { name: decision }).click();
      await page.getByRole('dialog').getByRole('button', { name: '确认决定' }).click();
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    }
  });

  it('is booked in a slot, with a visit room and a terminal', async () => {
    const page = at('officer');
    await page.getByRole('link', { name: '会见申请' }).click();
    await choose(page, '状态', '全部状态');
    await page
      .getByRole('link', { name: /SQ-2026-000001/ })
      .first()
      .click();
    await page.getByRole('link', { name: '预约时段' }).click();
    await chooseNextSlot(page);
    await page.getByRole('button', { name: '确认预约' }).click();
    await page.getByText('预约成功').waitFor();
    visitId = page.url().split('/').at(-1) ?? '';
    expect(visitId).to.match(/^[0-9a-f-]{36}$/);
    await page.getByRole('button', { name: '查看决定依据并重新核对' }).click();
    await page.getByText('按当时的依据和规则重新作出，结论相同。').waitFor();
    const duration = page.getByRole('row').filter({ hasText: '每次会见时长' });
    expect(await duration.textContent()).to.match(/30 分钟.*系统默认值 · 主管部门未确认/);
  });

  it('has its devices enrolled once, with a code each', async () => {
    const roomCode = await codeFor(at('administrator'), '第一会见室');
    const terminalCode = await codeFor(at('administrator'), '白茅岭一号终端');
    await enrol(at('visitRoom'), '/visit-room', roomCode);
    await enrol(at('terminal'), '/terminal/', terminalCode);
    await at('visitRoom')
      .getByText(/会见对象：/)
      .waitFor();
    await at('terminal')
      .getByText(/会见人：/)
      .waitFor();
  });

  it('shows nobody the other side before both keys are turned', async () => {
    const officer = at('officer');
    await officer.goto(`/visits/${visitId}/check-in`);
    await choose(officer, /身份查验方式$/, '查验居民身份证');
    await officer.getByLabel(/已当面签署承诺书$/).check();
    await officer.getByRole('button', { name: '确认会见人签到' }).click();
    await officer.getByText('承诺书已签署').waitFor();
    expect(await at('visitRoom').getByLabel('对方画面').count()).to.equal(0);
    const prisonOfficer = at('baimaoling.officer');
    await prisonOfficer.goto(`/visits/${visitId}/check-in`);
    await prisonOfficer.getByRole('button', { name: '确认服刑人员到位' }).click();
    await officer.getByText('双方均已确认').waitFor();
  });

  it('waits for both supervisors, who see both sides', async () => {
    await at('supervisor').goto(`/visits/${visitId}/supervise`);
    await at('supervisor').getByText('已接入监督').waitFor();
    await at('visitRoom').waitForTimeout(2000);
    expect(await at('visitRoom').getByRole('status').getByText('会见进行中').count()).to.equal(0);
    await at('baimaoling.officer').goto(`/visits/${visitId}/supervise`);
    for (const picture of ['会见室画面', '监狱终端画面']) {
      const seen = await watchAndListen(at('supervisor'), picture);
      expect(seen.frames, picture).to.be.greaterThan(5);
      expect(seen.changed).to.equal(true);
    }
  });

  it('is live: each side sees the other move and hears it', async () => {
    for (const side of ['visitRoom', 'terminal'] as const) {
      await at(side).getByRole('status').getByText('会见进行中').waitFor();
      const { frames, changed, loudest, width } = await watchAndListen(at(side), '对方画面', 4);
      expect(frames, `frames at ${side}`).to.be.greaterThan(5);
      expect(changed).to.equal(true);
      expect(width).to.be.greaterThan(100);
      expect(loudest, `sound at ${side}`).to.be.greaterThan(0.01);
    }
  });

  it('shows a warning to both sides', async () => {
    await at('baimaoling.officer').getByRole('button', { name: '请遵守会见秩序。' }).click();
    await at('visitRoom').getByText('请遵守会见秩序。').waitFor();
    await at('terminal').getByText('请遵守会见秩序。').waitFor();
  });

  it('is paused and resumed by an officer, and paused while a supervisor is away', async () => {
    const supervisor = at('supervisor');
    await supervisor.getByRole('button', { name: /^暂停/ }).click();
    await at('terminal').getByRole('status').getByText('会见暂停').waitFor();
    expect((await watchAndListen(at('terminal'), '对方画面', 1)).frames).to.equal(0);
    await supervisor.getByRole('button', { name: /^恢复/ }).click();
    await at('terminal').getByRole('status').getByText('会见进行中').waitFor();

    await at('baimaoling.officer').goto('/visits');
    await at('visitRoom').getByRole('status').getByText('会见暂停').waitFor();
    await supervisor.getByText('监狱监督民警不在线').first().waitFor();
    await at('baimaoling.officer').goto(`/visits/${visitId}/supervise`);
    await at('visitRoom').getByRole('status').getByText('会见进行中').waitFor();
    expect((await watchAndListen(at('visitRoom'), '对方画面')).frames).to.be.greaterThan(5);
  });

  it('is stopped at once, with the reason to follow', async () => {
    await at('baimaoling.officer')
      .getByRole('button', { name: /立即中止会见/ })
      .click();
    await at('visitRoom').getByText('会见已由工作人员结束').waitFor();
    await at('terminal').getByText('会见已由工作人员结束').waitFor();
    const dialog = at('baimaoling.officer').getByRole('dialog');
    await choose(at('baimaoling.officer'), '中止原因', '扰乱会见秩序');
    await dialog.getByRole('button', { name: '保存原因' }).click();
    await dialog.waitFor({ state: 'hidden' });
  });

  it('has its recording sealed, and replayed only with a reason', async () => {
    const page = at('supervisor');
    await page.goto(`/visits/${visitId}/recording`);
    await page.getByText('已封存，可回放').waitFor({ timeout: 60_000 });
    await page.getByLabel('回放事由').fill('核查中止原因');
    await page.getByRole('button', { name: '记入台账并开始回放' }).click();
    await page.getByRole('button', { name: '播放' }).click();
    for (const picture of ['会见室录像', '监狱终端录像']) {
      await page.waitForFunction((label) => {
        const video = document.querySelector(`video[aria-label="${label}"]`);
        return video instanceof HTMLVideoElement && video.currentTime > 1 && video.videoWidth > 0;
      }, picture);
    }
  });

  it('leaves files that ffprobe and ffmpeg open without a word, and that verify offline', () => {
    const folder = join(dataDir, 'recordings', visitId);
    for (const party of ['visitors', 'prisoner']) {
      const file = join(folder, 'playable', `${party}.webm`);
      const streams = execFileSync(
        'ffprobe',
        ['-v', 'error', '-show_entries', 'stream=codec_name', '-of', 'csv=p=0', file],
        { encoding: 'utf8' },
      );
      expect(streams.trim().split(/\s+/).sort()).to.deep.equal(['opus', 'vp8']);
      const decoded = spawnSync('ffmpeg', ['-v', 'error', '-i', file, '-f', 'null', '-'], {
        encoding: 'utf8',
      });
      expect([decoded.status, decoded.stderr]).to.deep.equal([0, '']);
    }
    const verified = spawnSync('npm', ['run', '--silent', 'recording:verify', '--', folder], {
      encoding: 'utf8',
    });
    expect(verified.status, verified.stderr + verified.stdout).to.equal(0);
  });

  it('is in the ledger, line by line, in an order that makes sense', async () => {
    const page = at('auditor');
    await page.getByRole('link', { name: '台账' }).click();
    await choose(page, '台账簿', /白茅岭/);
    await page.getByRole('row').nth(1).waitFor();
    const verified = spawnSync('npm', ['run', '--silent', 'ledger:verify'], {
      encoding: 'utf8',
      env: { ...process.env, DATA_DIR: dataDir },
    });
    expect(verified.status, verified.stderr + verified.stdout).to.equal(0);
    expect(verified.stdout.trim().split('\n')).to.have.length(4);
    const auditor = await server.signedIn('auditor');
    const { body } = await auditor.request<{ entries: { kind: string }[] }>(
      'GET',
      '/api/ledger/baimaoling/entries',
    );
    const kinds = body.entries.map(({ kind }) => kind).reverse();
    const inOrder = [
      'book_founded',
      'application_submitted',
      'application_forwarded',
      'application_approved',
      'visit_booked',
      'visit_visitors_checked',
      'visit_prisoner_confirmed',
      'visit_became_ready',
      'visit_went_live',
      'visit_warned',
      'visit_paused',
      'visit_stopped',
      'visit_stop_reason_completed',
      'recording_replayed',
    ];
    expect(kinds).to.include.members([...inOrder, 'recording_sealed']);
    const firsts = inOrder.map((kind) => kinds.indexOf(kind));
    expect(firsts).to.deep.equal([...firsts].sort((one, other) => one - other));
  });
});
