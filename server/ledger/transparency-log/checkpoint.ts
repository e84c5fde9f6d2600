import { decodeBase64 } from './base64.ts';
import { hashSize } from './hash-algorithm.ts';
import { NoteFault, type NoteSignature, type NoteVerifier, openNote } from './signed-note.ts';
import { signatureTypes } from './verifier-key.ts';

/** The head of a tree: c2sp.org/tlog-checkpoint. We write no extension lines and accept those of others. */
export type Checkpoint = { origin: string; size: number; root: Buffer };

/** The text that is signed. */
export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  if (origin === '' || origin.includes('\n')) throw new NoteFault('the origin must be one line');
  return `${origin}\n${size}\n${root.toString('base64')}\n`;
}

/** @throws NoteFault */
export function parseCheckpoint(text: string): Checkpoint {
  const lines = text.split('\n');
  const [origin, size, root, ...rest] = lines;
  const extensions = rest.slice(0, -1);
  if (!origin || size === undefined || root === undefined || rest.at(-1) !== '' || extensions.includes(''))
    throw new NoteFault('not a checkpoint');
  const rootBytes = decodeBase64(root);
  if (!/^(0|[1-9]\d*)$/.test(size) || !Number.isSafeInteger(Number(size)))
    throw new NoteFault('not a tree size');
  if (rootBytes?.length !== hashSize) throw new NoteFault('not a root hash');
  return { origin, size: Number(size), root: rootBytes };
}

/** A checkpoint that the log itself signed; cosignatures of known witnesses are checked as well. @throws NoteFault */
export function openCheckpoint(
  note: string,
  verifiers: readonly NoteVerifier[],
): Checkpoint & { signatures: NoteSignature[] } {
  const { text, signatures } = openNote(note, verifiers);
  if (!signatures.some(({ key }) => key.type === signatureTypes.ed25519))
    throw new NoteFault('signed by witnesses only, not by the log');
  return { ...parseCheckpoint(text), signatures };
}
