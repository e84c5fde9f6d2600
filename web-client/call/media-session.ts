import { Device, type types } from 'mediasoup-client';
import type { Joined } from '../../server/visits/protocol.ts';
import type { PublishedTrack } from '../../sfu/media-node.ts';
import type { MediaPath } from './call-state.ts';
import type { OwnTracks } from './capture.ts';
import { keepAlive, pathOf } from './keep-alive.ts';
import { type Publishing, publishTracks } from './publish-tracks.ts';
import { type ReceivingEvents, receiveTracks } from './receive-tracks.ts';
import type { VisitSocket } from './signalling.ts';

/** All media of one joining. After a reconnect it is thrown away and a new one is made. */
export type MediaSession = {
  receive(track: PublishedTrack): Promise<void>;
  forget(track: PublishedTrack): void;
  replaceOwnTracks(tracks: OwnTracks): Promise<void>;
  close(): void;
};

export type MediaSessionEvents = ReceivingEvents & { pathChanged(path: MediaPath): void };

/** Chromium offers it only on demand; with it the recording has sound and picture on one clock. */
const absCaptureTime = 'http://www.webrtc.org/experiments/rtp-hdrext/abs-capture-time';

/** @param ownTracks what a party sends; undefined for a supervisor, who is neither seen nor heard. */
export async function startMedia(
  socket: VisitSocket,
  { routerRtpCapabilities, tracks }: Joined,
  ownTracks: OwnTracks | undefined,
  events: MediaSessionEvents,
): Promise<MediaSession> {
  const device = await Device.factory({ forcedRtpExtensions: { [absCaptureTime]: true } });
  // Both ends of mediasoup name the same standard parameters with types of their own.
  await device.load({ routerRtpCapabilities: routerRtpCapabilities as types.RtpCapabilities });
  const receiving = await receiveTracks(socket, device, events);
  const publishing: Publishing | undefined = ownTracks && (await publishTracks(socket, device, ownTracks));
  const transports = publishing ? [publishing.transport, receiving.transport] : [receiving.transport];
  const tellPath = () => events.pathChanged(pathOf(transports));
  const stopWatching = transports.map((transport) => keepAlive(socket, transport, tellPath));
  tellPath();
  for (const track of tracks) await receiving.receive(track);
  return {
    receive: receiving.receive,
    forget: receiving.forget,
    replaceOwnTracks: async (next) => publishing?.replace(next),
    close() {
      for (const stop of stopWatching) stop();
      for (const transport of transports) transport.close();
    },
  };
}
