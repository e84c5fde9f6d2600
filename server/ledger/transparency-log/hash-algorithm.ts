import { createHash } from 'node:crypto';

/** Hashes a book may be founded with. The C2SP formats say SHA-256; SM3 keeps the formats and changes the hash only. */
export const hashAlgorithms = ['sha256', 'sm3'] as const;
export type HashAlgorithm = (typeof hashAlgorithms)[number];

/** Both algorithms give 32 bytes, which the tile format relies on. */
export const hashSize = 32;

const leafPrefix = Buffer.of(0);
const nodePrefix = Buffer.of(1);

/** RFC 6962, section 2.1: MTH({d}) = HASH(0x00 || d). */
export function hashLeaf(algorithm: HashAlgorithm, entry: Uint8Array): Buffer {
  return createHash(algorithm).update(leafPrefix).update(entry).digest();
}

/** RFC 6962, section 2.1: HASH(0x01 || left || right). */
export function hashNode(algorithm: HashAlgorithm, left: Uint8Array, right: Uint8Array): Buffer {
  return createHash(algorithm).update(nodePrefix).update(left).update(right).digest();
}

/** RFC 6962, section 2.1: the root of the empty tree is the hash of nothing. */
export function emptyRoot(algorithm: HashAlgorithm): Buffer {
  return createHash(algorithm).digest();
}
