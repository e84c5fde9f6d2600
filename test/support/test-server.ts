import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { demonstrationPassword } from '../../db/demonstration/people.ts';
import { type Clock, systemClock } from '../../server/clock.ts';
import { seedDemonstration } from '../../server/demonstration/index.ts';
import { readSettings } from '../../server/settings.ts';
import { type RunningServer, startServer } from '../../server/start-server.ts';
import { foldersOfTests } from './folders-of-tests.ts';
import { freePort } from './mariadb.ts';

export type Answer<T = unknown> = { status: number; headers: Headers; body: T };

/** Somebody at a browser: keeps cookies, speaks JSON. */
export type TestClient = {
  cookie(): string;
  request<T = unknown>(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer<T>>;
};

export type TestServer = {
  running: RunningServer;
  dataDir: string;
  /** Nobody yet. */
  client(): TestClient;
  /** A client signed in with one of the demonstration's accounts. */
  signedIn(username: string): Promise<TestClient>;
  close(): Promise<void>;
};

/** The whole server in this process, with the demonstration, on a port of its own and a folder that goes with it. */
export async function startTestServer({
  databaseUrl,
  clock = systemClock,
  prepare,
}: {
  databaseUrl?: string | undefined;
  clock?: Clock;
  /** Lays in the data folder what an earlier run would have left. */
  prepare?: (dataDir: string) => Promise<void>;
} = {}): Promise<TestServer> {
  const dataDir = mkdtempSync(join(foldersOfTests(), 'visits-server-'));
  await prepare?.(dataDir);
  const [port, mediaPort] = [await freePort(), await freePort()];
  const settings = readSettings({
    PORT: String(port),
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    MEDIA_PORTS: `${mediaPort}-${mediaPort}`,
  });
  const running = await startServer(settings, pino({ level: process.env.TEST_LOG_LEVEL ?? 'silent' }), clock);
  await seedDemonstration(running.foundation);
  const client = () => createClient(`http://127.0.0.1:${port}`);
  return {
    running,
    dataDir,
    client,
    async signedIn(username) {
      const someone = client();
      const { status } = await someone.request('POST', '/api/session', {
        username,
        password: demonstrationPassword,
      });
      if (status !== 200) throw new Error(`${username} could not sign in: ${status}`);
      return someone;
    },
    async close() {
      await running.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export function createClient(origin: string): TestClient {
  const cookies = new Map<string, string>();
  const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return {
    cookie,
    async request<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
      const isForm = body instanceof FormData;
      const response = await fetch(`${origin}${path}`, {
        method,
        headers: {
          cookie: cookie(),
          ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      });
      for (const line of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (/max-age=0/i.test(line)) cookies.delete(name);
        else cookies.set(name, value);
      }
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.includes('json') ?? false;
      return {
        status: response.status,
        headers: response.headers,
        body: (isJson && text !== '' ? JSON.parse(text) : text) as T,
      };
    },
  };
}
