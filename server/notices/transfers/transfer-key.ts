import { createHash, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { join } from 'node:path';
import { loadSigningKey } from '../../ledger/index.ts';

/** A key of its own: what is handed to the government's network is signed by nothing that signs the books. */
const transferKeyPath = (dataDir: string) => join(dataDir, 'keys', 'sms-transfer-signing-key.pem');

export type TransferKey = { privateKey: KeyObject; publicPem: string; fingerprint: string };

/** The office's key for transfers, made at the first use. Machines that share a database share this file, too. */
export function loadTransferKey(dataDir: string): TransferKey {
  const privateKey = loadSigningKey(transferKeyPath(dataDir));
  const publicPem = String(createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }));
  return { privateKey, publicPem, fingerprint: fingerprintOf(publicPem) };
}

/** SHA-256 of the key, to be compared over the telephone when the gateway is given the key. */
export function fingerprintOf(publicPem: string): string {
  const der = createPublicKey(publicPem).export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(der).digest('hex');
}

/** Detached, over the very bytes: `openssl pkeyutl -verify -rawin` checks it. */
export const signFile = ({ privateKey }: TransferKey, bytes: Buffer): Buffer => sign(null, bytes, privateKey);
