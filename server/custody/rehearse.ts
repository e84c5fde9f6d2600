import type { Knex } from 'knex';
import { inTransaction } from '../../db/connection.ts';

class TakenBack extends Error {}

/** Does something in a transaction and takes all of it back: what it came to is known, and nothing is kept. */
export async function rehearse<T>(db: Knex, work: (trx: Knex.Transaction) => Promise<T>): Promise<T> {
  let outcome: { is: T } | undefined;
  try {
    await inTransaction(db, async (trx) => {
      outcome = { is: await work(trx) };
      throw new TakenBack();
    });
  } catch (error) {
    if (error instanceof TakenBack && outcome !== undefined) return outcome.is;
    throw error;
  }
  throw new Error('a rehearsal was kept');
}
