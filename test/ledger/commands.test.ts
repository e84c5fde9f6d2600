import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { forEachDatabase, type TestDatabase } from '../support/databases.ts';
import { freePort } from '../support/mariadb.ts';
import { bookId, dropGuards, fillBook, origin } from './a-book.ts';

type Settings = { DATA_DIR?: string; DATABASE_URL?: string };

/** Runs a command as its npm script does, in a process of its own. */
function run(command: 'verify' | 'export', args: string[], settings: Settings) {
  const script = new URL(`../../server/ledger/commands/${command}.ts`, import.meta.url).pathname;
  const { DATA_DIR: _dir, DATABASE_URL: _url, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
    env: { ...env, NODE_OPTIONS: '--disable-warning=ExperimentalWarning', ...settings },
  });
  return { status, stdout, stderr };
}

describe('The ledger commands', function () {
  this.timeout(60_000);

  forEachDatabase((_name, open) => {
    let database: TestDatabase;
    let settings: Settings;
    beforeEach(async () => {
      database = await open();
      await fillBook(database, 5);
      const { dataDir, databaseUrl } = database;
      settings = { DATA_DIR: dataDir, ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }) };
    });
    afterEach(() => database.close());

    it('verify: a line for a book in order, and the first wrong entry of one that is not', async () => {
      const good = run('verify', [], settings);
      expect(good).to.include({ status: 0, stderr: '' });
      expect(good.stdout).to.match(
        /^baimaoling: 6 entries in order, root \S{44}, signed by visits\.example\S+\n$/,
      );

      await dropGuards(database.db);
      await database.db('ledger_entries').where('entry_index', 3).update({ at: '2020-01-01T00:00:00.000Z' });
      const bad = run('verify', [], settings);
      expect(bad.status).to.equal(1);
      expect(bad.stdout).to.match(/^baimaoling: entry 3: .+第 3 条.+\n$/);
    });

    it('export and verify: the folder is checked without a database, and a changed entry is named', async () => {
      const out = join(database.dataDir, 'export');
      const exported = run('export', ['--book', bookId, '--out', out], settings);
      expect(exported, exported.stderr).to.include({ status: 0, stderr: '' });
      const again = run('export', ['--book', bookId, '--out', out], settings);
      expect(again.status).to.equal(0);

      const good = run('verify', ['--export', out], {});
      expect(good).to.include({ status: 0, stderr: '' });
      expect(good.stdout).to.match(
        new RegExp(`^${origin}: 6 entries in order, root \\S{44}, signed by \\S+\n$`),
      );
      expect(run('verify', ['--export', out, '--keys', join(out, 'keys.txt')], {}).status).to.equal(0);
      expect(run('verify', ['--keys', join(out, 'keys.txt')], settings).status).to.equal(0);

      const bundle = join(out, 'tile', 'entries', '000.p', '6');
      writeFileSync(bundle, readFileSync(bundle, 'latin1').replace('visit-4', 'visit-7'), 'latin1');
      const bad = run('verify', ['--export', out], {});
      expect(bad.status).to.equal(1);
      expect(bad.stdout).to.match(new RegExp(`^${origin}: entry 4: `));
    });

    it('verify: says so when the key has to be taken from the database', () => {
      rmSync(join(database.dataDir, 'keys'), { recursive: true });
      const { status, stderr } = run('verify', [], settings);
      expect(status).to.equal(0);
      expect(stderr).to.match(/^There is no \S+: each book is checked with the key that the database names/);
    });
  });

  it('say in one line what they cannot do, and end with another status than for a wrong entry', async () => {
    const port = await freePort();
    const noDatabase = { DATA_DIR: '/nonexistent/data' };
    for (const [command, args, settings, said] of [
      ['verify', [], { DATABASE_URL: `mysql://visits:secret@127.0.0.1:${port}/visits` }, /ECONNREFUSED/],
      ['verify', [], { DATABASE_URL: 'nonsense' }, /^DATABASE_URL must look like/],
      ['verify', [], noDatabase, /^There is no database in \/nonexistent\/data/],
      ['export', ['--book', bookId, '--out', '/nonexistent/out'], noDatabase, /^There is no database/],
      [
        'verify',
        ['--export', '/nonexistent/export'],
        noDatabase,
        /^There is no folder \/nonexistent\/export/,
      ],
      ['verify', ['--keys', '/nonexistent/keys.txt'], noDatabase, /keys\.txt cannot be used: ENOENT/],
    ] as const) {
      const { status, stdout, stderr } = run(command, [...args], settings);
      expect({ status, stdout }, `${command} ${args}`).to.deep.equal({ status: 2, stdout: '' });
      expect(stderr)
        .to.match(said)
        .and.match(/^[^\n]+\n$/)
        .and.not.match(/secret/);
    }
    for (const [command, args] of [
      ['verify', ['--everything']],
      ['verify', ['--export']],
      ['verify', ['--hash', 'sm3']],
      ['verify', ['--export', '.', '--hash', 'md5']],
      ['export', ['--book', bookId]],
      ['export', ['baimaoling']],
    ] as const) {
      const { status, stderr } = run(command, [...args], noDatabase);
      expect(status, `${command} ${args}`).to.equal(2);
      expect(stderr).to.match(/usage: npm run ledger:/);
    }
  });
});
