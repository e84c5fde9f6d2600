import { DatabaseSync } from 'node:sqlite';
import type { Knex } from 'knex';
import Transaction_Sqlite from 'knex/lib/dialects/sqlite3/execution/sqlite-transaction.js';
import Client_SQLite3 from 'knex/lib/dialects/sqlite3/index.js';

type Query = {
  sql: string;
  bindings?: unknown[];
  response?: unknown;
  context?: { lastID: number | bigint; changes: number | bigint };
};
type SqliteValue = string | number | bigint | null | Uint8Array;

/** Every transaction of ours may write, so it takes the write lock at once: upgrading a read lock can fail half-way. */
class ImmediateTransaction extends Transaction_Sqlite {
  begin(connection: unknown): Promise<unknown> {
    return this.query(connection, 'BEGIN IMMEDIATE;');
  }
}

/** knex on Node's own SQLite: an embedded database without a native build. */
export class NodeSqliteClient extends Client_SQLite3 {
  _driver() {
    return DatabaseSync;
  }

  override transaction(...parts: unknown[]): Knex.Transaction {
    return new ImmediateTransaction(this, ...parts) as unknown as Knex.Transaction;
  }

  override async acquireRawConnection(): Promise<DatabaseSync> {
    const connection = new DatabaseSync(this.connectionSettings.filename);
    // WAL with full sync: a commit that was acknowledged survives a power cut.
    connection.exec(
      'PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;',
    );
    return connection;
  }

  override async destroyRawConnection(connection: DatabaseSync): Promise<void> {
    connection.close();
  }

  override async _query(connection: DatabaseSync, query: Query): Promise<Query> {
    const statement = connection.prepare(query.sql);
    const bindings = (query.bindings ?? []).map(toSqliteValue);
    if (statement.columns().length > 0) {
      query.response = statement.all(...bindings);
    } else {
      const { lastInsertRowid, changes } = statement.run(...bindings);
      query.context = { lastID: lastInsertRowid, changes };
    }
    return query;
  }
}

Object.assign(NodeSqliteClient.prototype, { driverName: 'node:sqlite' });

function toSqliteValue(value: unknown): SqliteValue {
  if (value === undefined) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  // Only knex's own migration table stores dates; ours are text.
  if (value instanceof Date) return value.toISOString();
  return value as SqliteValue;
}
