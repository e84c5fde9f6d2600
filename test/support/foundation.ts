import { join } from 'node:path';
import type { Knex } from 'knex';
import pino from 'pino';
import type { Clock } from '../../server/clock.ts';
import type { Foundation } from '../../server/foundation.ts';
import { openLedger } from '../../server/ledger/index.ts';
import { openSealing } from '../../server/secrets/index.ts';

/** What the capabilities stand on, on a database of the test and with the test's clock. */
export async function openTestFoundation(
  { db, dataDir }: { db: Knex; dataDir: string },
  clock: Clock,
): Promise<Foundation> {
  return {
    db,
    clock,
    dataDir,
    log: pino({ level: 'silent' }),
    ledger: await openLedger({ db, clock, dataDir }),
    sealing: openSealing(join(dataDir, 'keys', 'personal-data.key')),
  };
}
