import { expect } from 'chai';
import fc from 'fast-check';
import {
  type HashAlgorithm,
  hashAlgorithms,
  hashLeaf,
} from '../../server/ledger/transparency-log/hash-algorithm.ts';
import {
  appendLeaf,
  emptyEdge,
  formatEdge,
  parseEdge,
  rootOf,
} from '../../server/ledger/transparency-log/merkle-edge.ts';
import {
  consistencyProof,
  inclusionProof,
  rootOfLeaves,
} from '../../server/ledger/transparency-log/merkle-proof.ts';
import {
  verifyConsistency,
  verifyInclusion,
} from '../../server/ledger/transparency-log/verify-merkle-proof.ts';

/** The vectors of google/certificate-transparency, merkletree/merkle_tree_test.cc. */
const entries = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const inclusions = [
  { index: 0, size: 1, proof: [] },
  {
    index: 0,
    size: 8,
    proof: [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  },
  {
    index: 5,
    size: 8,
    proof: [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  },
  { index: 2, size: 3, proof: ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'] },
  {
    index: 1,
    size: 5,
    proof: [
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  },
];
const consistencies = [
  { oldSize: 1, newSize: 1, proof: [] },
  {
    oldSize: 1,
    newSize: 8,
    proof: [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  },
  {
    oldSize: 6,
    newSize: 8,
    proof: [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  },
  {
    oldSize: 2,
    newSize: 5,
    proof: [
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  },
];
const fromHex = (text: string) => Buffer.from(text, 'hex');
const toHex = (bytes: Buffer) => bytes.toString('hex');
const knownLeaves = entries.map((entry) => hashLeaf('sha256', fromHex(entry)));

/** Distinct leaves, as many as asked for. */
function leavesOf(algorithm: HashAlgorithm, size: number): Buffer[] {
  return Array.from({ length: size }, (_, n) => hashLeaf(algorithm, Buffer.from(`entry ${n}`)));
}
const edgeOf = (algorithm: HashAlgorithm, leaves: readonly Buffer[]) =>
  leaves.reduce(appendLeaf, emptyEdge(algorithm));
const aTree = fc.record({
  algorithm: fc.constantFrom(...hashAlgorithms),
  size: fc.integer({ min: 1, max: 300 }),
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  flip: fc.nat(),
});

describe('The Merkle tree of a book', () => {
  it('has the roots of RFC 6962 trees', () => {
    for (const [size, root] of roots.entries()) {
      const leaves = knownLeaves.slice(0, size);
      expect(toHex(rootOf(edgeOf('sha256', leaves)))).to.equal(root);
      expect(toHex(rootOfLeaves('sha256', leaves))).to.equal(root);
    }
  });

  it('gives the inclusion proofs of RFC 6962', () => {
    for (const { index, size, proof } of inclusions)
      expect(inclusionProof('sha256', knownLeaves.slice(0, size), index).map(toHex)).to.deep.equal(proof);
  });

  it('gives the consistency proofs of RFC 6962', () => {
    for (const { oldSize, newSize, proof } of consistencies)
      expect(consistencyProof('sha256', knownLeaves.slice(0, newSize), oldSize).map(toHex)).to.deep.equal(
        proof,
      );
  });

  it('has the same root whether it is appended to or computed anew, with either hash', () => {
    fc.assert(
      fc.property(aTree, ({ algorithm, size }) => {
        const leaves = leavesOf(algorithm, size);
        const edge = edgeOf(algorithm, leaves);
        expect(rootOf(edge)).to.deep.equal(rootOfLeaves(algorithm, leaves));
        expect(parseEdge(algorithm, size, formatEdge(edge))).to.deep.equal(edge);
        expect(parseEdge(algorithm, size * 2 + 1, formatEdge(edge))).to.equal(undefined);
      }),
    );
  });

  it('proves every entry, and nothing else', () => {
    fc.assert(
      fc.property(aTree, ({ algorithm, size, at, flip }) => {
        const leaves = leavesOf(algorithm, size);
        const index = Math.floor(at * size);
        const leafHash = leaves[index] as Buffer;
        const proof = inclusionProof(algorithm, leaves, index);
        const claim = { leafHash, index, size, root: rootOfLeaves(algorithm, leaves), proof };
        expect(verifyInclusion(algorithm, claim)).to.equal(true);
        expect(verifyInclusion(algorithm, { ...claim, leafHash: flipped(leafHash, flip) })).to.equal(false);
        expect(verifyInclusion(algorithm, { ...claim, index: (index + 1) % size })).to.equal(size === 1);
        expect(verifyInclusion(algorithm, { ...claim, index: index + size })).to.equal(false);
        expect(verifyInclusion(algorithm, { ...claim, proof: [...proof, leafHash] })).to.equal(false);
        for (const n of proof.keys()) {
          const other = proof.map((hash, m) => (m === n ? flipped(hash, flip) : hash));
          expect(verifyInclusion(algorithm, { ...claim, proof: other })).to.equal(false);
        }
      }),
    );
  });

  it('proves that it extends every earlier tree, and no other', () => {
    fc.assert(
      fc.property(aTree, ({ algorithm, size, at, flip }) => {
        const leaves = leavesOf(algorithm, size);
        const oldSize = Math.floor(at * (size + 1));
        const proof = consistencyProof(algorithm, leaves, oldSize);
        const oldRoot = rootOfLeaves(algorithm, leaves.slice(0, oldSize));
        const newRoot = rootOfLeaves(algorithm, leaves);
        const claim = { oldSize, oldRoot, newSize: size, newRoot, proof };
        expect(verifyConsistency(algorithm, claim)).to.equal(true);
        expect(verifyConsistency(algorithm, { ...claim, oldRoot: flipped(oldRoot, flip) })).to.equal(false);
        expect(verifyConsistency(algorithm, { ...claim, proof: [...proof, oldRoot] })).to.equal(false);
        if (oldSize > 0)
          expect(verifyConsistency(algorithm, { ...claim, newRoot: flipped(newRoot, flip) })).to.equal(false);
        for (const n of proof.keys()) {
          const other = proof.map((hash, m) => (m === n ? flipped(hash, flip) : hash));
          expect(verifyConsistency(algorithm, { ...claim, proof: other })).to.equal(false);
        }
      }),
    );
  });
});

function flipped(hash: Buffer, where: number): Buffer {
  const copy = Buffer.from(hash);
  const bit = where % 256;
  copy[bit >> 3] = (copy[bit >> 3] as number) ^ (1 << (bit & 7));
  return copy;
}
