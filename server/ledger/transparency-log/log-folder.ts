import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { indexPath, type TileAddress, tilePath, tileWidth } from './tile-layout.ts';

/**
 * What lies in an exported log. `checkpoint` and `tile/` are those of c2sp.org/tlog-tiles. `keys.txt` has the vkeys.
 * `heads/` is ours and may be absent: the signed head after each entry, bundled like entries, which is what lets a
 * verifier name the first entry that was changed when tiles and entries were changed together.
 */
export const logFolderNames = { checkpoint: 'checkpoint', keys: 'keys.txt', tiles: 'tile', heads: 'heads' };

export function headsPath({ index, width }: { index: number; width: number }): string {
  return `${logFolderNames.heads}/${indexPath(index)}${width === tileWidth ? '' : `.p/${width}`}`;
}

/** @returns undefined when there is no such file. */
export async function readIfThere(directory: string, path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(join(directory, path));
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** A tile or bundle; a log may have replaced a partial one by the full one, whose beginning it then is. */
export async function readTile(
  directory: string,
  address: TileAddress,
): Promise<{ bytes: Buffer; width: number } | undefined> {
  for (const width of [address.width, tileWidth]) {
    const bytes = await readIfThere(directory, tilePath({ ...address, width }));
    if (bytes !== undefined) return { bytes, width };
  }
  return undefined;
}
