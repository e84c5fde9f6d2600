import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tls from 'node:tls';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { launchChromiumOn } from '../support/chromium-elsewhere.ts';
import { makeNetwork, type TestNetwork } from '../support/network.ts';
import { type ServerProcess, startServerProcess } from '../support/server-process.ts';
import { approvedApplication, bookNextSlot, turnBothKeys } from '../support/whole-way.ts';
import { watchAndListen } from './moving-picture.ts';
import { enrol, pageFor, signIn } from './staff-at-work.ts';

const port = 8443;

describe('A visit between machines, with PUBLIC_HOST set', function () {
  this.timeout(180_000);
  let network: TestNetwork;
  let dataDir: string;
  let server: ServerProcess;
  let centre: Browser;
  let prison: Browser;
  const trustedBefore = tls.getCACertificates();

  before(async () => {
    network = makeNetwork(['server', 'centre', 'prison']);
    dataDir = mkdtempSync(join(tmpdir(), 'visits-networks-'));
    const host = network.address('server');
    const authorityFile = join(dataDir, 'tls', 'authority.crt');
    const origin = `https://${host}:${port}`;
    server = await startServerProcess({
      origin,
      environment: { PUBLIC_HOST: host, PORT: String(port), DATA_DIR: dataDir },
      prefix: network.on('server'),
      isReady: async () => {
        try {
          tls.setDefaultCACertificates([readFileSync(authorityFile, 'utf8')]);
          return (await fetch(`${origin}/readyz`)).status === 200;
        } catch {
          return false;
        }
      },
    });
    centre = await launchChromiumOn(network, 'centre', authorityFile);
    prison = await launchChromiumOn(network, 'prison', authorityFile);
  });
  after(async () => {
    await centre?.close();
    await prison?.close();
    await server?.stop();
    tls.setDefaultCACertificates(trustedBefore);
    network?.remove();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('is told at the start which file the terminals must trust', () => {
    expect(server.output()).to.contain(join(dataDir, 'tls', 'authority.crt'));
  });

  it('has picture and sound in both directions, over https that the browsers trust', async () => {
    const booking = await bookNextSlot(server, await approvedApplication(server));
    const administrator = await server.signedIn('administrator');
    const codeFor = async (place: string) =>
      (await administrator.request<{ code: string }>('POST', `/api/stations/${place}/enrolment-code`)).body
        .code;
    const visitRoom = await pageFor(centre, server.origin);
    const terminal = await pageFor(prison, server.origin);
    await enrol(visitRoom, '/visit-room', await codeFor('visit-room-1'));
    await enrol(terminal, '/terminal/', await codeFor('baimaoling-terminal-1'));
    await turnBothKeys(server, booking.id);
    const supervisors: Page[] = [
      await signIn(centre, server.origin, 'supervisor'),
      await signIn(prison, server.origin, 'baimaoling.officer'),
    ];
    for (const page of supervisors) await page.goto(`/visits/${booking.id}/supervise`);

    for (const [side, page] of [
      ['visit room', visitRoom],
      ['terminal', terminal],
    ] as const) {
      await page.getByRole('status').getByText('会见进行中').waitFor({ timeout: 60_000 });
      const { frames, changed, loudest } = await watchAndListen(page, '对方画面', 4);
      expect(frames, `frames at the ${side}`).to.be.greaterThan(5);
      expect(changed).to.equal(true);
      expect(loudest, `sound at the ${side}`).to.be.greaterThan(0.01);
    }
  });
});
