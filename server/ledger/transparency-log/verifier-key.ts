import { createHash } from 'node:crypto';
import { decodeBase64 } from './base64.ts';

/** Signature types of c2sp.org/signed-note that this log uses. */
export const signatureTypes = { ed25519: 1, cosignature: 4 } as const;
export type SignatureType = (typeof signatureTypes)[keyof typeof signatureTypes];

/** A public key of the signed-note format ("vkey"). */
export type VerifierKey = {
  name: string;
  /** Eight lowercase hexadecimal digits. */
  keyId: string;
  type: SignatureType;
  /** 32 bytes, as RFC 8032 encodes them. */
  publicKey: Buffer;
};

export function verifierKey(name: string, type: SignatureType, publicKey: Buffer): VerifierKey {
  if (!isKeyName(name)) throw new Error(`not a key name: ${JSON.stringify(name)}`);
  const digest = createHash('sha256').update(`${name}\n`).update(Buffer.of(type)).update(publicKey).digest();
  return { name, keyId: digest.subarray(0, 4).toString('hex'), type, publicKey };
}

/** `<name>+<key id>+<base64 of type and key>` */
export function formatVerifierKey(key: VerifierKey): string {
  const material = Buffer.concat([Buffer.of(key.type), key.publicKey]).toString('base64');
  return `${key.name}+${key.keyId}+${material}`;
}

/** @returns undefined when the text is no vkey of a type that we know, or its key id is not the key's. */
export function parseVerifierKey(text: string): VerifierKey | undefined {
  // Names have no plus, base64 may have: only the first two divide.
  const [, name, keyId, encoded] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? [];
  if (name === undefined || encoded === undefined || !isKeyName(name)) return undefined;
  const material = decodeBase64(encoded);
  const type = Object.values(signatureTypes).find((known) => known === material?.[0]);
  if (material === undefined || type === undefined || material.length !== 33) return undefined;
  const key = verifierKey(name, type, material.subarray(1));
  return key.keyId === keyId ? key : undefined;
}

/** Non-empty, without Unicode spaces or plus signs. */
export function isKeyName(name: string): boolean {
  return name !== '' && !/[\p{White_Space}+]/u.test(name);
}
