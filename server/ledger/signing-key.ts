import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readOrMakeKeyFile } from '../secrets/index.ts';

export const signingKeyPath = (dataDir: string) => join(dataDir, 'keys', 'ledger-signing-key.pem');

/**
 * The office's Ed25519 key. It is made at the first start and never replaced: machines that share a database must share
 * this file, and one with a key of its own cannot write in the books.
 */
export function loadSigningKey(path: string): KeyObject {
  return ed25519KeyOf(readOrMakeKeyFile(path, makeKey), path);
}

/** @returns undefined when there is no key yet. */
export async function readSigningKey(path: string): Promise<KeyObject | undefined> {
  try {
    return ed25519KeyOf(await readFile(path), path);
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return undefined;
    throw error;
  }
}

function makeKey(): Buffer {
  const { privateKey } = generateKeyPairSync('ed25519');
  return Buffer.from(privateKey.export({ type: 'pkcs8', format: 'pem' }));
}

function ed25519KeyOf(pem: Buffer, path: string): KeyObject {
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${path} holds no Ed25519 key`);
  return key;
}
