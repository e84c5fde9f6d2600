import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/browser.ts';
import { foldersOfTests } from '../support/folders-of-tests.ts';
import { freePort } from '../support/mariadb.ts';
import { type ServerProcess, startServerProcess } from '../support/server-process.ts';

export type House = { server: ServerProcess; browser: Browser; close(): Promise<void> };

/** A server of its own with the demonstration in it, and a browser for everybody. */
export async function openHouse(): Promise<House> {
  const dataDir = mkdtempSync(join(foldersOfTests(), 'visits-house-'));
  const [port, mediaPort] = [await freePort(), await freePort()];
  const server = await startServerProcess({
    origin: `http://localhost:${port}`,
    environment: { PORT: String(port), DATA_DIR: dataDir, MEDIA_PORTS: `${mediaPort}-${mediaPort}` },
  });
  const browser = await launchChromium();
  return {
    server,
    browser,
    async close() {
      await browser.close();
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
