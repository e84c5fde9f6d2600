import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';

describe('The commands of the engineer', function () {
  this.timeout(60_000);
  let dataDir: string;
  before(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'visits-commands-'));
  });
  after(() => rmSync(dataDir, { recursive: true, force: true }));

  function run(name: string, args: string[], input = '') {
    return spawnSync('npm', ['run', '--silent', name, '--', ...args], {
      input,
      encoding: 'utf8',
      env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' },
    });
  }
  const administrator = ['--username', 'first.admin', '--display-name', '管理员', '--role', 'administrator'];

  it('make the first account of an empty installation, with the password from standard input', () => {
    const { status, stdout, stderr } = run('account:create', administrator, 'a long enough password\n');
    expect([status, stderr]).to.deep.equal([0, '']);
    expect(stdout).to.equal('The account first.admin (administrator) is made.\n');
  });

  it('refuse a taken name, a short password, a role without its prison and an unknown option', () => {
    expect(run('account:create', administrator, 'a long enough password').stderr).to.match(
      /^There is an account/,
    );
    expect(run('account:create', administrator, 'short').stderr).to.match(
      /^password: twelve characters at least/,
    );
    const officer = ['--username', 'x.y', '--display-name', '某', '--role', 'prison_officer'];
    expect(run('account:create', officer, 'a long enough password').stderr).to.match(/^prisonId: /);
    const unknown = run('account:create', ['--password', 'x']);
    expect(unknown.stderr).to.match(/usage: /);
    expect(unknown.status).to.equal(1);
  });

  it('do not put a demonstration beside anything real', () => {
    const { status, stderr } = run('demonstration:seed', []);
    expect([status, stderr.trim().split('\n').length]).to.deep.equal([1, 1]);
  });
});
