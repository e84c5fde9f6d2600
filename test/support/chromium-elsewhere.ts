import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { chromiumArguments } from './browser.ts';
import type { TestNetwork } from './network.ts';

/** A browser on another host, set up as the engineer sets a terminal up: it trusts the authority of the installation. */
export async function launchChromiumOn(
  network: TestNetwork,
  host: string,
  authorityFile: string,
): Promise<Browser> {
  const home = mkdtempSync(join(tmpdir(), `visits-${host}-`));
  const trusted = join(home, '.pki', 'nssdb');
  mkdirSync(trusted, { recursive: true });
  const certutil = (...args: string[]) =>
    execFileSync('certutil', ['-d', `sql:${trusted}`, ...args], { stdio: 'pipe' });
  certutil('-N', '--empty-password');
  certutil('-A', '-t', 'C,,', '-n', 'authority of the installation', '-i', authorityFile);

  const start = join(home, 'chromium');
  writeFileSync(
    start,
    `#!/bin/sh\nexec ${network.on(host).join(' ')} ${process.env.CHROMIUM ?? '/usr/bin/chromium'} "$@"\n`,
  );
  chmodSync(start, 0o755);
  const browser = await chromium.launch({
    executablePath: start,
    args: [...chromiumArguments],
    env: { ...process.env, HOME: home },
  });
  browser.once('disconnected', () => rmSync(home, { recursive: true, force: true }));
  return browser;
}
