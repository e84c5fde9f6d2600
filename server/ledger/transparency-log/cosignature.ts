import { type KeyObject, sign, verify } from 'node:crypto';
import { publicKeyFromRaw, rawPublicKey } from './ed25519-key.ts';
import type { NoteSigner, NoteVerifier } from './signed-note.ts';
import { signatureTypes, type VerifierKey, verifierKey } from './verifier-key.ts';

/** A witness that signs heads at `posixSeconds`, as c2sp.org/tlog-cosignature says for Ed25519. */
export function cosigner(name: string, privateKey: KeyObject, posixSeconds: number): NoteSigner {
  return {
    key: verifierKey(name, signatureTypes.cosignature, rawPublicKey(privateKey)),
    sign(text) {
      const timestamp = Buffer.alloc(8);
      timestamp.writeBigUInt64BE(BigInt(posixSeconds));
      return Buffer.concat([timestamp, sign(null, cosignedMessage(text, BigInt(posixSeconds)), privateKey)]);
    },
  };
}

export function cosignatureVerifier(key: VerifierKey): NoteVerifier {
  const publicKey = publicKeyFromRaw(key.publicKey);
  return {
    key,
    verify(text, signature) {
      if (signature.length !== 72) return false;
      const message = cosignedMessage(text, signature.readBigUInt64BE());
      return verify(null, message, publicKey, signature.subarray(8));
    },
  };
}

/** When a witness signed: seconds since the epoch. */
export function cosignatureTime(signature: Buffer): number {
  return Number(signature.readBigUInt64BE());
}

function cosignedMessage(text: string, posixSeconds: bigint): Buffer {
  return Buffer.from(`cosignature/v1\ntime ${posixSeconds}\n${text}`);
}
