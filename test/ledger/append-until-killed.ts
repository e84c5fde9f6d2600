import { inTransaction, openDatabase } from '../../db/connection.ts';
import { systemClock } from '../../server/clock.ts';
import { openLedger } from '../../server/ledger/index.ts';
import { entryOf } from './a-book.ts';

/** A process of its own that appends for as long as it lives and says each index once it is committed. */
const [dataDir = '', databaseUrl] = process.argv.slice(2);
const db = await openDatabase({ databaseUrl, dataDir });
const ledger = await openLedger({ db, clock: systemClock, dataDir });
for (let n = 0; ; n += 1) {
  const { index } = await inTransaction(db, (trx) => ledger.append(trx, entryOf(n)));
  process.stdout.write(`${index}\n`);
}
