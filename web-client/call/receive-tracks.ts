import type { Device, types } from 'mediasoup-client';
import type { PublishedTrack } from '../../sfu/media-node.ts';
import { ask, type VisitSocket } from './signalling.ts';

export type Receiving = {
  transport: types.Transport;
  receive(track: PublishedTrack): Promise<void>;
  forget(track: PublishedTrack): void;
};

export type ReceivingEvents = {
  received(track: PublishedTrack, media: MediaStreamTrack): void;
  ended(track: PublishedTrack): void;
};

/** Takes in the tracks of the other side, or of both for a supervisor. */
export async function receiveTracks(
  socket: VisitSocket,
  device: Device,
  events: ReceivingEvents,
): Promise<Receiving> {
  const transport = device.createRecvTransport(
    await ask(socket, 'createTransport', { direction: 'receive' }),
  );
  transport.on('connect', ({ dtlsParameters }, done, failed) => {
    ask(socket, 'connectTransport', { transportId: transport.id, dtlsParameters }).then(done, failed);
  });
  const consumers = new Map<string, types.Consumer>();
  const asked = new Set<string>();
  return {
    transport,
    async receive(track) {
      // A track can be named twice: in the answer to joining and in a message that came meanwhile.
      if (asked.has(track.producerId)) return;
      asked.add(track.producerId);
      const description = await ask(socket, 'consume', {
        transportId: transport.id,
        producerId: track.producerId,
        rtpCapabilities: device.recvRtpCapabilities,
      });
      const consumer = await transport.consume({
        id: description.id,
        producerId: description.producerId,
        kind: description.kind,
        // The same parameters; mediasoup and its client have types of their own for them.
        rtpParameters: description.rtpParameters as types.RtpParameters,
        // One stream for the picture and sound of a party, so that the browser keeps lips and voice together.
        streamId: description.party,
      });
      consumers.set(track.producerId, consumer);
      events.received(track, consumer.track);
      await ask(socket, 'resumeConsumer', { consumerId: consumer.id });
    },
    forget(track) {
      asked.delete(track.producerId);
      consumers.get(track.producerId)?.close();
      if (consumers.delete(track.producerId)) events.ended(track);
    },
  };
}
