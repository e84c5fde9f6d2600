import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { openDatabase } from '../db/connection.ts';
import { migrate } from '../db/migrate.ts';
import type { Clock } from './clock.ts';
import type { Foundation } from './foundation.ts';
import { openLedger } from './ledger/index.ts';
import { ensureDefaultRules } from './rules/index.ts';
import { openSealing } from './secrets/index.ts';
import { type Settings, SettingsUnusable } from './settings.ts';

/**
 * Opens what every capability stands on: the database in the schema of this version, the ledger, the keys.
 * @throws SettingsUnusable, DatabaseUnusable with one line for the person who starts it
 */
export async function openFoundation(settings: Settings, log: Logger, clock: Clock): Promise<Foundation> {
  const { dataDir } = settings;
  makeDataDir(dataDir);
  const db = await openDatabase(settings);
  await migrate(db);
  await ensureDefaultRules(db, clock);
  const report = (error: unknown) => log.error({ err: error }, 'the head of a ledger book could not be kept');
  return {
    db,
    clock,
    ledger: await openLedger({ db, clock, dataDir, report }),
    sealing: openSealing(join(dataDir, 'keys', 'personal-data.key')),
    dataDir,
    log,
  };
}

export async function closeFoundation({ ledger, db }: Foundation): Promise<void> {
  await ledger.headsKept();
  await db.destroy();
}

function makeDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new SettingsUnusable(`DATA_DIR: ${dataDir} cannot be made (${(error as { code?: string }).code})`);
  }
}
