import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { readOrMakeKeyFile } from './key-file.ts';

/** Keeps personal data unreadable to whoever has only the database or the disk. */
export type Sealing = {
  /** AES-256-GCM. `purpose` is bound in: what was sealed for one purpose does not open for another. */
  seal(purpose: string, plain: Buffer): Buffer;
  /** @throws when the bytes were changed or belong to another purpose or key */
  unseal(purpose: string, sealed: Buffer): Buffer;
  sealText(purpose: string, plain: string): string;
  unsealText(purpose: string, sealed: string): string;
  /** Keyed hash in hexadecimal: finds the same value again without being able to read it. */
  index(purpose: string, value: string): string;
};

const ivBytes = 12;
const tagBytes = 16;

/** Opens the key file (32 random bytes, made once) that everything personal is sealed with. */
export function openSealing(keyFile: string): Sealing {
  const master = readOrMakeKeyFile(keyFile, () => randomBytes(32));
  if (master.length !== 32) throw new Error(`${keyFile} is not a key of 32 bytes`);
  const derive = (label: string) => Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), label, 32));
  const sealKey = derive('seal');
  const indexKey = derive('index');

  const seal = (purpose: string, plain: Buffer): Buffer => {
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv('aes-256-gcm', sealKey, iv).setAAD(Buffer.from(purpose));
    const body = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), body]);
  };
  const unseal = (purpose: string, sealed: Buffer): Buffer => {
    const decipher = createDecipheriv('aes-256-gcm', sealKey, sealed.subarray(0, ivBytes))
      .setAAD(Buffer.from(purpose))
      .setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes));
    return Buffer.concat([decipher.update(sealed.subarray(ivBytes + tagBytes)), decipher.final()]);
  };
  return {
    seal,
    unseal,
    sealText: (purpose, plain) => seal(purpose, Buffer.from(plain)).toString('base64'),
    unsealText: (purpose, sealed) => unseal(purpose, Buffer.from(sealed, 'base64')).toString(),
    index: (purpose, value) => createHmac('sha256', indexKey).update(`${purpose}\n${value}`).digest('hex'),
  };
}
