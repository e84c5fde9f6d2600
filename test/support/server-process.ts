import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { demonstrationPassword } from '../../db/demonstration/people.ts';
import { createClient, type TestClient } from './test-server.ts';

/** The server as a process of its own, so that it can be killed. */
export type ServerProcess = {
  origin: string;
  pid: number;
  /** What it has printed. */
  output(): string;
  signedIn(username: string): Promise<TestClient>;
  client(): TestClient;
  /** SIGKILL: no goodbye. */
  kill(): Promise<void>;
  stop(): Promise<void>;
};

export type ServerProcessOptions = {
  environment: Record<string, string>;
  origin: string;
  /** Put before the command, to run it elsewhere: `ip netns exec …`. */
  prefix?: readonly string[];
  /** Asked until it answers, where this process cannot reach the origin itself. */
  isReady?: () => Promise<boolean>;
};

/** Starts `server/main.ts` and answers when it is ready to take visits. */
export async function startServerProcess(options: ServerProcessOptions): Promise<ServerProcess> {
  const { origin, environment, prefix = [] } = options;
  const [command = '', ...args] = [
    ...prefix,
    process.execPath,
    '--disable-warning=ExperimentalWarning',
    'server/main.ts',
  ];
  const child = spawn(command, args, {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const isReady = options.isReady ?? (() => readyAt(origin));
  await untilReady(child, isReady, () => output);
  const client = () => createClient(origin);
  return {
    origin,
    pid: child.pid ?? 0,
    output: () => output,
    client,
    async signedIn(username) {
      const someone = client();
      await someone.request('POST', '/api/session', { username, password: demonstrationPassword });
      return someone;
    },
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

async function readyAt(origin: string): Promise<boolean> {
  const answer = await fetch(`${origin}/readyz`).catch(() => undefined);
  return answer?.status === 200;
}

async function untilReady(
  child: ChildProcess,
  isReady: () => Promise<boolean>,
  output: () => string,
): Promise<void> {
  for (let attempt = 1; attempt <= 150; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`the server ended: ${output()}`);
    if (await isReady()) return;
    await wait(200);
  }
  child.kill('SIGKILL');
  throw new Error(`the server did not become ready: ${output()}`);
}
