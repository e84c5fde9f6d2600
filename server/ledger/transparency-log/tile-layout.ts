/** Names and sizes of c2sp.org/tlog-tiles, and nothing else: where a tile lies, and how entries are bundled. */

/** Hashes in a full tile, entries in a full bundle. */
export const tileWidth = 256;

/** A length is two bytes. */
export const largestEntry = 65_535;

/** A level of the tree, or what lies beside the tiles in bundles of the same widths. */
export type TileLevel = number | 'entries';

export type TileAddress = { level: TileLevel; index: number; width: number };

/** `tile/0/x001/x234/067`, and `tile/0/000.p/5` while the tile is partial. */
export function tilePath({ level, index, width }: TileAddress): string {
  const partial = width === tileWidth ? '' : `.p/${width}`;
  return `tile/${level}/${indexPath(index)}${partial}`;
}

/** Groups of three digits; all but the last begin with an x, so that no file has the name of a folder. */
export function indexPath(index: number): string {
  const digits = String(index);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
  const groups = padded.match(/\d{3}/g) ?? [];
  return groups.map((group, n) => (n === groups.length - 1 ? group : `x${group}`)).join('/');
}

/** The widths of the bundles or leaf tiles that hold `size` entries: full ones, then perhaps a partial one. */
export function* widthsOf(size: number): Generator<{ index: number; width: number }> {
  for (let start = 0; start < size; start += tileWidth) {
    yield { index: start / tileWidth, width: Math.min(tileWidth, size - start) };
  }
}

/** Each entry behind its length. */
export function encodeBundle(entries: readonly Uint8Array[]): Buffer {
  return Buffer.concat(
    entries.flatMap((entry) => {
      if (entry.length > largestEntry)
        throw new RangeError(`an entry of ${entry.length} bytes fits no bundle`);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(entry.length);
      return [length, entry];
    }),
  );
}

/** The entries as far as they are whole; `rest` counts the bytes that belong to none, 0 in a good bundle. */
export function decodeBundle(bundle: Buffer): { entries: Buffer[]; rest: number } {
  const entries: Buffer[] = [];
  let offset = 0;
  while (offset + 2 <= bundle.length) {
    const end = offset + 2 + bundle.readUInt16BE(offset);
    if (end > bundle.length) break;
    entries.push(bundle.subarray(offset + 2, end));
    offset = end;
  }
  return { entries, rest: bundle.length - offset };
}
