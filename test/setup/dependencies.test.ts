import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { installedMatchesLock } from '../../setup/dependencies.mjs';

interface LockEntry {
  version?: string;
  optionalDependencies?: Record<string, string>;
}

const lockOf = (packages: Record<string, object>): string => JSON.stringify({ packages });

describe('The installed dependencies', () => {
  const lock = lockOf({
    '': { name: 'root' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b-arm64': { version: '2.0.0', optional: true },
  });

  it('match the lock file when each is there in its version, the optional ones for other machines aside', () => {
    expect(installedMatchesLock(lock, lockOf({ 'node_modules/a': { version: '1.0.0' } }))).to.equal(true);
  });

  it('do not match when one is missing, of another version, or npm never finished', () => {
    expect(installedMatchesLock(lock, lockOf({}))).to.equal(false);
    expect(installedMatchesLock(lock, lockOf({ 'node_modules/a': { version: '1.0.1' } }))).to.equal(false);
    const wrongOptional = lockOf({
      'node_modules/a': { version: '1.0.0' },
      'node_modules/b-arm64': { version: '3.0.0' },
    });
    expect(installedMatchesLock(lock, wrongOptional)).to.equal(false);
    expect(installedMatchesLock(lock, undefined)).to.equal(false);
  });

  // A registry that lacks some of them lets `npm install` leave them out without a word, and `npm ci` then refuses the
  // whole lock file on every machine.
  it('are all named in the lock file, also those for other platforms', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, LockEntry>;
    };
    const missing = Object.values(packages)
      .flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}))
      .filter((name) => !Object.keys(packages).some((path) => path.endsWith(`node_modules/${name}`)));
    expect(missing).to.deep.equal([]);
  });
});
