import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Party, parties } from '../../sfu/media-node.ts';

export function playableFile(folder: string, party: Party): string {
  return join(folder, 'playable', `${party}.webm`);
}

export function playableParties(folder: string): Party[] {
  return parties.filter((party) => existsSync(playableFile(folder, party)));
}
