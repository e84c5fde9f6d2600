import { openCheckpoint } from './checkpoint.ts';
import { type HashAlgorithm, hashLeaf, hashSize } from './hash-algorithm.ts';
import { headsPath, logFolderNames, readIfThere, readTile } from './log-folder.ts';
import { appendLeaf, emptyEdge, rootOf } from './merkle-edge.ts';
import { noteVerifier, parseKeyList } from './note-verifier.ts';
import { NoteFault, type NoteVerifier } from './signed-note.ts';
import { createTileBuilder } from './tile-builder.ts';
import { decodeBundle, tilePath, widthsOf } from './tile-layout.ts';
import { formatVerifierKey, type VerifierKey } from './verifier-key.ts';

export type LogFolderFault =
  | { code: 'keys_unreadable' | 'head_false'; index: null; detail: string }
  | { code: 'entry_changed' | 'entry_missing' | 'bundle_malformed'; index: number; detail: string }
  | { code: 'tile_wrong' | 'root_not_signed'; index: null; detail: string };

export type LogFolderVerdict =
  | { ok: true; origin: string; size: number; root: Buffer; signedBy: string[] }
  | { ok: false; origin: string | null; fault: LogFolderFault };

/**
 * Rebuilds an exported log from its raw entries and compares it with the signed head. Nothing in the folder is believed
 * but what a key vouches for: one of `keys`, or of the folder's own `keys.txt` when none are given.
 */
export async function verifyLogFolder(
  directory: string,
  { keys, hashAlgorithm = 'sha256' }: { keys?: readonly VerifierKey[]; hashAlgorithm?: HashAlgorithm } = {},
): Promise<LogFolderVerdict> {
  const verifiers = await readVerifiers(directory, keys);
  if (!Array.isArray(verifiers)) return { ok: false, origin: null, fault: verifiers };
  const head = await readHead(directory, verifiers);
  if ('code' in head) return { ok: false, origin: null, fault: head };
  const fault = await findFault(directory, { ...head, hashAlgorithm, verifiers });
  if (fault !== undefined) return { ok: false, origin: head.origin, fault };
  const signedBy = head.signatures.map(({ key }) => formatVerifierKey(key));
  return { ok: true, origin: head.origin, size: head.size, root: head.root, signedBy };
}

async function readVerifiers(
  directory: string,
  keys: readonly VerifierKey[] | undefined,
): Promise<NoteVerifier[] | LogFolderFault> {
  if (keys !== undefined) return keys.map(noteVerifier);
  const text = await readIfThere(directory, logFolderNames.keys);
  try {
    if (text === undefined) throw new Error(`no ${logFolderNames.keys}`);
    return parseKeyList(text.toString()).map(noteVerifier);
  } catch (error) {
    return { code: 'keys_unreadable', index: null, detail: (error as Error).message };
  }
}

async function readHead(
  directory: string,
  verifiers: readonly NoteVerifier[],
): Promise<ReturnType<typeof openCheckpoint> | LogFolderFault> {
  const note = await readIfThere(directory, logFolderNames.checkpoint);
  if (note === undefined)
    return { code: 'head_false', index: null, detail: `no file ${logFolderNames.checkpoint}` };
  try {
    return openCheckpoint(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(note), verifiers);
  } catch (error) {
    if (error instanceof NoteFault || error instanceof TypeError)
      return { code: 'head_false', index: null, detail: error.message };
    throw error;
  }
}

type Log = { size: number; root: Buffer; hashAlgorithm: HashAlgorithm; verifiers: readonly NoteVerifier[] };

async function findFault(directory: string, log: Log): Promise<LogFolderFault | undefined> {
  const tiled = await readLeafTiles(directory, log.size);
  const { hashes, malformedAt } = await hashEntries(directory, log);
  // Either the leaf tiles or the entries may be what was changed: the signed root says which is right.
  const leaves = [tiled, hashes].find((candidate) => isSigned(candidate, log));
  if (leaves === undefined) return locateByHeads(directory, log, hashes);

  const wrong = firstDifference(hashes, leaves);
  if (wrong !== undefined) return entryFault(wrong, hashes);
  if (malformedAt !== undefined)
    return { code: 'bundle_malformed', index: malformedAt, detail: 'bytes that belong to no entry' };
  return findWrongTile(directory, log, leaves);
}

/** The leaf hashes as the tiles tell them, up to the first tile that is not there. */
async function readLeafTiles(directory: string, size: number): Promise<Buffer[]> {
  const leaves: Buffer[] = [];
  for (const address of widthsOf(size)) {
    const tile = await readTile(directory, { level: 0, ...address });
    if (tile === undefined || tile.bytes.length < address.width * hashSize) break;
    for (let n = 0; n < address.width; n += 1)
      leaves.push(tile.bytes.subarray(n * hashSize, (n + 1) * hashSize));
  }
  return leaves;
}

/** Hashes the entries up to the first that is not there, and notes where a bundle has more than entries. */
async function hashEntries(
  directory: string,
  { size, hashAlgorithm }: Log,
): Promise<{ hashes: Buffer[]; malformedAt: number | undefined }> {
  const hashes: Buffer[] = [];
  let malformedAt: number | undefined;
  for (const address of widthsOf(size)) {
    const bundle = await readTile(directory, { level: 'entries', ...address });
    if (bundle === undefined) break;
    const { entries, rest } = decodeBundle(bundle.bytes);
    const wanted = entries.slice(0, address.width);
    for (const entry of wanted) hashes.push(hashLeaf(hashAlgorithm, entry));
    if (wanted.length < address.width) break;
    if (rest > 0 || entries.length > bundle.width) malformedAt ??= hashes.length - 1;
  }
  return { hashes, malformedAt };
}

function isSigned(leaves: readonly Buffer[], { size, root, hashAlgorithm }: Log): boolean {
  return leaves.length === size && rootOf(leaves.reduce(appendLeaf, emptyEdge(hashAlgorithm))).equals(root);
}

function firstDifference(hashes: readonly Buffer[], leaves: readonly Buffer[]): number | undefined {
  const index = leaves.findIndex((leaf, n) => hashes[n] === undefined || !hashes[n].equals(leaf));
  return index < 0 ? undefined : index;
}

function entryFault(index: number, hashes: readonly Buffer[]): LogFolderFault {
  return index < hashes.length
    ? { code: 'entry_changed', index, detail: 'not what was signed' }
    : { code: 'entry_missing', index, detail: 'not in the export' };
}

async function findWrongTile(
  directory: string,
  { hashAlgorithm }: Log,
  leaves: readonly Buffer[],
): Promise<LogFolderFault | undefined> {
  const builder = createTileBuilder(hashAlgorithm);
  const tiles = [...leaves.flatMap((leaf) => builder.add(leaf)), ...builder.finish()];
  for (const tile of tiles) {
    const found = await readTile(directory, tile);
    const good =
      found?.bytes.length === (found?.width ?? 0) * hashSize &&
      found.bytes.subarray(0, tile.hashes.length).equals(tile.hashes);
    if (!good) return { code: 'tile_wrong', index: null, detail: tilePath(tile) };
  }
  return undefined;
}

/** Entries and tiles both differ from what was signed: the head signed after each entry tells where that begins. */
async function locateByHeads(
  directory: string,
  { size, hashAlgorithm, verifiers }: Log,
  hashes: readonly Buffer[],
): Promise<LogFolderFault> {
  let edge = emptyEdge(hashAlgorithm);
  for (const address of widthsOf(size)) {
    const bundle = await readIfThere(directory, headsPath(address));
    if (bundle === undefined) break;
    for (const head of decodeBundle(bundle).entries.slice(0, address.width)) {
      const leaf = hashes[edge.size];
      if (leaf === undefined) return entryFault(edge.size, hashes);
      edge = appendLeaf(edge, leaf);
      if (!isHeadOf(head.toString(), edge, verifiers)) return entryFault(edge.size - 1, hashes);
    }
  }
  return { code: 'root_not_signed', index: null, detail: 'the entries are not those of the signed head' };
}

function isHeadOf(
  note: string,
  edge: ReturnType<typeof emptyEdge>,
  verifiers: readonly NoteVerifier[],
): boolean {
  try {
    const { size, root } = openCheckpoint(note, verifiers);
    return size === edge.size && root.equals(rootOf(edge));
  } catch (error) {
    if (error instanceof NoteFault) return false;
    throw error;
  }
}
