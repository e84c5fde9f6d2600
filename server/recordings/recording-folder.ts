import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { recordingParties } from './schema.ts';

type Party = (typeof recordingParties)[number];

/** Where the recorder puts the parts of a visit, and where its playable copies are made. */
export function recordingFolder(dataDir: string, visitId: string): string {
  return join(dataDir, 'recordings', visitId);
}

export function playableFile(folder: string, party: Party): string {
  return join(folder, 'playable', `${party}.webm`);
}

export function playableParties(folder: string): Party[] {
  return recordingParties.filter((party) => existsSync(playableFile(folder, party)));
}
