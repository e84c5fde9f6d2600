import { createPrivateKey, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export const signingKeyPath = (dataDir: string) => join(dataDir, 'keys', 'ledger-signing-key.pem');

/**
 * The office's Ed25519 key. It is made at the first start and never replaced: machines that share a database must share
 * this file, and one with a key of its own cannot write in the books.
 */
export async function loadSigningKey(path: string): Promise<KeyObject> {
  return (await readSigningKey(path)) ?? makeSigningKey(path);
}

/** @returns undefined when there is no key yet. */
export async function readSigningKey(path: string): Promise<KeyObject | undefined> {
  try {
    const key = createPrivateKey(await readFile(path));
    if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${path} holds no Ed25519 key`);
    return key;
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function makeSigningKey(path: string): Promise<KeyObject> {
  const { privateKey } = generateKeyPairSync('ed25519');
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomUUID()}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(privateKey.export({ type: 'pkcs8', format: 'pem' }));
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    // A link is made by one of the processes that start together; the others then read that one's key.
    await link(draft, path);
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft);
  }
  return createPrivateKey(await readFile(path));
}
