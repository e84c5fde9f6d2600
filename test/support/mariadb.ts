import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import mysql from 'mysql2/promise';
import { foldersOfTests } from './folders-of-tests.ts';

export type ThrowawayMariadb = {
  /** Makes an empty database and says its DATABASE_URL. */
  createDatabase(): Promise<string>;
  /** For tests of what happens when the database is away. */
  pid: number;
  port: number;
  stop(): Promise<void>;
};

export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** Starts a MariaDB of the tests' own: a plain process on a temporary folder and a free port of loopback. */
export async function startMariadb(within = foldersOfTests()): Promise<ThrowawayMariadb> {
  const folder = mkdtempSync(join(within, 'visits-mariadb-'));
  const port = await freePort();
  const asRoot = process.getuid?.() === 0 ? ['--user=root'] : [];
  const installed = spawnSync(
    'mariadb-install-db',
    [
      '--no-defaults',
      `--datadir=${folder}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
      ...asRoot,
    ],
    { encoding: 'utf8' },
  );
  if (installed.status !== 0)
    throw new Error(`mariadb-install-db failed: ${installed.stderr || installed.error}`);
  const server = spawn(
    'mariadbd',
    [
      '--no-defaults',
      `--datadir=${folder}`,
      `--socket=${join(folder, 'socket')}`,
      `--port=${port}`,
      '--bind-address=127.0.0.1',
      '--innodb-buffer-pool-size=64M',
      ...asRoot,
    ],
    { stdio: 'ignore' },
  );
  const exited = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const root = { host: '127.0.0.1', port, user: 'root' };
  await untilItAnswers(root);
  let databases = 0;
  return {
    port,
    pid: server.pid ?? 0,
    async createDatabase() {
      databases += 1;
      const name = `visits_${databases}`;
      const connection = await mysql.createConnection(root);
      await connection.query(`create database ${name} character set utf8mb4 collate utf8mb4_bin`);
      await connection.end();
      return `mysql://root@127.0.0.1:${port}/${name}`;
    },
    async stop() {
      server.kill('SIGKILL');
      await exited;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function untilItAnswers(root: { host: string; port: number; user: string }): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const connection = await mysql.createConnection(root);
      await connection.end();
      return;
    } catch (error) {
      if (attempt === 150) throw error;
      await wait(200);
    }
  }
}
