/** Names of the files of a recording's folder. Nothing but names. */
import { join } from 'node:path';
import { parties } from '../parties.ts';
import type { TrackFacts } from './recording-part.ts';

export const manifestName = 'manifest.json';
export const chainName = 'chain.jsonl';
export const timelineName = 'timeline.jsonl';
export const playableName = 'playable';
/** Where a playable folder grows before it takes its name; left over only by a crash. */
export const playableGrowingName = 'playable.growing';
export const tornEnding = '.torn';

export const partPattern = /^part-\d{3,}$/;
export const trackPattern = new RegExp(`^track-\\d{2,}-(${parties.join('|')})-(audio|video)$`);
export const segmentPattern = /^\d{6,}\.pcapng$/;

export const partName = (number: number) => `part-${String(number).padStart(3, '0')}`;
export const trackName = (index: number, facts: TrackFacts) =>
  `track-${String(index).padStart(2, '0')}-${facts.party}-${facts.kind}`;
export const segmentName = (number: number) => `${String(number).padStart(6, '0')}.pcapng`;

/** Numbers have leading zeros up to a length; beyond it the longer name is the later one. */
export const byNumber = (a: string, b: string) => a.length - b.length || (a < b ? -1 : 1);

export const manifestPath = (folder: string) => join(folder, manifestName);
export const chainPath = (partFolder: string) => join(partFolder, chainName);
