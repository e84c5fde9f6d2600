import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { inTransaction } from '../../db/connection.ts';
import { systemClock } from '../../server/clock.ts';
import {
  createLedger,
  type Ledger,
  LedgerRefusal,
  type NewLedgerEntry,
  openLedger,
} from '../../server/ledger/index.ts';
import { readSigningKey } from '../../server/ledger/signing-key.ts';
import type { HashAlgorithm } from '../../server/ledger/transparency-log/hash-algorithm.ts';
import type { TestDatabase } from '../support/databases.ts';

export const bookId = 'baimaoling';
export const origin = 'visits.example/ledger/baimaoling';

export function entryOf(n: number): NewLedgerEntry {
  return {
    bookId,
    kind: n % 2 === 0 ? 'visit_booked' : 'visit_ended',
    actor: { kind: 'staff', id: 'officer-1', role: 'prison_officer' },
    subjects: [{ kind: 'visitor', id: `v-${n}`, commitment: 'c29tZSBjb21taXRtZW50' }],
    facts: { visit: `visit-${n}`, minutes: 30, note: '会见正常结束' },
    rules: [{ key: 'visits_per_month', versionId: 'r1' }],
  };
}

/** A founded book with `count` entries after the founding one, and the ledger that wrote them. */
export async function fillBook(
  { db, dataDir }: Pick<TestDatabase, 'db' | 'dataDir'>,
  count: number,
  hashAlgorithm: HashAlgorithm = 'sha256',
): Promise<Ledger> {
  const ledger = await openLedger({ db, clock: systemClock, dataDir });
  await inTransaction(db, async (trx) => {
    await ledger.foundBook(trx, { prisonId: bookId, origin, hashAlgorithm });
    for (let n = 1; n <= count; n += 1) await ledger.append(trx, entryOf(n));
  });
  await ledger.headsKept();
  return ledger;
}

/** A ledger with the office's key on a machine that has seen no head yet. */
export async function ledgerElsewhere({ db, dataDir }: TestDatabase): Promise<Ledger> {
  const signingKey = await readSigningKey(join(dataDir, 'keys', 'ledger-signing-key.pem'));
  if (signingKey === undefined) throw new Error('the book has no key');
  return createLedger({ db, clock: systemClock, signingKey, headsDirectory: join(dataDir, 'elsewhere') });
}

export function readHead(dataDir: string): string {
  return readFileSync(join(dataDir, 'ledger-heads', `${bookId}.checkpoint`), 'utf8');
}

/** The code of the refusal that `attempt` meets, or undefined when it succeeds. */
export async function refusalOf(attempt: Promise<unknown>): Promise<string | undefined> {
  try {
    await attempt;
    return undefined;
  } catch (error) {
    if (error instanceof LedgerRefusal) return error.code;
    throw error;
  }
}

/** What an attacker with all rights on the database does first. */
export async function dropGuards(db: Knex): Promise<void> {
  for (const name of [
    'ledger_entries_never_updated',
    'ledger_entries_never_deleted',
    'ledger_entries_never_replaced',
    'ledger_subjects_never_updated',
    'ledger_subjects_never_deleted',
    'ledger_books_never_deleted',
    'ledger_books_never_shrink',
  ]) {
    await db.raw(`drop trigger if exists ${name}`);
  }
}
