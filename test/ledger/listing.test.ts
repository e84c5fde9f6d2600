import { expect } from 'chai';
import { DateTime } from 'luxon';
import { inTransaction } from '../../db/connection.ts';
import { commitToIdentity, listEntries, openLedger } from '../../server/ledger/index.ts';
import { forEachDatabase, type TestDatabase } from '../support/databases.ts';
import { bookId, entryOf, origin } from './a-book.ts';

describe('The page of a ledger book', () => {
  forEachDatabase((_name, open) => {
    let database: TestDatabase;
    before(async () => {
      database = await open();
      let now = DateTime.fromISO('2026-11-24T00:00:00.000Z', { zone: 'utc' });
      const clock = { now: () => (now = now.plus({ minutes: 1 })) };
      const ledger = await openLedger({ db: database.db, clock, dataDir: database.dataDir });
      await inTransaction(database.db, async (trx) => {
        await ledger.foundBook(trx, { prisonId: bookId, origin });
        for (let n = 1; n <= 10; n += 1) await ledger.append(trx, entryOf(n % 5));
      });
      await ledger.headsKept();
    });
    after(() => database.close());

    const indexesOf = async (filter: Partial<Parameters<typeof listEntries>[1]>) =>
      (await listEntries(database.db, { bookId, limit: 50, ...filter })).entries.map(({ index }) => index);

    it('shows the newest entries first, a page at a time, each once', async () => {
      const shown: number[] = [];
      let before: number | null | undefined;
      do {
        const page = await listEntries(database.db, {
          bookId,
          limit: 4,
          ...(before == null ? {} : { before }),
        });
        shown.push(...page.entries.map(({ index }) => index));
        before = page.before;
      } while (before !== null);
      expect(shown).to.deep.equal([10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
    });

    it('can be narrowed to a kind, a subject and a time', async () => {
      expect(await indexesOf({ kind: 'book_founded' })).to.deep.equal([0]);
      expect(await indexesOf({ subjectId: 'v-3' })).to.deep.equal([8, 3]);
      expect(await indexesOf({ subjectId: 'v-3', before: 8 })).to.deep.equal([3]);
      const [third, fifth] = ['2026-11-24T00:05:00.000Z', '2026-11-24T00:07:00.000Z'];
      expect(await indexesOf({ from: third, to: fifth })).to.deep.equal([4, 3]);
      expect(await indexesOf({ bookId: 'nowhere' })).to.deep.equal([]);
    });

    it('gives each entry as it was written, with its seal', async () => {
      const { entries } = await listEntries(database.db, { bookId, limit: 1 });
      expect(entries[0]).to.deep.include({
        book: bookId,
        index: 10,
        kind: 'visit_booked',
        facts: entryOf(0).facts,
      });
      expect(entries[0]?.checkpoint).to.match(new RegExp(`^${origin}\n11\n`));
    });
  });

  it('names people by a commitment that their salt alone can open', () => {
    const salt = Buffer.alloc(32, 1);
    const identity = { name: '张三', idNumber: '310230199001011234' };
    const commitment = commitToIdentity(salt, identity);
    expect(commitToIdentity(salt, { idNumber: identity.idNumber, name: identity.name })).to.equal(commitment);
    expect(commitToIdentity(Buffer.alloc(32, 2), identity)).to.not.equal(commitment);
    expect(commitToIdentity(salt, { ...identity, name: '李四' })).to.not.equal(commitment);
    expect(() => commitToIdentity(Buffer.alloc(8), identity)).to.throw(RangeError);
  });
});
