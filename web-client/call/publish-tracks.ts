import type { Device, types } from 'mediasoup-client';
import type { OwnTracks } from './capture.ts';
import { ask, type VisitSocket } from './signalling.ts';

export type Publishing = {
  transport: types.Transport;
  /** Puts a camera or microphone that came back in the place of the one that went away. */
  replace(tracks: OwnTracks): Promise<void>;
};

/** Enough for a good picture of 720 lines, with room on a line of 4 Mbit/s for both directions. */
const maxVideoBitrate = 1_200_000;

/** Sends our own camera and microphone. */
export async function publishTracks(
  socket: VisitSocket,
  device: Device,
  tracks: OwnTracks,
): Promise<Publishing> {
  const transport = device.createSendTransport(await ask(socket, 'createTransport', { direction: 'send' }));
  transport.on('connect', ({ dtlsParameters }, done, failed) => {
    ask(socket, 'connectTransport', { transportId: transport.id, dtlsParameters }).then(done, failed);
  });
  transport.on('produce', ({ kind, rtpParameters }, done, failed) => {
    ask(socket, 'publish', { transportId: transport.id, kind, rtpParameters }).then(
      ({ producerId }) => done({ id: producerId }),
      failed,
    );
  });
  // Sound first: on a poor line it is what people need most.
  const audio = await transport.produce({
    track: tracks.audio,
    stopTracks: false,
    codecOptions: { opusDtx: true, opusFec: true, opusStereo: false },
  });
  const video = await transport.produce({
    track: tracks.video,
    stopTracks: false,
    encodings: [{ maxBitrate: maxVideoBitrate }],
    codecOptions: { videoGoogleStartBitrate: 600 },
  });
  return {
    transport,
    async replace(next) {
      if (next.audio !== audio.track) await audio.replaceTrack({ track: next.audio });
      if (next.video !== video.track) await video.replaceTrack({ track: next.video });
    },
  };
}
