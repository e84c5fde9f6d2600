import type { KeyObject } from 'node:crypto';
import type { Knex } from 'knex';
import type { Clock } from '../clock.ts';
import { appendEntry } from './append-entry.ts';
import { foundBook, type NewLedgerBook } from './found-book.ts';
import { createHeadsSeen, headsDirectory } from './heads-seen.ts';
import type { NewLedgerEntry, SealedLedgerEntry } from './schema.ts';
import { loadSigningKey, signingKeyPath } from './signing-key.ts';
import { ed25519Signer } from './transparency-log/signed-note.ts';

/** The one way to write in the books. */
export type Ledger = {
  /**
   * Appends an entry in the caller's transaction, which holds the book until it ends: call it last, after everything that
   * may take time. @throws LedgerRefusal
   */
  append(trx: Knex.Transaction, entry: NewLedgerEntry): Promise<SealedLedgerEntry>;
  /** @throws LedgerRefusal */
  foundBook(trx: Knex.Transaction, book: NewLedgerBook): Promise<SealedLedgerEntry>;
  /** Waits until the heads of all ended transactions are on disk: before the database is closed, not inside one. */
  headsKept(): Promise<void>;
};

export type LedgerParts = {
  /** Where committed heads are read back from. */
  db: Knex;
  clock: Clock;
  signingKey: KeyObject;
  headsDirectory: string;
  /** Told when the head of a committed entry could not be kept on disk. */
  report?: (error: unknown) => void;
};

export function createLedger({
  db,
  clock,
  signingKey,
  headsDirectory,
  report = () => {},
}: LedgerParts): Ledger {
  const headsSeen = createHeadsSeen({ db, directory: headsDirectory, report });
  const tools = { clock, signerFor: (origin: string) => ed25519Signer(origin, signingKey), headsSeen };
  return {
    append: (trx, entry) => appendEntry(trx, entry, tools),
    foundBook: (trx, book) => foundBook(trx, book, tools),
    headsKept: () => headsSeen.settled(),
  };
}

/** The ledger of an installation: its key and the heads seen are in the data directory. */
export async function openLedger({
  dataDir,
  ...parts
}: Pick<LedgerParts, 'db' | 'clock' | 'report'> & { dataDir: string }): Promise<Ledger> {
  const signingKey = loadSigningKey(signingKeyPath(dataDir));
  return createLedger({ ...parts, signingKey, headsDirectory: headsDirectory(dataDir) });
}
