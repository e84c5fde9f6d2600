import { mkdir, open, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseCheckpoint } from './checkpoint.ts';
import { type HashAlgorithm, hashLeaf } from './hash-algorithm.ts';
import { headsPath, logFolderNames } from './log-folder.ts';
import { appendLeaf, emptyEdge, rootOf } from './merkle-edge.ts';
import { splitNote } from './signed-note.ts';
import { createTileBuilder, type HashTile } from './tile-builder.ts';
import { encodeBundle, tilePath, tileWidth } from './tile-layout.ts';

export type LogSource = {
  hashAlgorithm: HashAlgorithm;
  /** The signed head of exactly the entries given. */
  checkpoint: string;
  /** The public keys, as vkeys, that `checkpoint` is signed with. */
  keys: readonly string[];
  entries: AsyncIterable<{ entry: Uint8Array; head: string }>;
};

/** The folder holds something that is no export. */
export class LogFolderOccupied extends Error {}

/** The entries are not those that the head was signed for; nothing that looks like a complete export is left. */
export class LogSourceInconsistent extends Error {}

/**
 * Writes a log as a tlog-tiles folder, replacing an earlier export in the same place. `checkpoint` is written last, so a
 * folder that has one is complete. @throws LogFolderOccupied, LogSourceInconsistent
 */
export async function writeLogFolder(directory: string, source: LogSource): Promise<void> {
  await clearForExport(directory);
  const tiles = createTileBuilder(source.hashAlgorithm);
  let edge = emptyEdge(source.hashAlgorithm);
  let bundle: { entry: Uint8Array; head: string }[] = [];

  for await (const item of source.entries) {
    const leafHash = hashLeaf(source.hashAlgorithm, item.entry);
    edge = appendLeaf(edge, leafHash);
    bundle.push(item);
    if (bundle.length === tileWidth) {
      await writeBundle(directory, edge.size, bundle);
      bundle = [];
    }
    await writeTiles(directory, tiles.add(leafHash));
  }
  if (bundle.length > 0) await writeBundle(directory, edge.size, bundle);
  await writeTiles(directory, tiles.finish());

  const head = parseCheckpoint(splitNote(source.checkpoint).text);
  if (head.size !== edge.size || !head.root.equals(rootOf(edge)))
    throw new LogSourceInconsistent(`the ${edge.size} entries are not those of the signed head`);
  await writeFileWithFolders(directory, logFolderNames.keys, source.keys.map((key) => `${key}\n`).join(''));
  await writeFileWithFolders(directory, logFolderNames.checkpoint, source.checkpoint);
  await flushFolder(directory);
}

async function clearForExport(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  const names: readonly string[] = Object.values(logFolderNames);
  const stranger = (await readdir(directory)).find((name) => !names.includes(name));
  if (stranger !== undefined)
    throw new LogFolderOccupied(`${directory} holds ${stranger}, which is no part of an export`);
  // The checkpoint goes first, as it comes last: without it the folder is no export.
  for (const name of names) await rm(join(directory, name), { recursive: true, force: true });
}

async function writeBundle(
  directory: string,
  sizeAfter: number,
  items: readonly { entry: Uint8Array; head: string }[],
): Promise<void> {
  const address = { index: Math.ceil(sizeAfter / tileWidth) - 1, width: items.length };
  const entries = encodeBundle(items.map(({ entry }) => entry));
  await writeFileWithFolders(directory, tilePath({ level: 'entries', ...address }), entries);
  const heads = encodeBundle(items.map(({ head }) => Buffer.from(head)));
  await writeFileWithFolders(directory, headsPath(address), heads);
}

async function writeTiles(directory: string, tiles: readonly HashTile[]): Promise<void> {
  for (const tile of tiles) await writeFileWithFolders(directory, tilePath(tile), tile.hashes);
}

async function writeFileWithFolders(
  directory: string,
  path: string,
  content: string | Uint8Array,
): Promise<void> {
  const file = join(directory, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content, { flush: true });
}

async function flushFolder(directory: string): Promise<void> {
  const folder = await open(directory);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
