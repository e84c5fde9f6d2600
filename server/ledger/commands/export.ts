import { resolve } from 'node:path';
import { exportBook } from '../export-book.ts';
import { openLedgerDatabase } from './open-ledger-database.ts';
import { exitStatus, readOptions, runCommand, say, UsageError } from './run-command.ts';

const usage = 'usage: npm run ledger:export -- --book PRISON --out DIRECTORY';

await runCommand(async () => {
  const { book, out } = readOptions({ book: { type: 'string' }, out: { type: 'string' } }, usage);
  if (book === undefined || out === undefined) throw new UsageError(usage);
  const { db } = await openLedgerDatabase(process.env);
  try {
    const directory = resolve(out);
    const { origin, size } = await exportBook(db, { bookId: book, directory });
    say(`${book}: ${size} entries of ${origin} written to ${directory}`);
    return exitStatus.good;
  } finally {
    await db.destroy();
  }
});
