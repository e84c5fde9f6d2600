import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Foundation } from '../foundation.ts';

export type DocumentPlace = { applicationId: string; documentId: string };

/** Ids that this system made itself: no part of a path ever comes from a request. */
function pathOf(dataDir: string, { applicationId, documentId }: DocumentPlace): string {
  return join(dataDir, 'documents', applicationId, documentId);
}

const draftOf = (path: string) => `${path}.draft`;

/** Binds the sealed bytes to their place: a file that was moved does not open. */
const purposeOf = ({ applicationId, documentId }: DocumentPlace) => `document:${applicationId}:${documentId}`;

type Store = Pick<Foundation, 'dataDir' | 'sealing'>;

/** Seals a paper onto the disk. When this returns, the whole file survives a loss of power; before, there is none. */
export async function storeDocument(
  { dataDir, sealing }: Store,
  place: DocumentPlace,
  content: Buffer,
): Promise<void> {
  const path = pathOf(dataDir, place);
  const draft = draftOf(path);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(sealing.seal(purposeOf(place), content));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
  for (const directory of [dirname(path), dirname(dirname(path)), dataDir]) await syncDirectory(directory);
}

/** @throws when the file is missing, changed, or not the one that belongs here */
export async function readDocument({ dataDir, sealing }: Store, place: DocumentPlace): Promise<Buffer> {
  return sealing.unseal(purposeOf(place), await readFile(pathOf(dataDir, place)));
}

export async function removeDocumentFile({ dataDir }: Store, place: DocumentPlace): Promise<void> {
  const path = pathOf(dataDir, place);
  for (const each of [path, draftOf(path)]) await rm(each, { force: true });
}

/** A new name in a directory is only durable once the directory is. */
async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
