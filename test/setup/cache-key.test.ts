import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import {
  hashFolder,
  neededWorker,
  recipeFolder,
  workerCacheFolder,
  workerCacheKey,
} from '../../sfu/worker-binary/cache-path.ts';
import { findWorkerBinary } from '../../sfu/worker-binary/index.ts';

const worker = {
  mediasoup: '3.27.1',
  platform: 'linux',
  arch: 'x64',
  libc: 'glibc2.36',
  recipe: 'a'.repeat(64),
};

describe('The cache of media workers', () => {
  it('has another folder for every mediasoup, platform, processor, C library and recipe', () => {
    const changes = [
      { mediasoup: '3.27.2' },
      { platform: 'darwin' },
      { arch: 'arm64' },
      { libc: 'musl' },
      { recipe: 'b'.repeat(64) },
    ];
    const keys = [{}, ...changes].map((change) => workerCacheKey({ ...worker, ...change }));
    expect(new Set(keys).size).to.equal(keys.length);
    expect(keys[0]).to.equal('3.27.1-linux-x64-glibc2.36-aaaaaaaaaaaa');
  });

  it('describes this machine', () => {
    const here = neededWorker();
    expect(here).to.include({ platform: process.platform, arch: process.arch });
    expect(here.mediasoup).to.match(/^\d+\.\d+\.\d+$/);
    expect(here.recipe)
      .to.equal(hashFolder(recipeFolder))
      .and.match(/^[0-9a-f]{64}$/);
  });

  it('lies outside the checkout, where XDG_CACHE_HOME says, and a relative one is ignored', () => {
    expect(workerCacheFolder({ XDG_CACHE_HOME: '/var/cache/x' })).to.equal(
      '/var/cache/x/xiaoan/mediasoup-worker',
    );
    expect(workerCacheFolder({ XDG_CACHE_HOME: 'x' })).to.equal(workerCacheFolder({}));
  });

  it('gives way to the worker that MEDIASOUP_WORKER_BIN names', () => {
    const before = process.env.MEDIASOUP_WORKER_BIN;
    process.env.MEDIASOUP_WORKER_BIN = '/opt/worker';
    try {
      expect(findWorkerBinary()).to.equal('/opt/worker');
    } finally {
      if (before === undefined) delete process.env.MEDIASOUP_WORKER_BIN;
      else process.env.MEDIASOUP_WORKER_BIN = before;
    }
  });
});

describe('The hash of a folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hash-folder-'));
    mkdirSync(join(folder, 'inner'));
    writeFileSync(join(folder, 'a'), 'one');
    writeFileSync(join(folder, 'inner', 'b'), 'two');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('changes with a content, a name, and where a content ends', () => {
    const hashes = [hashFolder(folder)];
    writeFileSync(join(folder, 'inner', 'b'), 'tw');
    hashes.push(hashFolder(folder));
    writeFileSync(join(folder, 'inner', 'c'), 'o');
    hashes.push(hashFolder(folder));
    rmSync(join(folder, 'inner', 'c'));
    writeFileSync(join(folder, 'inner', 'bc'), 'o');
    hashes.push(hashFolder(folder));
    expect(new Set(hashes).size).to.equal(4);
  });

  it('is the same for the same folder elsewhere', () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'hash-folder-'));
    try {
      mkdirSync(join(elsewhere, 'inner'));
      writeFileSync(join(elsewhere, 'inner', 'b'), 'two');
      writeFileSync(join(elsewhere, 'a'), 'one');
      expect(hashFolder(elsewhere)).to.equal(hashFolder(folder));
    } finally {
      rmSync(elsewhere, { recursive: true });
    }
  });
});
