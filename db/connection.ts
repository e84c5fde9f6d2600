import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import knex, { type Knex } from 'knex';
import { isWorthAnotherTry } from './dialect.ts';
import { NodeSqliteClient } from './node-sqlite-client.ts';

/** Why no database could be opened, in one line that a person can act on. */
export class DatabaseUnusable extends Error {}

export type DatabaseLocation = {
  /** `mysql://user:password@host:port/name`, or undefined for the embedded SQLite. */
  databaseUrl: string | undefined;
  /** Where the embedded database lives. */
  dataDir: string;
};

/** Opens the database and proves that it answers. @throws DatabaseUnusable */
export async function openDatabase({ databaseUrl, dataDir }: DatabaseLocation): Promise<Knex> {
  const db = databaseUrl === undefined ? openEmbedded(dataDir) : openMysql(databaseUrl);
  try {
    await db.raw('select 1');
  } catch (error) {
    await db.destroy();
    const { code, message } = error as { code?: string; message: string };
    throw new DatabaseUnusable(
      `The database at ${databaseUrl ? withoutPassword(databaseUrl) : dataDir} cannot be used: ${code ?? message}`,
    );
  }
  return db;
}

/**
 * knex prints what it also rejects with; whoever awaits the query decides what to say. Errors come into logs: they carry
 * the statement, and never the values in it, which are people's names and words.
 */
const quiet = { log: { warn() {}, error() {}, debug() {}, deprecate() {} }, compileSqlOnError: false };

export const embeddedDatabaseFile = (dataDir: string) => join(dataDir, 'visits.sqlite');

function openEmbedded(dataDir: string): Knex {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  return knex({
    client: NodeSqliteClient as typeof Knex.Client,
    connection: { filename: embeddedDatabaseFile(dataDir) },
    useNullAsDefault: true,
    // One connection: SQLite has one writer anyway, and a transaction then queues instead of failing as busy.
    pool: { min: 1, max: 1 },
    acquireConnectionTimeout: 20_000,
    ...quiet,
  });
}

function openMysql(databaseUrl: string): Knex {
  const url = parseMysqlUrl(databaseUrl);
  const db = knex({
    client: 'mysql2',
    connection: {
      host: url.hostname,
      port: Number(url.port || 3306),
      user: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
      database: url.pathname.slice(1),
      charset: 'utf8mb4',
      timezone: 'Z',
      connectTimeout: 5_000,
      supportBigNumbers: true,
    },
    pool: {
      min: 0,
      max: 10,
      afterCreate: prepareSession,
    },
    acquireConnectionTimeout: 10_000,
    ...quiet,
  });
  // The driver puts the statement with its values beside the message.
  db.on('query-error', (error: { sql?: string }) => {
    delete error.sql;
  });
  return db;
}

type RawConnection = { query(sql: string, done: (error: unknown) => void): void };

/**
 * Read committed: fewer gap locks, so fewer deadlocks between bookings; what must not happen is held by unique keys.
 * Traditional: a value that does not fit is an error, never cut.
 */
function prepareSession(
  connection: RawConnection,
  done: (error: unknown, connection: unknown) => void,
): void {
  connection.query('set session transaction isolation level read committed', (error) => {
    if (error) return done(error, connection);
    connection.query("set session sql_mode = 'TRADITIONAL'", (failure) => done(failure, connection));
  });
}

function parseMysqlUrl(databaseUrl: string): URL {
  const url = URL.canParse(databaseUrl) ? new URL(databaseUrl) : undefined;
  if (url === undefined || !['mysql:', 'mariadb:'].includes(url.protocol) || url.pathname.length < 2) {
    throw new DatabaseUnusable('DATABASE_URL must look like mysql://user:password@host:3306/database');
  }
  return url;
}

function withoutPassword(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  return `${url.protocol}//${url.host}${url.pathname}`;
}

/** Deadlocks are the database's way to order two writers; more tries than this mean something else. */
const tries = 8;

/**
 * Runs `work` as one transaction, again from the start when the database asks for that.
 * `work` must therefore have no effect outside the transaction.
 */
export async function inTransaction<T>(db: Knex, work: (trx: Knex.Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction(work);
    } catch (error) {
      if (attempt >= tries || !isWorthAnotherTry(error)) throw error;
      await wait(Math.random() * 20 * attempt);
    }
  }
}
