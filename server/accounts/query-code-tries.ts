import type { Knex } from 'knex';
import { type Clock, fromStoredTime, isoNow, toStoredTime } from '../clock.ts';

export const queryCodeLockMinutes = 15;
/** Wrong tries of one day are counted together. */
const countedHours = 24;

type TriesRow = {
  id_number_index: string;
  wrong_tries: number;
  locked_until: string | null;
  forgotten_at: string;
};
const triesTable = (db: Knex) => db<TriesRow>('query_code_tries');

/** Wrong query codes with one identity number, held by a transaction: tries that come at once are counted one by one. */
export type HeldTries = { wrongTries: number; lockedMinutes: number };

/** Holds the count for an identity number, whether or not there is anybody with it: the answer must not tell. */
export async function holdTries(
  trx: Knex.Transaction,
  clock: Clock,
  idNumberIndex: string,
): Promise<HeldTries> {
  const now = isoNow(clock);
  await triesTable(trx).where('forgotten_at', '<', now).delete();
  await triesTable(trx)
    .insert({
      id_number_index: idNumberIndex,
      wrong_tries: 0,
      locked_until: null,
      forgotten_at: toStoredTime(clock.now().plus({ hours: countedHours })),
    })
    .onConflict('id_number_index')
    .ignore();
  const row = await triesTable(trx).where({ id_number_index: idNumberIndex }).forUpdate().first();
  const lockedUntil = row?.locked_until ?? now;
  const lockedMinutes = Math.ceil(fromStoredTime(lockedUntil).diff(fromStoredTime(now)).as('minutes'));
  return { wrongTries: row?.wrong_tries ?? 0, lockedMinutes: Math.max(0, lockedMinutes) };
}

/** Counts one more wrong try; the last one that is allowed locks the number for a while. */
export async function countWrongTry(
  trx: Knex.Transaction,
  clock: Clock,
  idNumberIndex: string,
  { wrongTries, limit }: { wrongTries: number; limit: number },
): Promise<void> {
  const locks = wrongTries + 1 >= limit;
  await triesTable(trx)
    .where({ id_number_index: idNumberIndex })
    .update({
      wrong_tries: locks ? 0 : wrongTries + 1,
      locked_until: locks ? toStoredTime(clock.now().plus({ minutes: queryCodeLockMinutes })) : null,
    });
}

/** After a right code, and when an officer has made a new one for the holder. */
export async function forgetWrongTries(trx: Knex.Transaction, idNumberIndex: string): Promise<void> {
  await triesTable(trx).where({ id_number_index: idNumberIndex }).delete();
}
