import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Knex } from 'knex';
import { inTransaction, openDatabase } from '../../db/connection.ts';
import { dialectOf, isDiskUnusable, isUniqueViolation } from '../../db/dialect.ts';
import { isMigrated } from '../../db/migrate.ts';
import { forEachDatabase, type TestDatabase } from '../support/databases.ts';
import { freePort } from '../support/mariadb.ts';

describe('The database', () => {
  forEachDatabase((name, open) => {
    let database: TestDatabase;
    before(async () => {
      database = await open();
    });
    after(() => database.close());

    it('is migrated to this version', async () => {
      expect(await isMigrated(database.db)).to.equal(true);
      expect(dialectOf(database.db)).to.equal(name === 'SQLite' ? 'sqlite' : 'mysql');
    });

    it('keeps nothing of a transaction that failed', async () => {
      const { db } = database;
      const failure = await inTransaction(db, async (trx) => {
        await trx('prisons').insert({ id: 'p', name_zh: '甲', name_en: 'A' });
        await trx('prisons').insert({ id: 'p', name_zh: '乙', name_en: 'B' });
      }).catch((error: unknown) => error);
      expect(isUniqueViolation(failure)).to.equal(true);
      expect(await db('prisons')).to.deep.equal([]);
    });

    it('refuses a row that breaks a check', async () => {
      const failure = await database
        .db('stations')
        .insert({ id: 's' })
        .catch((error: unknown) => error);
      expect(failure).to.be.instanceOf(Error);
      expect(isUniqueViolation(failure)).to.equal(false);
    });

    it('compares text byte by byte', async () => {
      const { db } = database;
      await db('prisons').insert({ id: 'q', name_zh: '', name_en: '' });
      expect(await db('prisons').where({ id: 'Q' })).to.deep.equal([]);
      expect(await db('prisons').where({ id: 'q ' })).to.deep.equal([]);
    });

    it('says of a statement that failed what it was, and none of the values in it', async () => {
      const { db } = database;
      const statements = [
        (on: Knex) => on('prisons').insert({ id: 'r', name_zh: '张三', name_en: null }),
        (on: Knex) => on('no_such_table').where({ name: '张三' }),
      ];
      for (const statement of statements) {
        for (const run of [() => statement(db), () => inTransaction(db, async (trx) => statement(trx))]) {
          const failure = await run().then(
            () => undefined,
            (error: Error) => error,
          );
          expect(failure?.message).to.match(/prisons|no_such_table/);
          const { message, stack, ...rest } = failure as Error;
          expect([message, stack, JSON.stringify(rest)].join()).to.not.contain('张三');
        }
      }
    });

    it('tries a transaction again that met a deadlock', async () => {
      const { db } = database;
      await db('number_series').insert([
        { series: 'a', last: 0 },
        { series: 'b', last: 0 },
      ]);
      const both = (first: string, second: string) =>
        inTransaction(db, async (trx) => {
          await trx('number_series').where({ series: first }).increment('last', 1);
          await trx('number_series').where({ series: second }).increment('last', 1);
        });
      await Promise.all(
        Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? both('a', 'b') : both('b', 'a'))),
      );
      expect(await db('number_series').pluck('last')).to.deep.equal([20, 20]);
    });
  });

  it('tells a full disk and one that cannot be written from other faults', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'visits-data-'));
    const db = await openDatabase({ databaseUrl: undefined, dataDir });
    const failureOf = (sql: string) => db.raw(sql).catch((error: unknown) => error);
    await db.raw('create table t (text text)');
    await db.raw('pragma max_page_count = 3');
    expect(isDiskUnusable(await failureOf('insert into t values (zeroblob(100000))'))).to.equal(true);
    await db.raw('pragma query_only = 1');
    expect(isDiskUnusable(await failureOf('insert into t values (1)'))).to.equal(true);
    expect(isDiskUnusable(await failureOf('insert into nothing values (1)'))).to.equal(false);
    await db.destroy();
    rmSync(dataDir, { recursive: true });
  });

  it('says in one line why it cannot be used, without the password', async () => {
    const port = await freePort();
    const failure = await openDatabase({
      databaseUrl: `mysql://visits:secret@127.0.0.1:${port}/visits`,
      dataDir: '.',
    }).catch((error: Error) => error.message);
    expect(failure)
      .to.match(/ECONNREFUSED/)
      .and.not.match(/secret|\n/);
  });

  it('refuses a database address that is none', async () => {
    for (const databaseUrl of ['nonsense', 'http://localhost/x', 'mysql://localhost']) {
      const failure = await openDatabase({ databaseUrl, dataDir: '.' }).catch(
        (error: Error) => error.message,
      );
      expect(failure).to.match(/^DATABASE_URL must look like/);
    }
  });
});
