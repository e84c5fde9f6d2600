import { openDatabase } from '../../db/connection.ts';
import { makeTransfer } from '../../server/notices/transfers/make-transfer.ts';
import { loadTransferKey } from '../../server/notices/transfers/transfer-key.ts';
import { officer, outcomeOf } from '../bookings/a-district.ts';
import { openTestFoundation } from '../support/foundation.ts';
import { testClock } from '../support/test-clock.ts';

/** An officer at a server's copy of its own, which may die at the last moment before the transaction is kept. */
export type TransferTask = {
  databaseUrl: string | undefined;
  dataDir: string;
  now: string;
  dies: boolean;
};

process.once('message', async ({ databaseUrl, dataDir, now, dies }: TransferTask) => {
  const db = await openDatabase({ databaseUrl, dataDir });
  const foundation = await openTestFoundation({ db, dataDir }, testClock(now));
  const key = loadTransferKey(dataDir);
  if (dies) {
    const { append } = foundation.ledger;
    foundation.ledger.append = async (trx, entry) => {
      const sealed = await append(trx, entry);
      process.kill(process.pid, 'SIGKILL');
      return sealed;
    };
  }
  process.once('message', async () => {
    const outcome = await outcomeOf(makeTransfer(foundation, officer, key));
    await foundation.ledger.headsKept();
    await db.destroy();
    process.send?.(outcome, () => process.disconnect());
  });
  process.send?.('ready');
});
