import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { Clock } from './clock.ts';
import type { Ledger } from './ledger/index.ts';
import type { Sealing } from './secrets/index.ts';

/** What every capability stands on. */
export type Foundation = {
  db: Knex;
  clock: Clock;
  ledger: Ledger;
  sealing: Sealing;
  /** Where everything that is not in the database is kept. */
  dataDir: string;
  log: Logger;
};
