import { emptyRoot, type HashAlgorithm, hashNode } from './hash-algorithm.ts';

/** MTH(D[n]) of RFC 6962, section 2.1, as it is written there. */
export function rootOfLeaves(algorithm: HashAlgorithm, leaves: readonly Buffer[]): Buffer {
  const [only] = leaves;
  if (only === undefined) return emptyRoot(algorithm);
  if (leaves.length === 1) return only;
  const split = splitPoint(leaves.length);
  return hashNode(
    algorithm,
    rootOfLeaves(algorithm, leaves.slice(0, split)),
    rootOfLeaves(algorithm, leaves.slice(split)),
  );
}

/** PATH(m, D[n]) of RFC 6962, section 2.1.1: from the leaf's sibling up to the root's child. */
export function inclusionProof(algorithm: HashAlgorithm, leaves: readonly Buffer[], index: number): Buffer[] {
  if (index < 0 || index >= leaves.length) throw new RangeError(`no leaf ${index} in ${leaves.length}`);
  if (leaves.length === 1) return [];
  const split = splitPoint(leaves.length);
  const left = leaves.slice(0, split);
  const right = leaves.slice(split);
  return index < split
    ? [...inclusionProof(algorithm, left, index), rootOfLeaves(algorithm, right)]
    : [...inclusionProof(algorithm, right, index - split), rootOfLeaves(algorithm, left)];
}

/** PROOF(m, D[n]) of RFC 6962, section 2.1.2: that the tree of the first `oldSize` leaves is a prefix of this one. */
export function consistencyProof(
  algorithm: HashAlgorithm,
  leaves: readonly Buffer[],
  oldSize: number,
): Buffer[] {
  if (oldSize < 0 || oldSize > leaves.length)
    throw new RangeError(`no tree of ${oldSize} in ${leaves.length}`);
  return oldSize === 0 ? [] : subproof(algorithm, leaves, oldSize, true);
}

/** SUBPROOF(m, D[n], b); `known` is b: the verifier has the root of this subtree already. */
function subproof(
  algorithm: HashAlgorithm,
  leaves: readonly Buffer[],
  oldSize: number,
  known: boolean,
): Buffer[] {
  if (oldSize === leaves.length) return known ? [] : [rootOfLeaves(algorithm, leaves)];
  const split = splitPoint(leaves.length);
  const left = leaves.slice(0, split);
  const right = leaves.slice(split);
  return oldSize <= split
    ? [...subproof(algorithm, left, oldSize, known), rootOfLeaves(algorithm, right)]
    : [...subproof(algorithm, right, oldSize - split, false), rootOfLeaves(algorithm, left)];
}

/** The largest power of two smaller than `size`. */
function splitPoint(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}
