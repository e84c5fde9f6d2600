import { createHmac } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { JsonObject } from './schema.ts';

/**
 * A commitment to a person's identity data of this moment, to stand in an entry. It tells nothing without the salt, which
 * is kept with the person and goes with a lawful erasure; every proof stays whole. The salt has to be random and 32 bytes
 * long: identity numbers are few enough to try them all.
 */
export function commitToIdentity(salt: Uint8Array, identity: JsonObject): string {
  if (salt.length < 32) throw new RangeError('a salt for a commitment has at least 32 bytes');
  return createHmac('sha256', salt)
    .update(canonicalize(identity) ?? '')
    .digest('base64');
}
