import { expect } from 'chai';
import { inTransaction, openDatabase } from '../../db/connection.ts';
import { dialectOf, isUniqueViolation } from '../../db/dialect.ts';
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
