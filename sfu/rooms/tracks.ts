import type { types } from 'mediasoup';
import type { Participant, PublishedTrack } from '../media-node.ts';

/** A track with the producer that it is. */
export type PublishedMedia = { track: PublishedTrack; producer: types.Producer };

/** What the parties of a room publish: at most one track of each kind a party. */
export type Tracks = {
  list(): PublishedTrack[];
  media(): PublishedMedia[];
  /** Those that this participant may consume: the other party's, or for a watcher both. */
  watchableBy(participant: Participant): PublishedTrack[];
  /** The track in the place where another would go, with the connection that published it. */
  inPlaceOf(
    track: Pick<PublishedTrack, 'party' | 'kind'>,
  ): { track: PublishedTrack; connectionId: string } | undefined;
  add(media: PublishedMedia, connectionId: string): void;
  end(producerId: string): void;
};

type Published = PublishedMedia & { connectionId: string };

/** `onEnded` is called once a track, however it ends: replaced, left, or closed with its transport. */
export function createTracks(onEnded: (track: PublishedTrack) => void): Tracks {
  const published = new Map<string, Published>();
  const list = () => [...published.values()].map(({ track }) => track);

  return {
    list,
    media: () => [...published.values()],
    watchableBy: (participant) =>
      list().filter(({ party }) => participant.kind === 'watcher' || party !== participant.party),
    inPlaceOf: ({ party, kind }) =>
      [...published.values()].find(({ track }) => track.party === party && track.kind === kind),
    add({ track, producer }, connectionId) {
      published.set(track.producerId, { track, producer, connectionId });
      producer.observer.once('close', () => {
        published.delete(track.producerId);
        onEnded(track);
      });
    },
    end(producerId) {
      published.get(producerId)?.producer.close();
    },
  };
}
