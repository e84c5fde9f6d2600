/** What other capabilities may call. Writing: `ledger.append(trx, entry)`, last in the transaction of the change itself. */
export { exportBook } from './export-book.ts';
export { type BookFault, describeFault, faultTexts } from './fault-texts.ts';
export { headsDirectory } from './heads-seen.ts';
export { commitToIdentity } from './identity-commitment.ts';
export { type KeyTrust, trustBookRow, trustKeys, trustSigningKey } from './key-trust.ts';
export { createLedger, type Ledger, type LedgerParts, openLedger } from './ledger.ts';
export { LedgerRefusal, type LedgerRefusalCode } from './ledger-refusal.ts';
export { type EntryFilter, listEntries } from './list-entries.ts';
export { proveConsistency, proveEntry } from './prove-entry.ts';
export { ledgerRoutes } from './routes.ts';
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
export { type BookVerdict, verifyBook } from './verify-book.ts';
export { verifyBooks } from './verify-books.ts';
