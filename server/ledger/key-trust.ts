import type { KeyObject } from 'node:crypto';
import type { BookRow } from './tables.ts';
import { rawPublicKey } from './transparency-log/ed25519-key.ts';
import {
  parseVerifierKey,
  signatureTypes,
  type VerifierKey,
  verifierKey,
} from './transparency-log/verifier-key.ts';

/** Which key a book of this origin must be signed with; undefined: none is known. */
export type KeyTrust = (origin: string, book: BookRow) => VerifierKey | undefined;

/** The office's key of this installation, which lies outside the database. */
export function trustSigningKey(key: KeyObject): KeyTrust {
  const publicKey = rawPublicKey(key);
  return (origin) => verifierKey(origin, signatureTypes.ed25519, publicKey);
}

/** Keys handed over by another way. */
export function trustKeys(keys: readonly VerifierKey[]): KeyTrust {
  return (origin) => keys.find(({ name, type }) => name === origin && type === signatureTypes.ed25519);
}

/** The key that the database itself names: shows damage, and not an attacker who signs with a key of their own. */
export const trustBookRow: KeyTrust = (_origin, { vkey }) => parseVerifierKey(vkey);
