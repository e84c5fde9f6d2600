/** Writing so that it is on the disk, or known not to be. */
import { type FileHandle, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Writes all of it at a position: a write may take only a part, and a repeated one must not append twice. */
export async function writeAll(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  let done = 0;
  while (done < bytes.byteLength) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.byteLength - done, position + done);
    done += bytesWritten;
  }
}

/** A new or renamed file is durable only when its folder is. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Writes a file that is either there as a whole or not at all. */
export async function writeFileAtomically(path: string, bytes: Uint8Array): Promise<void> {
  const growing = `${path}.growing`;
  const handle = await open(growing, 'w');
  try {
    await writeAll(handle, bytes, 0);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(growing, path);
  await syncFolder(dirname(path));
}
