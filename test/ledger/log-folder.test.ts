import { generateKeyPairSync } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { formatCheckpoint } from '../../server/ledger/transparency-log/checkpoint.ts';
import { type HashAlgorithm, hashLeaf } from '../../server/ledger/transparency-log/hash-algorithm.ts';
import { appendLeaf, emptyEdge, rootOf } from '../../server/ledger/transparency-log/merkle-edge.ts';
import { ed25519Signer, signNote } from '../../server/ledger/transparency-log/signed-note.ts';
import { createTileBuilder } from '../../server/ledger/transparency-log/tile-builder.ts';
import {
  decodeBundle,
  encodeBundle,
  indexPath,
  tilePath,
} from '../../server/ledger/transparency-log/tile-layout.ts';
import { formatVerifierKey } from '../../server/ledger/transparency-log/verifier-key.ts';
import { verifyLogFolder } from '../../server/ledger/transparency-log/verify-log-folder.ts';
import {
  LogFolderOccupied,
  LogSourceInconsistent,
  writeLogFolder,
} from '../../server/ledger/transparency-log/write-log-folder.ts';

const { privateKey } = generateKeyPairSync('ed25519');
const log = ed25519Signer('visits.example/ledger/baimaoling', privateKey);
const vkey = formatVerifierKey(log.key);
const entryOf = (n: number) => Buffer.from(`{"index":${n}}`);

async function* entriesOf(size: number, hashAlgorithm: HashAlgorithm) {
  let edge = emptyEdge(hashAlgorithm);
  for (let n = 0; n < size; n += 1) {
    edge = appendLeaf(edge, hashLeaf(hashAlgorithm, entryOf(n)));
    yield { entry: entryOf(n), head: headOf(edge) };
  }
}

function headOf(edge: ReturnType<typeof emptyEdge>): string {
  return signNote(formatCheckpoint({ origin: log.key.name, size: edge.size, root: rootOf(edge) }), [log]);
}

function headAt(size: number, hashAlgorithm: HashAlgorithm = 'sha256'): string {
  let edge = emptyEdge(hashAlgorithm);
  for (let n = 0; n < size; n += 1) edge = appendLeaf(edge, hashLeaf(hashAlgorithm, entryOf(n)));
  return headOf(edge);
}

describe('An exported log', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'visits-export-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (size: number, hashAlgorithm: HashAlgorithm = 'sha256') =>
    writeLogFolder(folder, {
      hashAlgorithm,
      checkpoint: headAt(size, hashAlgorithm),
      keys: [vkey],
      entries: entriesOf(size, hashAlgorithm),
    });
  const faultOf = async () => {
    const verdict = await verifyLogFolder(folder);
    return verdict.ok ? undefined : { code: verdict.fault.code, index: verdict.fault.index };
  };
  const edit = (path: string, change: (bytes: Buffer) => Buffer) =>
    writeFileSync(join(folder, path), change(readFileSync(join(folder, path))));
  const changeEntry = (from: string, to: string) => (bundle: Buffer) =>
    encodeBundle(
      decodeBundle(bundle).entries.map((entry) => (entry.toString() === from ? Buffer.from(to) : entry)),
    );

  it('names its tiles as the specification says', () => {
    expect(indexPath(1234067)).to.equal('x001/x234/067');
    expect(indexPath(5)).to.equal('005');
    expect(indexPath(1000)).to.equal('x001/000');
    expect(tilePath({ level: 0, index: 273, width: 112 })).to.equal('tile/0/273.p/112');
    expect(tilePath({ level: 'entries', index: 0, width: 256 })).to.equal('tile/entries/000');
  });

  it('of 70,000 entries has the tiles of the specification’s example, and of 256 those of its other', () => {
    const shape = (size: number) => {
      const builder = createTileBuilder('sha256');
      const leaf = hashLeaf('sha256', Buffer.from('leaf'));
      const tiles = Array.from({ length: size }, () => builder.add(leaf)).flat();
      return [...tiles, ...builder.finish()];
    };
    const large = shape(70_000);
    expect(large.filter(({ level, width }) => level === 0 && width === 256)).to.have.length(273);
    expect(large.filter(({ level, width }) => level === 1 && width === 256)).to.have.length(1);
    expect(large.filter(({ width }) => width < 256).map(tilePath)).to.deep.equal([
      'tile/0/273.p/112',
      'tile/1/001.p/17',
      'tile/2/000.p/1',
    ]);
    expect(shape(256).map(tilePath)).to.deep.equal(['tile/0/000', 'tile/1/000.p/1']);
  });

  it('is written and found in order at every edge of a tile, with either hash', async () => {
    for (const size of [1, 2, 255, 256, 257, 513]) {
      await write(size);
      expect(await verifyLogFolder(folder), `${size}`).to.include({ ok: true, size, origin: log.key.name });
    }
    expect(readdirSync(folder).sort()).to.deep.equal(['checkpoint', 'heads', 'keys.txt', 'tile']);
    await write(300, 'sm3');
    expect(await verifyLogFolder(folder, { hashAlgorithm: 'sm3' })).to.include({ ok: true, size: 300 });
    expect((await verifyLogFolder(folder)).ok).to.equal(false);
  });

  it('is believed for the keys given, not for those that lie in it', async () => {
    await write(3);
    const other = ed25519Signer(log.key.name, generateKeyPairSync('ed25519').privateKey);
    expect(await verifyLogFolder(folder, { keys: [log.key] })).to.include({ ok: true });
    expect(await verifyLogFolder(folder, { keys: [other.key] })).to.have.nested.property(
      'fault.code',
      'head_false',
    );
    rmSync(join(folder, 'keys.txt'));
    expect(await faultOf()).to.deep.equal({ code: 'keys_unreadable', index: null });
    rmSync(join(folder, 'checkpoint'));
    expect(await verifyLogFolder(folder, { keys: [log.key] })).to.have.nested.property(
      'fault.code',
      'head_false',
    );
  });

  it('shows the first entry that was changed, removed, inserted or swapped', async () => {
    const bundle = 'tile/entries/000';
    const reordered = (change: (entries: Buffer[]) => Buffer[]) => (bytes: Buffer) =>
      encodeBundle(change(decodeBundle(bytes).entries));
    for (const [change, index] of [
      [changeEntry('{"index":7}', '{"index":9}'), 7],
      [reordered((entries) => entries.toSpliced(5, 1)), 5],
      [reordered((entries) => entries.toSpliced(8, 0, Buffer.from('made up'))), 8],
      [reordered((entries) => entries.with(3, entries[4] as Buffer).with(4, entries[3] as Buffer)), 3],
      [(bytes: Buffer) => bytes.subarray(0, -1), 255],
    ] as const) {
      await write(300);
      edit(bundle, change);
      expect(await faultOf()).to.have.property('index', index);
    }
    await write(300);
    edit(bundle, (bytes) => Buffer.concat([bytes, Buffer.of(0)]));
    expect(await faultOf()).to.deep.equal({ code: 'bundle_malformed', index: 255 });
    await write(300);
    rmSync(join(folder, 'tile/entries/001.p/44'));
    expect(await faultOf()).to.deep.equal({ code: 'entry_missing', index: 256 });
  });

  it('shows it also when the tiles were made to match, by the head signed after each entry', async () => {
    await write(300);
    edit('tile/entries/000', changeEntry('{"index":7}', '{"index":9}'));
    edit('tile/0/000', (tile) => {
      hashLeaf('sha256', Buffer.from('{"index":9}')).copy(tile, 7 * 32);
      return tile;
    });
    expect(await faultOf()).to.deep.equal({ code: 'entry_changed', index: 7 });
    rmSync(join(folder, 'heads'), { recursive: true });
    expect(await faultOf()).to.deep.equal({ code: 'root_not_signed', index: null });
  });

  it('names a tile that is wrong or missing while the entries are whole', async () => {
    await write(300);
    edit('tile/1/000.p/1', (tile) => tile.fill(0, 4, 5));
    expect(await faultOf()).to.deep.equal({ code: 'tile_wrong', index: null });
    await write(300);
    rmSync(join(folder, 'tile/0/000'));
    expect(await faultOf()).to.deep.equal({ code: 'tile_wrong', index: null });
  });

  it('may have a full tile where the head asks for a partial one', async () => {
    await write(256);
    writeFileSync(join(folder, 'checkpoint'), headAt(200));
    expect(await verifyLogFolder(folder)).to.include({ ok: true, size: 200 });
    renameSync(join(folder, 'heads'), join(folder, 'tile', 'heads'));
    expect(await verifyLogFolder(folder)).to.include({ ok: true, size: 200 });
  });

  it('shows whichever byte of it is changed', async () => {
    await write(260);
    const files = ['checkpoint', 'tile/0/000', 'tile/0/001.p/4', 'tile/1/000.p/1'].concat(
      'tile/entries/000',
      'tile/entries/001.p/4',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (file, at, mask) => {
          const before = readFileSync(join(folder, file));
          edit(file, (bytes) => {
            bytes[at % bytes.length] = (bytes[at % bytes.length] as number) ^ mask;
            return bytes;
          });
          const found = await faultOf();
          writeFileSync(join(folder, file), before);
          expect(found, file).to.not.equal(undefined);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is not written over anything else, and is no export until it is whole', async () => {
    writeFileSync(join(folder, 'letter.txt'), 'keep me');
    expect(await write(3).catch((error) => error)).to.be.instanceOf(LogFolderOccupied);
    expect(statSync(join(folder, 'letter.txt')).size).to.equal(7);
    rmSync(join(folder, 'letter.txt'));
    const source = { hashAlgorithm: 'sha256', keys: [vkey], entries: entriesOf(3, 'sha256') } as const;
    const failure = await writeLogFolder(folder, { ...source, checkpoint: headAt(4) }).catch(
      (error) => error,
    );
    expect(failure).to.be.instanceOf(LogSourceInconsistent);
    expect(existsSync(join(folder, 'checkpoint'))).to.equal(false);
  });
});
