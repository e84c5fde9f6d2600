import { decodeBase64 } from './base64.ts';
import { emptyRoot, type HashAlgorithm, hashNode, hashSize } from './hash-algorithm.ts';

/**
 * The right edge of an RFC 6962 tree: the roots of its complete subtrees, largest first, one for each 1 in the
 * binary size. It is all that an append or the root needs, so both cost O(log n).
 */
export type Edge = {
  readonly algorithm: HashAlgorithm;
  readonly size: number;
  readonly hashes: readonly Buffer[];
};

export function emptyEdge(algorithm: HashAlgorithm): Edge {
  return { algorithm, size: 0, hashes: [] };
}

export function appendLeaf(edge: Edge, leafHash: Buffer): Edge {
  const hashes = [...edge.hashes];
  let node = leafHash;
  // Each trailing 1 of the size is a complete subtree as large as the one just made: they become one.
  for (let rest = edge.size; rest % 2 === 1; rest = (rest - 1) / 2) {
    node = hashNode(edge.algorithm, hashes.pop() as Buffer, node);
  }
  hashes.push(node);
  return { algorithm: edge.algorithm, size: edge.size + 1, hashes };
}

export function rootOf(edge: Edge): Buffer {
  const last = edge.hashes.at(-1);
  if (last === undefined) return emptyRoot(edge.algorithm);
  return edge.hashes.slice(0, -1).reduceRight((right, left) => hashNode(edge.algorithm, left, right), last);
}

/** The form in which a book's row keeps its edge. */
export function formatEdge(edge: Edge): string {
  return edge.hashes.map((hash) => hash.toString('base64')).join(' ');
}

/** @returns undefined when the text is no edge of a tree of that size. */
export function parseEdge(algorithm: HashAlgorithm, size: number, text: string): Edge | undefined {
  const hashes = text === '' ? [] : text.split(' ').map(decodeBase64);
  if (!hashes.every((hash): hash is Buffer => hash?.length === hashSize)) return undefined;
  return hashes.length === countOnes(size) ? { algorithm, size, hashes } : undefined;
}

function countOnes(size: number): number {
  return size.toString(2).replaceAll('0', '').length;
}
