/**
 * When the media of a track happened: RTP time to milliseconds since the epoch.
 *
 * The packet that travelled fastest tells best when its media was sent, so each ten seconds have their least difference
 * between arrival and RTP time; between them the difference is taken along straight lines, which follow the drift of
 * the sender's clock. Where all tracks of a party carry the abs-capture-time header extension, RTP time first becomes the
 * capture time of the sender's one clock, and the difference is shared by the tracks: then sound and picture are together
 * whatever way each of them took. The publisher's sender reports are in the capture, too, and are not used: they would
 * say what capture times say, and where there are none, arrivals serve.
 */
import { join } from 'node:path';
import { parties } from '../../parties.ts';
import type { ManifestPart, ManifestTrack } from '../manifest.ts';
import { readPackets } from '../read-segment.ts';
import { asStreamPacket, readExtension, readRtp } from '../rtp-packet.ts';
import { type Line, makeLine, type Point, straighten, valueOn } from './line.ts';
import { createTimestampUnwrap } from './packets-in-order.ts';
import { readKeyFrameSize, readVp8Payload } from './vp8-frames.ts';

const windowMilliseconds = 10_000;
const waverMilliseconds = 10;
const ntpToUnixSeconds = 2_208_988_800;

export type TrackClock = {
  /** The RTP timestamp that unwrapping starts from. */
  start: number;
  /** Milliseconds since the epoch of an unwrapped RTP timestamp. */
  at(timestamp: number): number;
  /** Of the track's first media. */
  begins: number;
  /** The largest key frame; nothing for audio. */
  size?: { width: number; height: number };
};

type Survey = {
  track: ManifestTrack;
  start: number;
  earliest: number;
  arrivals: { media: number; arrival: number }[];
  /** RTP time and capture time, in milliseconds. */
  captures: Point[];
  size?: { width: number; height: number };
};

/** Capture time in the sender's clock, from an UQ32.32 NTP time. */
const captureMilliseconds = (element: Buffer) =>
  (element.readUInt32BE(0) - ntpToUnixSeconds) * 1000 + (element.readUInt32BE(4) / 2 ** 32) * 1000;

const larger = (a: Survey['size'], b: Survey['size']) =>
  !a || (b && b.width * b.height > a.width * a.height) ? b : a;

/** One reading of the track. Of each second of RTP time, only the packet with the least delay is kept. */
async function survey(partFolder: string, track: ManifestTrack): Promise<Survey | undefined> {
  const found: Survey = { track, start: 0, earliest: Number.POSITIVE_INFINITY, arrivals: [], captures: [] };
  const least = new Map<number, { media: number; arrival: number }>();
  let unwrap: ((timestamp: number) => number) | undefined;
  for await (const { rtcp, arrival, data } of readPackets(join(partFolder, track.name), track.segments)) {
    const rtp = rtcp ? undefined : readRtp(data);
    const member = rtp && asStreamPacket(rtp, track);
    if (!member || member.payloadType !== track.payloadType || member.payload.length === 0) continue;
    if (!unwrap) {
      unwrap = createTimestampUnwrap(member.timestamp);
      found.start = member.timestamp;
    }
    const media = (unwrap(member.timestamp) / track.clockRate) * 1000;
    const arrived = Number(arrival / 1000n) / 1000;
    found.earliest = Math.min(found.earliest, media);
    const slot = Math.floor(media / 1000);
    const known = least.get(slot);
    if (!known || arrived - media < known.arrival - known.media) least.set(slot, { media, arrival: arrived });
    const capture = track.absCaptureTimeId ? readExtension(member, track.absCaptureTimeId) : undefined;
    if (capture && capture.length >= 8) found.captures.push({ x: media, y: captureMilliseconds(capture) });
    if (track.kind === 'video') {
      const piece = readVp8Payload(member.payload);
      if (piece?.startsFrame) found.size = larger(found.size, readKeyFrameSize(piece.data));
    }
  }
  found.arrivals = [...least.values()];
  found.captures.sort((a, b) => a.x - b.x);
  return unwrap ? found : undefined;
}

/**
 * The least difference of each window, at the window's middle. The network makes it waver by some milliseconds that mean
 * nothing: where it stays within them it is taken as constant, and frames keep the distances that the sender gave them.
 */
function leastDelays(arrivals: { media: number; arrival: number }[]): Line {
  const windows = new Map<number, number>();
  for (const { media, arrival } of arrivals) {
    const window = Math.floor(media / windowMilliseconds);
    windows.set(window, Math.min(windows.get(window) ?? Number.POSITIVE_INFINITY, arrival - media));
  }
  const points = [...windows]
    .map(([window, y]) => ({ x: (window + 0.5) * windowMilliseconds, y }))
    .sort((a, b) => a.x - b.x);
  return makeLine(points, windowMilliseconds).map((run) => {
    const values = run.map(({ y }) => y);
    const least = Math.min(...values);
    if (Math.max(...values) - least <= waverMilliseconds)
      return run.slice(0, 1).map(({ x }) => ({ x, y: least }));
    return straighten(run, waverMilliseconds / 2);
  });
}

function makeClock(found: Survey, toSource: (media: number) => number, delays: Line): TrackClock {
  const atMedia = (media: number) => {
    const source = toSource(media);
    return source + valueOn(delays, source, 0);
  };
  return {
    start: found.start,
    at: (timestamp) => atMedia((timestamp / found.track.clockRate) * 1000),
    begins: atMedia(found.earliest),
    size: found.size,
  };
}

/** The clocks of a part's tracks by name; a track without media has none. */
export async function surveyPart(partFolder: string, part: ManifestPart): Promise<Map<string, TrackClock>> {
  const clocks = new Map<string, TrackClock>();
  for (const party of parties) {
    const surveys: Survey[] = [];
    for (const track of part.tracks.filter((one) => one.party === party)) {
      const found = await survey(partFolder, track);
      if (found) surveys.push(found);
    }
    const captured = surveys.every((found) => found.captures.length > 0);
    const source = (found: Survey) => {
      const line = makeLine(found.captures, windowMilliseconds);
      return (media: number) => (captured ? valueOn(line, media, 1) : media);
    };
    const arrivalsOf = (found: Survey) => {
      const toSource = source(found);
      return found.arrivals.map(({ media, arrival }) => ({ media: toSource(media), arrival }));
    };
    const shared = captured ? leastDelays(surveys.flatMap(arrivalsOf)) : [];
    for (const found of surveys) {
      const delays = captured ? shared : leastDelays(arrivalsOf(found));
      clocks.set(found.track.name, makeClock(found, source(found), delays));
    }
  }
  return clocks;
}
