/** What happened when, as WebVTT captions beside the media: the events that the server noted, and what is missing. */
import { z } from 'zod';
import type { Party, TrackKind } from '../../parties.ts';
import type { ManifestBody, ManifestTrack } from '../manifest.ts';

const timelineLine = z.object({ at: z.iso.datetime(), kind: z.string().min(1), text: z.string() });

type Cue = { from: number; until: number; kind: string; text: string };

const partyWords: Record<Party, string> = { visitors: '会见人', prisoner: '罪犯' };
const kindWords: Record<TrackKind, string> = { audio: '声音', video: '画面' };
/** An event is shown for so long; a gap at least for the second value. */
const eventMilliseconds = 4000;
const gapMilliseconds = 1000;

/** Gaps of a track that lie so close together are one cue. */
function gapCues(track: ManifestTrack): Cue[] {
  const spans: { from: number; until: number; packets: number }[] = [];
  for (const gap of track.missing) {
    const from = Date.parse(gap.since);
    const until = Math.max(Date.parse(gap.until), from + gapMilliseconds);
    const packets = gap.to - gap.from + 1;
    const last = spans.at(-1);
    if (last && from <= last.until) {
      last.until = Math.max(last.until, until);
      last.packets += packets;
    } else {
      spans.push({ from, until, packets });
    }
  }
  return spans.map(({ from, until, packets }) => ({
    from,
    until,
    kind: 'gap',
    text:
      `${partyWords[track.party]}${kindWords[track.kind]}缺 ${packets} 个数据包\n` +
      `${track.party} ${track.kind}: ${packets} packets missing`,
  }));
}

/** The time between two parts, when nothing was recorded. */
function interruptionCues(manifest: ManifestBody): Cue[] {
  const spans = manifest.parts.flatMap((part) => {
    const firsts = part.tracks.flatMap((track) => track.firstArrival ?? []).sort();
    const lasts = part.tracks.flatMap((track) => track.lastArrival ?? []).sort();
    const [first, last] = [firsts[0], lasts.at(-1)];
    return first && last ? [{ first: Date.parse(first), last: Date.parse(last) }] : [];
  });
  return spans.slice(1).map((span, index) => {
    const from = spans[index]?.last ?? span.first;
    const until = Math.max(span.first, from + gapMilliseconds);
    return { from, until, kind: 'interruption', text: '录制中断\nrecording interrupted' };
  });
}

function eventCues(lines: string): { cues: Cue[]; unreadable: number } {
  const cues: Cue[] = [];
  let unreadable = 0;
  for (const line of lines.split('\n').filter((text) => text.trim() !== '')) {
    try {
      const { at, kind, text } = timelineLine.parse(JSON.parse(line));
      const from = Date.parse(at);
      cues.push({ from, until: from + eventMilliseconds, kind, text });
    } catch {
      unreadable += 1;
    }
  }
  return { cues, unreadable };
}

function vttTime(milliseconds: number): string {
  const whole = Math.max(0, Math.round(milliseconds));
  const pad = (value: number, digits: number) => String(Math.floor(value)).padStart(digits, '0');
  const minutes = `${pad(whole / 3_600_000, 2)}:${pad((whole / 60_000) % 60, 2)}`;
  return `${minutes}:${pad((whole / 1000) % 60, 2)}.${pad(whole % 1000, 3)}`;
}

/** Cue text knows `&`, `<` and `>` as markup, and ends at an empty line. */
const cueText = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '')
    .replace(/\n{2,}/g, '\n');

/** `zero` is the time, in milliseconds since the epoch, at which the media files begin. */
export function makeTimeline(manifest: ManifestBody, timelineLines: string, zero: number): string {
  const { cues: events, unreadable } = eventCues(timelineLines);
  const gaps = manifest.parts.flatMap((part) => part.tracks.flatMap(gapCues));
  const cues = [...events, ...gaps, ...interruptionCues(manifest)].sort((a, b) => a.from - b.from);
  const blocks = [`WEBVTT`, `NOTE zero ${new Date(zero).toISOString()}`];
  if (unreadable > 0) blocks.push(`NOTE ${unreadable} lines of the timeline could not be read`);
  for (const [index, { from, until, kind, text }] of cues.entries()) {
    const id = `${index + 1} ${kind.replaceAll(/[\s>]+/g, '-')}`;
    // What happened before the first packet is shown at the beginning.
    const start = Math.max(0, from - zero);
    blocks.push(
      `${id}\n${vttTime(start)} --> ${vttTime(Math.max(until - zero, start + gapMilliseconds))}\n${cueText(text)}`,
    );
  }
  return `${blocks.join('\n\n')}\n`;
}
