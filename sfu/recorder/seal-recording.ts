import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson, sha256 } from './canonical-json.ts';
import { describeRecording } from './describe-recording.ts';
import { writeFileAtomically } from './durable-file.ts';
import { manifestPath } from './layout.ts';
import { type RecordingManifest, readManifest } from './manifest.ts';
import { listParts } from './recording-files.ts';
import { recoverPart } from './recover-part.ts';

/**
 * Closes what a crash left open, hashes and chains it, and writes the manifest. A sealed recording is left as it is:
 * its manifest is what the ledger may hold already. No recorder may be writing to the folder.
 */
export async function sealRecording(folder: string): Promise<RecordingManifest> {
  const sealed = await readManifest(folder).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`The manifest of ${folder} cannot be read: ${error.message}`, { cause: error });
  });
  if (sealed) return sealed;
  // A visit that ended before anyone published a track has a recording, too: an empty one.
  await mkdir(folder, { recursive: true });
  for (const part of await listParts(folder)) await recoverPart(join(folder, part));
  const text = canonicalJson(await describeRecording(folder));
  await writeFileAtomically(manifestPath(folder), Buffer.from(text));
  return { ...JSON.parse(text), sha256: sha256(text) };
}
