import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { entriesTable } from './tables.ts';
import { parseCheckpoint } from './transparency-log/checkpoint.ts';
import { splitNote } from './transparency-log/signed-note.ts';

export const headsDirectory = (dataDir: string) => join(dataDir, 'ledger-heads');

/**
 * The last head of each book that this machine saw committed, outside the database: whoever cuts off the end of a book
 * there, and puts its row back to match, is contradicted by these files.
 *
 * A file may lag behind the database (a crash between the commit and the write, or another machine that wrote since) and
 * never leads it, because a head is read back from the database after its transaction has ended.
 */
export type HeadsSeen = {
  read(bookId: string): Promise<string | undefined>;
  /** Keeps the head of entry `index` once `trx` is over, if the entry is in the database by then. */
  keepAfter(trx: Knex.Transaction, bookId: string, index: number, head: string): void;
  /** Resolves when every head whose transaction is over has been written. */
  settled(): Promise<void>;
};

export function createHeadsSeen({
  db,
  directory,
  report,
}: {
  db: Knex;
  directory: string;
  /** Told when a head could not be kept; the book itself is whole. */
  report: (error: unknown) => void;
}): HeadsSeen {
  const waiting = new Map<string, Map<number, string>>();
  const atWork = new Map<string, Promise<void>>();

  async function keepWaiting(bookId: string): Promise<void> {
    for (let heads = waiting.get(bookId); heads !== undefined; heads = waiting.get(bookId)) {
      waiting.delete(bookId);
      // The newest that was committed stands for all before it.
      for (const [index, head] of [...heads].sort(([a], [b]) => b - a)) {
        const row = await entriesTable(db).where({ book_id: bookId, entry_index: index }).first('checkpoint');
        if (row?.checkpoint !== head) continue;
        const seen = await readHead(directory, bookId);
        if (seen === undefined || sizeOf(seen) < sizeOf(head)) await writeHead(directory, bookId, head);
        break;
      }
    }
  }

  function keep(bookId: string, index: number, head: string): void {
    const heads = waiting.get(bookId) ?? new Map<number, string>();
    waiting.set(bookId, heads.set(index, head));
    if (atWork.has(bookId)) return;
    const work = keepWaiting(bookId)
      .catch(report)
      .finally(() => atWork.delete(bookId));
    atWork.set(bookId, work);
  }

  return {
    read: (bookId) => readHead(directory, bookId),
    keepAfter(trx, bookId, index, head) {
      const over = () => keep(bookId, index, head);
      // Rejected after a failed commit and resolved after some rollbacks: what is in the database tells.
      outermost(trx).executionPromise.then(over, over);
    },
    async settled() {
      // Callbacks of a transaction that has just ended come before this.
      await new Promise((resolve) => setImmediate(resolve));
      while (atWork.size > 0) await Promise.all(atWork.values());
    },
  };
}

/** Heads by book id. */
export async function readHeadsSeen(directory: string): Promise<Map<string, string>> {
  const heads = new Map<string, string>();
  for (const name of await namesIn(directory)) {
    const bookId = /^(.+)\.checkpoint$/.exec(name)?.[1];
    const head = bookId === undefined ? undefined : await readHead(directory, bookId);
    if (bookId !== undefined && head !== undefined) heads.set(bookId, head);
  }
  return heads;
}

const headPath = (directory: string, bookId: string) => join(directory, `${bookId}.checkpoint`);

async function readHead(directory: string, bookId: string): Promise<string | undefined> {
  try {
    return await readFile(headPath(directory, bookId), 'utf8');
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function namesIn(directory: string): Promise<string[]> {
  try {
    return await readdir(directory);
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return [];
    throw error;
  }
}

/** Flushed before it takes the name, so that a power cut leaves the old head or the new one. */
async function writeHead(directory: string, bookId: string, head: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  const draft = `${headPath(directory, bookId)}.${randomUUID()}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(head);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, headPath(directory, bookId));
}

function sizeOf(head: string): number {
  return parseCheckpoint(splitNote(head).text).size;
}

function outermost(trx: Knex.Transaction): Knex.Transaction {
  return trx.parentTransaction === undefined ? trx : outermost(trx.parentTransaction);
}
