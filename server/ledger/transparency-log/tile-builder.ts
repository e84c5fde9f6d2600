import type { HashAlgorithm } from './hash-algorithm.ts';
import { appendLeaf, emptyEdge, rootOf } from './merkle-edge.ts';
import { type TileAddress, tileWidth } from './tile-layout.ts';

export type HashTile = TileAddress & { level: number; hashes: Buffer };

/** Makes the tiles of all levels from leaf hashes that arrive in order, holding one tile a level at most. */
export function createTileBuilder(algorithm: HashAlgorithm): {
  /** The tiles that this leaf completes, lowest level first. */
  add(leafHash: Buffer): HashTile[];
  /** The partial tiles of the right edge. */
  finish(): HashTile[];
} {
  const levels: { index: number; hashes: Buffer[] }[] = [];

  function addAt(level: number, hash: Buffer): HashTile[] {
    levels[level] ??= { index: 0, hashes: [] };
    const open = levels[level];
    open.hashes.push(hash);
    if (open.hashes.length < tileWidth) return [];
    const full = tileOf(level, open);
    const root = rootOf(open.hashes.reduce(appendLeaf, emptyEdge(algorithm)));
    levels[level] = { index: open.index + 1, hashes: [] };
    return [full, ...addAt(level + 1, root)];
  }

  return {
    add: (leafHash) => addAt(0, leafHash),
    finish: () => levels.flatMap((open, level) => (open.hashes.length === 0 ? [] : [tileOf(level, open)])),
  };
}

function tileOf(level: number, { index, hashes }: { index: number; hashes: Buffer[] }): HashTile {
  return { level, index, width: hashes.length, hashes: Buffer.concat(hashes) };
}
