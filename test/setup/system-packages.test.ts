import { expect } from 'chai';
import { missingPackages, missingPackagesReport } from '../../setup/system-packages.ts';
import { testNeeds } from '../../setup/test-needs.ts';
import { buildNeeds } from '../../sfu/worker-binary/build-from-source.ts';

describe('The packages of the system', () => {
  it('are missing only when neither program nor file is there', () => {
    const needs = [
      { debianPackage: 'has-program', program: 'sh' },
      { debianPackage: 'lacks-program', program: 'no-such-program' },
      { debianPackage: 'has-file', file: import.meta.filename },
      { debianPackage: 'lacks-file', file: '/no/such/file' },
    ];
    expect(missingPackages(needs, '/bin')).to.deep.equal(['lacks-program', 'lacks-file']);
  });

  it('that are servers are found in sbin by a user who has it not on the PATH', () => {
    expect(missingPackages([{ debianPackage: 'nftables', program: 'nft' }], '/nowhere')).to.deep.equal([]);
  });

  it('that are missing are named in one report, with the command to run, in both languages', () => {
    const { message } = missingPackagesReport(['meson', 'g++'], { english: 'Building', chinese: '编译' });
    expect(message).to.include('Building needs these packages of the system: meson, g++');
    expect(message).to.include('apt-get install -y --no-install-recommends meson g++');
    expect(message).to.match(/编译缺少以上系统软件包/);
  });

  it('are each known by exactly one program or file', () => {
    for (const need of [...testNeeds, ...buildNeeds]) {
      const { program, file } = need as { program?: string; file?: string };
      expect([program, file].filter(Boolean), need.debianPackage).to.have.length(1);
    }
  });
});
