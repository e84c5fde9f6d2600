/**
 * What other capabilities may call. Writing: `ledger.append(trx, entry)`, last in the transaction of the change itself.
 * The routes are in routes.ts: they stand on the foundation, which has the ledger in it.
 */
export { exportBook } from './export-book.ts';
export { findDecisionDigest } from './find-decision-digest.ts';
export { findEntryAbout } from './find-entry-about.ts';
export { commitToIdentity } from './identity-commitment.ts';
export { type KeyTrust, trustBookRow, trustKeys, trustSigningKey } from './key-trust.ts';
export { createLedger, type Ledger, openLedger } from './ledger.ts';
export { LedgerRefusal } from './ledger-refusal.ts';
export { listEntries } from './list-entries.ts';
export { proveConsistency, proveEntry } from './prove-entry.ts';
export type { JsonObject, LedgerActor, LedgerSubject, NewLedgerEntry, RuleUsed } from './schema.ts';
export { theServer } from './schema.ts';
export { loadSigningKey } from './signing-key.ts';
export type { BookVerdict } from './verify-book.ts';
export { verifyBooks } from './verify-books.ts';
