import type { Knex } from 'knex';
import { fromStoredTime } from '../clock.ts';
import type { Refusal } from '../edge/index.ts';
import { activeSuspensions, refusalOfBars } from '../suspensions/index.ts';

/** A visitor who is suspended on the day of the visit bars the whole visit: its people were approved together (rule 15). */
export async function suspensionAgainst(
  db: Knex,
  visitorIds: readonly string[],
  startsAt: string,
): Promise<Refusal | undefined> {
  return refusalOfBars(await activeSuspensions(db, visitorIds, fromStoredTime(startsAt)));
}
