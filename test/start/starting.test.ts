import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { readSettings, SettingsUnusable } from '../../server/settings.ts';
import { freePort } from '../support/mariadb.ts';
import { startServerProcess } from '../support/server-process.ts';

describe('Starting the server', function () {
  this.timeout(60_000);
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'visits-start-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function start(environment: Record<string, string>) {
    return spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', 'server/main.ts'], {
      env: { PATH: process.env.PATH, DATA_DIR: folder, ...environment },
      encoding: 'utf8',
      timeout: 50_000,
    });
  }

  async function expectOneLine(environment: Record<string, string>, saying: RegExp): Promise<void> {
    const { status, stdout, stderr } = start({ PORT: String(await freePort()), ...environment });
    expect(status).to.equal(1);
    expect(stdout).to.equal('');
    expect(stderr.trimEnd()).to.match(saying).and.not.match(/\n/);
  }

  it('says in one line that DATABASE_URL is wrong, and fails', async () => {
    await expectOneLine({ DATABASE_URL: 'not a url' }, /^DATABASE_URL must look like/);
    const port = await freePort();
    await expectOneLine(
      { DATABASE_URL: `mysql://a:secret@127.0.0.1:${port}/visits` },
      /cannot be used: ECONNREFUSED$/,
    );
  });

  it('says in one line which setting cannot be used, and fails', async () => {
    await expectOneLine({ PORT: 'eighty' }, /^PORT: /);
    await expectOneLine({ MEDIA_PORTS: '50000' }, /^MEDIA_PORTS: must look like/);
    await expectOneLine({ TLS_CERT: '/no/such/file' }, /^TLS_CERT: TLS_CERT and TLS_KEY go together$/);
    await expectOneLine(
      { TLS_CERT: '/no/cert', TLS_KEY: '/no/key' },
      /^TLS_CERT: \/no\/cert cannot be read \(ENOENT\)$/,
    );
    await expectOneLine({ PUBLIC_HOST: 'no-such-host.invalid' }, /^PUBLIC_HOST: .* set MEDIA_ADDRESS/);
    writeFileSync(join(folder, 'file'), '');
    await expectOneLine({ DATA_DIR: join(folder, 'file', 'data') }, /^DATA_DIR: /);
  });

  it('says in one line that its port is taken, and fails', async () => {
    const port = await freePort();
    const other = createServer().listen(port, '127.0.0.1');
    await expectOneLine(
      { PORT: String(port) },
      new RegExp(`^PORT: ${port} cannot be used \\(EADDRINUSE\\)$`),
    );
    other.close();
  });

  it('writes nothing that another user of the machine can read', async () => {
    const [port, mediaPort] = [await freePort(), await freePort()];
    const dataDir = join(folder, 'data');
    const server = await startServerProcess({
      origin: `http://127.0.0.1:${port}`,
      environment: { PORT: String(port), DATA_DIR: dataDir, MEDIA_PORTS: `${mediaPort}-${mediaPort}` },
    });
    try {
      const written = ['', ...readdirSync(dataDir, { recursive: true, encoding: 'utf8' })];
      expect(written).to.include.members(['visits.sqlite', join('keys', 'personal-data.key')]);
      const open = written.filter((name) => (statSync(join(dataDir, name)).mode & 0o077) !== 0);
      expect(open).to.deep.equal([]);
    } finally {
      await server.stop();
    }
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readSettings({ DATABASE_URL: '', PORT: '' })).to.include({ databaseUrl: undefined, port: 8080 });
    expect(() => readSettings({ PORT: '0' })).to.throw(SettingsUnusable);
  });
});
