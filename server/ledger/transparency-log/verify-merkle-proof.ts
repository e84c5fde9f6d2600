import { emptyRoot, type HashAlgorithm, hashNode } from './hash-algorithm.ts';

export type InclusionClaim = {
  leafHash: Buffer;
  index: number;
  size: number;
  root: Buffer;
  proof: readonly Buffer[];
};

/** RFC 9162, section 2.1.3.2 (the trees of RFC 6962, with the verification written out). */
export function verifyInclusion(algorithm: HashAlgorithm, claim: InclusionClaim): boolean {
  if (claim.index < 0 || claim.index >= claim.size) return false;
  let fn = claim.index;
  let sn = claim.size - 1;
  let node = claim.leafHash;
  for (const sibling of claim.proof) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      node = hashNode(algorithm, sibling, node);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      node = hashNode(algorithm, node, sibling);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && node.equals(claim.root);
}

export type ConsistencyClaim = {
  oldSize: number;
  oldRoot: Buffer;
  newSize: number;
  newRoot: Buffer;
  proof: readonly Buffer[];
};

/** RFC 9162, section 2.1.4.2; a tree of no leaves is a prefix of every tree. */
export function verifyConsistency(algorithm: HashAlgorithm, claim: ConsistencyClaim): boolean {
  const { oldSize, oldRoot, newSize, newRoot } = claim;
  if (oldSize > newSize) return false;
  if (oldSize === newSize) return claim.proof.length === 0 && oldRoot.equals(newRoot);
  if (oldSize === 0) return claim.proof.length === 0 && oldRoot.equals(emptyRoot(algorithm));

  const path = isPowerOfTwo(oldSize) ? [oldRoot, ...claim.proof] : [...claim.proof];
  const first = path.shift();
  if (first === undefined) return false;
  let fn = oldSize - 1;
  let sn = newSize - 1;
  while (fn % 2 === 1) [fn, sn] = [half(fn), half(sn)];
  let oldNode = first;
  let newNode = first;
  for (const sibling of path) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      oldNode = hashNode(algorithm, sibling, oldNode);
      newNode = hashNode(algorithm, sibling, newNode);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      newNode = hashNode(algorithm, newNode, sibling);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && oldNode.equals(oldRoot) && newNode.equals(newRoot);
}

/** Sizes may pass 2^31, where the bit operators of the language end. */
function half(n: number): number {
  return Math.floor(n / 2);
}

function isPowerOfTwo(n: number): boolean {
  return Number.isInteger(Math.log2(n));
}
