import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describeFault } from '../fault-texts.ts';
import { headsDirectory } from '../heads-seen.ts';
import { type KeyTrust, trustBookRow, trustKeys, trustSigningKey } from '../key-trust.ts';
import { readSigningKey, signingKeyPath } from '../signing-key.ts';
import { hashAlgorithms } from '../transparency-log/hash-algorithm.ts';
import { parseKeyList } from '../transparency-log/note-verifier.ts';
import type { VerifierKey } from '../transparency-log/verifier-key.ts';
import { verifyLogFolder } from '../transparency-log/verify-log-folder.ts';
import type { BookVerdict } from '../verify-book.ts';
import { verifyBooks } from '../verify-books.ts';
import { openLedgerDatabase } from './open-ledger-database.ts';
import { type ExitStatus, exitStatus, readOptions, runCommand, say, UsageError } from './run-command.ts';

const usage = `usage: npm run ledger:verify                        every book of the database (DATABASE_URL or DATA_DIR)
       npm run ledger:verify -- --export DIRECTORY  an exported book, without a database
  --keys FILE    trust only the keys in FILE, a vkey a line
  --hash NAME    the hash of an exported book that was founded with another than sha256: ${hashAlgorithms.join(', ')}`;

await runCommand(async () => {
  const options = readOptions(
    { export: { type: 'string' }, keys: { type: 'string' }, hash: { type: 'string' } },
    usage,
  );
  const keys = options.keys === undefined ? undefined : await readKeys(options.keys);
  if (options.export !== undefined) return verifyExport(options.export, keys, options.hash ?? 'sha256');
  if (options.hash !== undefined) throw new UsageError(`--hash goes with --export\n${usage}`);
  return verifyDatabase(keys);
});

async function verifyExport(
  directory: string,
  keys: readonly VerifierKey[] | undefined,
  hash: string,
): Promise<ExitStatus> {
  const hashAlgorithm = hashAlgorithms.find((known) => known === hash);
  if (hashAlgorithm === undefined) throw new UsageError(`${hash} is no hash of a book\n${usage}`);
  if (!existsSync(directory)) throw new UsageError(`There is no folder ${directory}`);
  const verdict = await verifyLogFolder(
    directory,
    keys === undefined ? { hashAlgorithm } : { keys, hashAlgorithm },
  );
  if (!verdict.ok) {
    say(`${verdict.origin ?? directory}: ${describeFault(verdict.fault)}`);
    return exitStatus.wrong;
  }
  const { origin, size, root, signedBy } = verdict;
  say(
    `${origin}: ${size} entries in order, root ${root.toString('base64')}, signed by ${signedBy.join(', ')}`,
  );
  return exitStatus.good;
}

async function verifyDatabase(keys: readonly VerifierKey[] | undefined): Promise<ExitStatus> {
  const { db, dataDir } = await openLedgerDatabase(process.env);
  try {
    const trust = keys === undefined ? await trustOfInstallation(dataDir) : trustKeys(keys);
    const verdicts: BookVerdict[] = [];
    for await (const verdict of verifyBooks(db, { trust, headsDirectory: headsDirectory(dataDir) })) {
      say(describeVerdict(verdict));
      verdicts.push(verdict);
    }
    if (verdicts.length === 0) say('no book has been founded yet');
    return verdicts.every(({ ok }) => ok) ? exitStatus.good : exitStatus.wrong;
  } finally {
    await db.destroy();
  }
}

async function trustOfInstallation(dataDir: string): Promise<KeyTrust> {
  const key = await readSigningKey(signingKeyPath(dataDir));
  if (key !== undefined) return trustSigningKey(key);
  process.stderr.write(
    `There is no ${signingKeyPath(dataDir)}: each book is checked with the key that the database names. --keys FILE brings keys from elsewhere.\n`,
  );
  return trustBookRow;
}

function describeVerdict(verdict: BookVerdict): string {
  if (!verdict.ok) return `${verdict.bookId}: ${describeFault(verdict.fault)}`;
  return `${verdict.bookId}: ${verdict.size} entries in order, root ${verdict.root}, signed by ${verdict.vkey}`;
}

async function readKeys(file: string): Promise<VerifierKey[]> {
  try {
    return parseKeyList(await readFile(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`${file} cannot be used: ${(error as Error).message}`);
  }
}
