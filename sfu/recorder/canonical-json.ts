/** Canonical JSON (RFC 8785) and the hash that everything here is bound by. */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

export const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

/** Members that are undefined are left out. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('Not a JSON value.');
  return text;
}
