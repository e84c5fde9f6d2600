/** The parts of knex's own SQLite client that our client for node:sqlite builds on; knex publishes no types for them. */
declare module 'knex/lib/dialects/sqlite3/index.js' {
  import { Knex } from 'knex';
  export default class Client_SQLite3 extends Knex.Client {
    connectionSettings: { filename: string };
    _query(connection: unknown, query: unknown): Promise<unknown>;
  }
}

declare module 'knex/lib/dialects/sqlite3/execution/sqlite-transaction.js' {
  import type { Knex } from 'knex';

  type Runner = { query(connection: unknown, sql: string): Promise<unknown> };
  const Transaction_Sqlite: new (...parts: unknown[]) => Runner & Pick<Knex.Transaction, 'executionPromise'>;
  export default Transaction_Sqlite;
}
