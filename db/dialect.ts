import type { Knex } from 'knex';

export type Dialect = 'sqlite' | 'mysql';

export function dialectOf(db: Knex): Dialect {
  return db.client.driverName === 'node:sqlite' ? 'sqlite' : 'mysql';
}

/** A unique or primary key refused the row: on either database. */
export function isUniqueViolation(error: unknown): boolean {
  const { code, errcode } = error as { code?: string; errcode?: number };
  // SQLITE_CONSTRAINT_PRIMARYKEY and SQLITE_CONSTRAINT_UNIQUE, https://sqlite.org/rescode.html
  return code === 'ER_DUP_ENTRY' || errcode === 1555 || errcode === 2067;
}

/** The database asks for the whole transaction to be tried again; nothing of it was kept. */
export function isWorthAnotherTry(error: unknown): boolean {
  const { code, errcode } = error as { code?: string; errcode?: number };
  // SQLITE_BUSY and its extensions have 5 as their low byte.
  return (
    code === 'ER_LOCK_DEADLOCK' ||
    code === 'ER_LOCK_WAIT_TIMEOUT' ||
    code === 'ER_CHECKREAD' ||
    (errcode !== undefined && (errcode & 0xff) === 5)
  );
}

/** The database is away, as opposed to refusing what was asked. */
export function isConnectionLost(error: unknown): boolean {
  const { code, fatal, name } = error as { code?: string; fatal?: boolean; name?: string };
  return (
    fatal === true ||
    name === 'KnexTimeoutError' ||
    ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'ETIMEDOUT', 'PROTOCOL_CONNECTION_LOST'].includes(
      code ?? '',
    )
  );
}

/** What can be written nowhere now: the disk is full, broken or read-only. Of the database, or of the file system. */
export function isDiskUnusable(error: unknown): boolean {
  const { code, errcode } = error as { code?: string; errcode?: number };
  // SQLITE_READONLY, SQLITE_IOERR, SQLITE_FULL and SQLITE_CANTOPEN, each with its extensions.
  if (errcode !== undefined) return [8, 10, 13, 14].includes(errcode & 0xff);
  return [
    'ENOSPC',
    'EDQUOT',
    'EROFS',
    'EIO',
    'EMFILE',
    'ENFILE',
    'ER_DISK_FULL',
    'ER_RECORD_FILE_FULL',
    'ER_OPTION_PREVENTS_STATEMENT',
  ].includes(code ?? '');
}
