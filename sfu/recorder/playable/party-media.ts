/** One party's sound or picture over all its tracks and parts, on the recording's common time line. */
import { join } from 'node:path';
import type { Party, TrackKind } from '../../parties.ts';
import type { ManifestBody, ManifestTrack } from '../manifest.ts';
import type { Frame, TimedFrame } from './frame.ts';
import { opusPackets } from './opus-packets.ts';
import { createTimestampUnwrap, packetsInOrder } from './packets-in-order.ts';
import { surveyPart, type TrackClock } from './track-clock.ts';
import { vp8Frames } from './vp8-frames.ts';

export type PlacedTrack = { partFolder: string; track: ManifestTrack; clock: TrackClock };

/** Every track that has media, in the order of their beginnings. */
export async function placeTracks(folder: string, manifest: ManifestBody): Promise<PlacedTrack[]> {
  const placed: PlacedTrack[] = [];
  for (const part of manifest.parts) {
    const partFolder = join(folder, part.name);
    const clocks = await surveyPart(partFolder, part);
    for (const track of part.tracks) {
      const clock = clocks.get(track.name);
      if (clock) placed.push({ partFolder, track, clock });
    }
  }
  return placed.sort((a, b) => a.clock.begins - b.clock.begins);
}

function framesOf({ partFolder, track, clock }: PlacedTrack): AsyncGenerator<Frame> {
  const packets = packetsInOrder(partFolder, track);
  const unwrap = createTimestampUnwrap(clock.start);
  return track.codec === 'VP8'
    ? vp8Frames(packets, track.payloadType, unwrap)
    : opusPackets(packets, track.payloadType, unwrap);
}

/** Time runs forward only: where a new track begins before the old one ended, it joins in after it. */
export async function* partyMedia(
  placed: PlacedTrack[],
  party: Party,
  kind: TrackKind,
  zero: number,
): AsyncGenerator<TimedFrame> {
  let last = -1;
  for (const one of placed.filter(({ track }) => track.party === party && track.kind === kind)) {
    let joined = false;
    for await (const { timestamp, key, data } of framesOf(one)) {
      const seconds = Math.max(0, (one.clock.at(timestamp) - zero) / 1000);
      if (seconds <= last || (!joined && !key)) continue;
      joined = true;
      last = seconds;
      yield { seconds, key, data };
    }
  }
}
