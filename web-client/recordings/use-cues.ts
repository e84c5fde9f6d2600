import { useEffect, useState } from 'react';

export type Cue = { id: string; start: number; end: number; text: string };

/** Reads a WebVTT file with the browser's own parser. */
export function useCues(path: string): Cue[] {
  const [cues, setCues] = useState<Cue[]>([]);
  useEffect(() => {
    const video = document.createElement('video');
    const track = document.createElement('track');
    track.kind = 'metadata';
    track.src = path;
    track.addEventListener('load', () => setCues(Array.from(track.track.cues ?? [], toCue)));
    video.append(track);
    // Only a track that is not disabled is loaded.
    track.track.mode = 'hidden';
    return () => track.remove();
  }, [path]);
  return cues;
}

function toCue(cue: TextTrackCue): Cue {
  const text = cue instanceof VTTCue ? (cue.getCueAsHTML().textContent ?? '') : '';
  return { id: `${cue.id} ${cue.startTime}`, start: cue.startTime, end: cue.endTime, text };
}
