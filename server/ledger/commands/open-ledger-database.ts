import { existsSync } from 'node:fs';
import type { Knex } from 'knex';
import { DatabaseUnusable, embeddedDatabaseFile, openDatabase } from '../../../db/connection.ts';
import { readSettings } from '../../settings.ts';

/** Opens the database that the settings name, and makes none. @throws SettingsUnusable, DatabaseUnusable */
export async function openLedgerDatabase(
  env: Record<string, string | undefined>,
): Promise<{ db: Knex; dataDir: string }> {
  const { dataDir, databaseUrl } = readSettings({ DATA_DIR: env.DATA_DIR, DATABASE_URL: env.DATABASE_URL });
  if (databaseUrl === undefined && !existsSync(embeddedDatabaseFile(dataDir)))
    throw new DatabaseUnusable(`There is no database in ${dataDir}; set DATA_DIR or DATABASE_URL`);
  const db = await openDatabase({ databaseUrl, dataDir });
  if (await db.schema.hasTable('ledger_books')) return { db, dataDir };
  await db.destroy();
  throw new DatabaseUnusable(`The database has no ledger: it was never set up by this system`);
}
