import type { MediaNodeEvent, Party, PublishedTrack } from '../../sfu/media-node.ts';
import type { UntimedEvent } from './visit-state.ts';

export type RoomEvent = Exclude<MediaNodeEvent, { type: 'roomsLost' }>;

/**
 * Turns what a media node reports of a room into events of the visit. A party is there when its transports are
 * connected and it sends picture and sound; the recorder writes when every track has reached the disk.
 */
export function createRoomPresence(isRecorderWriting: () => boolean) {
  const connected = new Set<Party>();
  const tracks = new Map<string, PublishedTrack>();
  const there = new Set<Party>();
  let writing = false;

  function partyChange(party: Party): UntimedEvent[] {
    const kinds = new Set(
      [...tracks.values()].filter((track) => track.party === party).map(({ kind }) => kind),
    );
    const isThere = connected.has(party) && kinds.has('audio') && kinds.has('video');
    if (isThere === there.has(party)) return [];
    if (isThere) there.add(party);
    else there.delete(party);
    return [{ type: isThere ? 'party_connected' : 'party_lost', party }];
  }

  function recorderChange(now: boolean, change: UntimedEvent): UntimedEvent[] {
    if (now === writing) return [];
    writing = now;
    return [change];
  }

  return {
    take(event: RoomEvent): UntimedEvent[] {
      switch (event.type) {
        case 'recorderWriting':
          return recorderChange(true, { type: 'recorder_writing' });
        case 'recorderFailed':
          return recorderChange(false, { type: 'recorder_failed', reason: event.reason });
        case 'partyConnected':
          connected.add(event.party);
          return partyChange(event.party);
        case 'partyLost':
          connected.delete(event.party);
          return partyChange(event.party);
        case 'trackPublished':
          tracks.set(event.track.producerId, event.track);
          return [
            // Before the party counts as there: its new track may not have reached the disk.
            ...(isRecorderWriting() ? [] : recorderChange(false, { type: 'recorder_waiting' })),
            ...partyChange(event.track.party),
          ];
        case 'trackEnded':
          tracks.delete(event.track.producerId);
          return partyChange(event.track.party);
      }
    },
    /** The gate was refused because a track is not on disk yet: `recorderWriting` will follow. */
    recorderRefused(): UntimedEvent[] {
      return recorderChange(false, { type: 'recorder_waiting' });
    },
    roomLost(): UntimedEvent[] {
      connected.clear();
      tracks.clear();
      there.clear();
      writing = false;
      return [{ type: 'media_lost' }];
    },
  };
}
