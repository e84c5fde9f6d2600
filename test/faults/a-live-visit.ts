import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import type { Browser, Page } from 'playwright-core';
import { seedDemonstration } from '../../server/demonstration/index.ts';
import { readSettings } from '../../server/settings.ts';
import { startServer } from '../../server/start-server.ts';
import type { TimelineEntry, VisitDetail, VisitEventKind } from '../../server/visits/schema.ts';
import type { Party } from '../../sfu/media-node.ts';
import { launchChromium } from '../support/browser.ts';
import { freePort } from '../support/mariadb.ts';
import { type ServerProcess, startServerProcess } from '../support/server-process.ts';
import type { TestClient } from '../support/test-server.ts';
import { approvedApplication, bookNextSlot, enrolledStation, turnBothKeys } from '../support/whole-way.ts';
import { type Supervisor, supervise } from './a-supervisor.ts';
import { until } from './patience.ts';
import { untilMoving } from './pictures.ts';

const stationOf = {
  visitors: { place: 'visit-room-1', path: '/visit-room' },
  prisoner: { place: 'baimaoling-terminal-1', path: '/terminal/' },
} as const;

/** A visit that is live between two pages of the built clients, on a server that is a process of its own. */
export type LiveVisit = {
  visitId: string;
  dataDir: string;
  databaseUrl: string | undefined;
  /** Where the recording of the visit is. */
  folder: string;
  server: ServerProcess;
  pages: Record<Party, Page>;
  supervisors: Record<'district' | 'prison', Supervisor>;
  /** The station's page in this browser: with its key, nothing else. */
  openStation(party: Party, browser: Browser): Promise<Page>;
  /** A signed-in page of the staff console, in the browser of the visit. */
  openConsole(username: string, path: string): Promise<Page>;
  /** The same server on the same data, after its end. */
  startServerAgain(): Promise<void>;
  /** As somebody who may see everything. */
  get<T>(path: string): Promise<T>;
  read(): Promise<VisitDetail>;
  untilState(state: VisitDetail['state']): Promise<VisitDetail>;
  /** Waits for a line of the timeline. */
  untilTold(kind: VisitEventKind): Promise<TimelineEntry>;
  close(): Promise<void>;
};

export type LiveVisitOptions = {
  /** MariaDB; otherwise the embedded SQLite. */
  databaseUrl?: string;
  /** A browser of its own for a party. */
  browsers?: Partial<Record<Party, Browser>>;
  /** Called before anything is recorded; returns how to undo what it did, once the server is down. */
  prepare?(recording: string): () => void;
};

/** What is to be undone at the end, the last first: also when a visit did not become live. */
type Undoing = (() => unknown)[];

export async function openLiveVisit(options: LiveVisitOptions = {}): Promise<LiveVisit> {
  const undoing: Undoing = [];
  try {
    const visit = await prepareVisit(options, undoing);
    await untilBothMove(visit);
    return visit;
  } catch (error) {
    await undoAll(undoing);
    throw error;
  }
}

async function undoAll(undoing: Undoing): Promise<void> {
  for (let undo = undoing.pop(); undo; undo = undoing.pop()) await undo();
}

async function prepareVisit(options: LiveVisitOptions, undoing: Undoing): Promise<LiveVisit> {
  const { databaseUrl, browsers = {}, prepare } = options;
  const dataDir = mkdtempSync(join(tmpdir(), 'visits-faults-'));
  undoing.push(() => rmSync(dataDir, { recursive: true, force: true }));
  const [port, mediaPort] = [await freePort(), await freePort()];
  const environment: Record<string, string> = {
    PORT: String(port),
    DATA_DIR: dataDir,
    MEDIA_PORTS: `${mediaPort}-${mediaPort}`,
    ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
  };
  if (databaseUrl) await seed(environment);
  const origin = `http://localhost:${port}`;
  const start = () => startServerProcess({ origin, environment });
  const server = await start();

  let stop = () => server.stop();
  undoing.push(() => stop());
  const { id: visitId } = await bookNextSlot(server, await approvedApplication(server));
  const folder = join(dataDir, 'recordings', visitId);
  // Undone when the server is down, and before its folder goes.
  if (prepare) undoing.splice(1, 0, prepare(folder));
  const stations = {
    visitors: await enrolledStation(server, stationOf.visitors.place),
    prisoner: await enrolledStation(server, stationOf.prisoner.place),
  };
  await turnBothKeys(server, visitId);

  const ownBrowser = await launchChromium();
  undoing.push(() => ownBrowser.close());
  const auditor = await server.signedIn('auditor');
  const superviseAs = async (username: string) => {
    const supervisor = supervise(origin, await server.signedIn(username), visitId);
    undoing.push(supervisor.leave);
    return supervisor;
  };
  const openStation = async (party: Party, browser: Browser) => {
    const page = await pageOf(browser, origin, stations[party]);
    await page.goto(stationOf[party].path);
    return page;
  };

  const visit: LiveVisit = {
    visitId,
    dataDir,
    databaseUrl,
    folder,
    server,
    pages: {
      visitors: await openStation('visitors', browsers.visitors ?? ownBrowser),
      prisoner: await openStation('prisoner', browsers.prisoner ?? ownBrowser),
    },
    supervisors: {
      district: await superviseAs('supervisor'),
      prison: await superviseAs('baimaoling.officer'),
    },
    openStation,
    async openConsole(username, path) {
      const page = await pageOf(ownBrowser, origin, await server.signedIn(username));
      await page.goto(path);
      return page;
    },
    async startServerAgain() {
      const next = await start();
      visit.server = next;
      stop = () => next.stop();
    },
    async get<T>(path: string) {
      const { status, body } = await auditor.request<T>('GET', path);
      if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
      return body;
    },
    read: () => visit.get<VisitDetail>(`/api/visits/${visitId}`),
    untilState: (state) =>
      until(async () => {
        const now = await visit.read();
        return now.state === state && now;
      }),
    untilTold: (wanted) =>
      until(async () => (await visit.read()).timeline.findLast(({ kind }) => kind === wanted)),
    close: () => undoAll(undoing),
  };
  return visit;
}

export async function untilBothMove({ pages }: Pick<LiveVisit, 'pages'>): Promise<void> {
  await Promise.all([untilMoving(pages.visitors), untilMoving(pages.prisoner)]);
}

/** The demonstration is seeded by itself only where the database is embedded. */
async function seed(environment: Record<string, string>): Promise<void> {
  const running = await startServer(readSettings(environment), pino({ level: 'silent' }));
  await seedDemonstration(running.foundation);
  await running.close();
}

/** A page with the cookies of somebody. */
async function pageOf(browser: Browser, origin: string, who: TestClient): Promise<Page> {
  const context = await browser.newContext({ baseURL: origin, locale: 'zh-CN' });
  context.setDefaultTimeout(60_000);
  const cookies = who
    .cookie()
    .split('; ')
    .map((pair) => pair.split('='));
  await context.addCookies(cookies.map(([name = '', value = '']) => ({ name, value, url: origin })));
  return context.newPage();
}
