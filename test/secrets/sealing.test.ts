import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { openSealing } from '../../server/secrets/index.ts';

describe('Sealing', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'visits-sealing-'));
  });
  after(() => rmSync(folder, { recursive: true }));
  const keyFile = () => join(folder, 'keys', 'personal.key');

  it('gives back what was sealed, also to a process that opens the key file later', () => {
    const sealed = openSealing(keyFile()).sealText('phone', '13800000000');
    expect(sealed).to.not.contain('138');
    expect(openSealing(keyFile()).unsealText('phone', sealed)).to.equal('13800000000');
  });

  it('opens nothing for another purpose, and nothing that was changed', () => {
    const sealing = openSealing(keyFile());
    const sealed = sealing.seal('document', Buffer.from('x'.repeat(100)));
    expect(() => sealing.unseal('phone', sealed)).to.throw();
    sealed[40] = (sealed[40] ?? 0) ^ 1;
    expect(() => sealing.unseal('document', sealed)).to.throw();
  });

  it('finds the same value again by its index, for one purpose', () => {
    const sealing = openSealing(keyFile());
    expect(sealing.index('id', 'a')).to.equal(sealing.index('id', 'a'));
    expect(sealing.index('id', 'a')).to.not.equal(sealing.index('phone', 'a'));
    expect(sealing.index('id', 'a')).to.not.equal(openSealing(join(folder, 'other.key')).index('id', 'a'));
  });

  it('keeps the key for the owner alone', () => {
    openSealing(keyFile());
    expect(statSync(keyFile()).mode & 0o077).to.equal(0);
  });
});
