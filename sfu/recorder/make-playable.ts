import { mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Party, parties } from '../parties.ts';
import { syncFolder, writeFileAtomically } from './durable-file.ts';
import { playableGrowingName, playableName, timelineName } from './layout.ts';
import { readManifest } from './manifest.ts';
import { withSilence } from './playable/opus-packets.ts';
import { type PlacedTrack, partyMedia, placeTracks } from './playable/party-media.ts';
import { makeTimeline } from './playable/timeline.ts';
import { type WebmInput, writeWebm } from './playable/write-webm.ts';

function webmInput(placed: PlacedTrack[], party: Party, zero: number): WebmInput {
  const ofParty = placed.filter(({ track }) => track.party === party);
  const audio = ofParty.filter(({ track }) => track.kind === 'audio');
  const sizes = ofParty.flatMap(({ clock }) => clock.size ?? []);
  const largest = sizes.sort((a, b) => b.width * b.height - a.width * a.height)[0];
  return {
    audio:
      audio.length > 0
        ? { frames: withSilence(partyMedia(placed, party, 'audio', zero)), channels: 2 }
        : undefined,
    // Without a single key frame there is no picture to show.
    video: largest && { frames: partyMedia(placed, party, 'video', zero), ...largest },
  };
}

/**
 * Makes the files to look at from a sealed recording: a WebM for each party that sent anything, all from a common zero,
 * and the timeline. They appear together or not at all; where they are already, nothing is done.
 */
export async function makePlayable(folder: string): Promise<void> {
  const finished = join(folder, playableName);
  if (await stat(finished).catch(() => undefined)) return;
  const manifest = await readManifest(folder);
  if (!manifest) throw new Error(`${folder} is not sealed.`);
  const growing = join(folder, playableGrowingName);
  await rm(growing, { recursive: true, force: true });
  await mkdir(growing);

  const placed = await placeTracks(folder, manifest);
  const begins = placed[0]?.clock.begins ?? (Date.parse(manifest.firstArrival ?? '') || 0);
  for (const party of parties) {
    const input = webmInput(placed, party, begins);
    if (input.audio || input.video) await writeWebm(join(growing, `${party}.webm`), input);
  }
  const lines = await readFile(join(folder, timelineName), 'utf8').catch(() => '');
  const timeline = makeTimeline(manifest, lines, begins);
  await writeFileAtomically(join(growing, 'timeline.vtt'), Buffer.from(timeline));
  await rename(growing, finished);
  await syncFolder(folder);
}
