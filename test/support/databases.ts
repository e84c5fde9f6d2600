import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { openDatabase } from '../../db/connection.ts';
import { migrate } from '../../db/migrate.ts';
import { foldersOfTests } from './folders-of-tests.ts';
import { startMariadb, type ThrowawayMariadb } from './mariadb.ts';

/** An empty, migrated database of a test's own, and how a second process would open it. */
export type TestDatabase = {
  db: Knex;
  databaseUrl: string | undefined;
  dataDir: string;
  close(): Promise<void>;
};

let mariadb: Promise<ThrowawayMariadb> | undefined;

/** One MariaDB serves the whole run; it is started by the first test that asks. */
export function sharedMariadb(): Promise<ThrowawayMariadb> {
  mariadb ??= startMariadb();
  return mariadb;
}

/** Mocha calls this once at the very end. */
export async function stopSharedMariadb(): Promise<void> {
  if (mariadb !== undefined) await (await mariadb).stop();
}

async function openTestDatabase(databaseUrl: string | undefined): Promise<TestDatabase> {
  const dataDir = mkdtempSync(join(foldersOfTests(), 'visits-data-'));
  const db = await openDatabase({ databaseUrl, dataDir });
  await migrate(db);
  return {
    db,
    databaseUrl,
    dataDir,
    async close() {
      await db.destroy();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Declares the same scenarios once for the embedded SQLite and once for MariaDB. */
export function forEachDatabase(scenarios: (name: string, open: () => Promise<TestDatabase>) => void): void {
  describe('on SQLite', () => scenarios('SQLite', () => openTestDatabase(undefined)));
  describe('on MariaDB', function () {
    this.timeout(60_000);
    scenarios('MariaDB', async () => openTestDatabase(await (await sharedMariadb()).createDatabase()));
  });
}
