/** What other capabilities may call. Writing: `ledger.append(trx, entry)`, last in the transaction of the change itself. */
export { commitToIdentity } from './identity-commitment.ts';
export { createLedger, type Ledger, type LedgerParts, openLedger } from './ledger.ts';
export { LedgerRefusal, type LedgerRefusalCode } from './ledger-refusal.ts';
export { type EntryFilter, listEntries } from './list-entries.ts';
export type {
  ActorKind,
  JsonObject,
  JsonValue,
  LedgerActor,
  LedgerBook,
  LedgerEntry,
  LedgerSubject,
  NewLedgerEntry,
  RuleUsed,
  SealedLedgerEntry,
} from './schema.ts';
