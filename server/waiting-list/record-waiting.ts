import type { Knex } from 'knex';
import type { Foundation } from '../foundation.ts';
import type { JsonObject, LedgerActor } from '../ledger/index.ts';
import type { WaitingEntryRow } from './tables.ts';

export type WaitingRecord = {
  kind: 'waiting_list_joined' | 'waiting_list_left' | 'waiting_list_lapsed';
  actor: LedgerActor;
  entry: Pick<WaitingEntryRow, 'id' | 'application_id' | 'prison_id'>;
  facts?: JsonObject;
};

/** Writes in the prison's book how a family came to the list or left it; offers and their answers are entries of the booking. */
export async function recordWaiting(
  trx: Knex.Transaction,
  { ledger }: Foundation,
  { kind, actor, entry, facts = {} }: WaitingRecord,
): Promise<void> {
  await ledger.append(trx, {
    bookId: entry.prison_id,
    kind,
    actor,
    subjects: [{ kind: 'application', id: entry.application_id }],
    facts: { waitingEntryId: entry.id, ...facts },
  });
}
