import { useMemo } from 'react';
import type { ReceivedTracks } from './call-state.ts';

/** The picture and sound of one party as one stream, or null while nothing of it has arrived. */
export function useStream({ audio, video }: ReceivedTracks): MediaStream | null {
  return useMemo(() => {
    const tracks = [audio, video].filter((track) => track !== undefined);
    return tracks.length > 0 ? new MediaStream(tracks) : null;
  }, [audio, video]);
}
