import { openDatabase } from '../../db/connection.ts';
import { bookVisit } from '../../server/bookings/book-visit.ts';
import type { BookBody } from '../../server/bookings/schema.ts';
import { openTestFoundation } from '../support/foundation.ts';
import { testClock } from '../support/test-clock.ts';
import { officer, outcomeOf } from './a-district.ts';

/**
 * A server's copy of its own: opens the database, says that it is ready, books at once all that it is sent, and answers with
 * what came of each.
 */
export type BookingTask = {
  databaseUrl: string | undefined;
  dataDir: string;
  now: string;
  bodies: BookBody[];
};

process.once('message', async ({ databaseUrl, dataDir, now, bodies }: BookingTask) => {
  const db = await openDatabase({ databaseUrl, dataDir });
  const foundation = await openTestFoundation({ db, dataDir }, testClock(now));
  process.once('message', async () => {
    const outcomes = await Promise.all(bodies.map((body) => outcomeOf(bookVisit(foundation, officer, body))));
    await foundation.ledger.headsKept();
    await db.destroy();
    process.send?.(outcomes, () => process.disconnect());
  });
  process.send?.('ready');
});
