/** What lies in a recording's folder. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { byNumber, partPattern, segmentPattern, trackPattern } from './layout.ts';

async function names(folder: string, pattern: RegExp): Promise<string[]> {
  return (await readdir(folder)).filter((name) => pattern.test(name)).sort(byNumber);
}

export const listParts = (folder: string) => names(folder, partPattern);
export const listSegments = (trackFolder: string) => names(trackFolder, segmentPattern);
export const listTracks = async (partFolder: string) => (await names(partFolder, trackPattern)).sort();

/** Every file below a folder, by its relative path with slashes. */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const lists = await Promise.all(
    entries.map(async (entry) => {
      if (!entry.isDirectory()) return [entry.name];
      return (await listFiles(join(folder, entry.name))).map((name) => `${entry.name}/${name}`);
    }),
  );
  return lists.flat().sort();
}
