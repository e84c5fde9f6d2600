import type { types } from 'mediasoup';
import {
  type ConsumerDescription,
  type MediaNodeEvent,
  MediaRefusal,
  type Participant,
  type PublishedTrack,
  type TrackKind,
  type TransportDescription,
  type TransportDirection,
} from '../media-node.ts';
import type { RecordingPart } from '../recorder/index.ts';
import { refuseUnrecordable } from './codecs.ts';
import { createConsumers } from './consumers.ts';
import { createOrder } from './in-order.ts';
import { createRoomRecording } from './room-recording.ts';
import { createTracks } from './tracks.ts';
import { createTransports } from './transports.ts';

export type RoomOptions = {
  id: string;
  router: types.Router;
  webRtcServer: types.WebRtcServer;
  openPart: (folder: string) => Promise<RecordingPart>;
  emit(event: MediaNodeEvent): void;
};

/** One visit's media on one worker. Its methods are those of `MediaNode`, without the room's id. */
export type Room = ReturnType<typeof createRoom>;

export function createRoom({ id: roomId, router, webRtcServer, openPart, emit }: RoomOptions) {
  // Steps that change what is published or recorded wait for each other, so that no track slips past the
  // recorder. Shutting the gate and leaving wait for nothing.
  const inOrder = createOrder();
  let ended = false;
  let toldWriting = false;

  const consumers = createConsumers((producerId) => recording.isWritten(producerId));
  const tracks = createTracks((track) => {
    if (ended) return;
    emit({ type: 'trackEnded', roomId, track });
    noteRecording();
  });
  const transports = createTransports({
    router,
    webRtcServer,
    onPresence(party, present) {
      if (!ended) emit({ type: present ? 'partyConnected' : 'partyLost', roomId, party });
    },
  });
  const recording = createRoomRecording({
    router,
    openPart,
    onProgress: noteRecording,
    onFailure(reason) {
      // Whoever hears of the failure shuts the gate too, and there learns whether the worker has done it.
      consumers.setGate('shut').catch(() => undefined);
      toldWriting = false;
      if (!ended) emit({ type: 'recorderFailed', roomId, reason });
    },
  });

  const isRecorderWriting = () => recording.isWriting(tracks.list());

  function noteRecording() {
    consumers.reconsider();
    const writing = isRecorderWriting();
    if (writing && !toldWriting && !ended) emit({ type: 'recorderWriting', roomId });
    toldWriting = writing;
  }

  async function publish(
    transportId: string,
    kind: TrackKind,
    rtpParameters: types.RtpParameters,
  ): Promise<PublishedTrack> {
    const { transport, participant, direction } = transports.get(transportId);
    if (participant.kind !== 'party' || direction !== 'send') throw new MediaRefusal('not_a_party');
    refuseUnrecordable(kind, rtpParameters);
    const { party, connectionId } = participant;
    const old = tracks.inPlaceOf({ party, kind });
    if (old?.connectionId === connectionId) throw new MediaRefusal('track_already_published');

    const producer = await transport.produce({ kind, rtpParameters }).catch((error: Error) => {
      throw transport.closed
        ? new MediaRefusal('transport_not_found')
        : new MediaRefusal('codec_not_supported', error.message);
    });
    // mediasoup does not close what it was making while its transport was closed.
    if (transport.closed) throw new MediaRefusal('transport_not_found');
    const track: PublishedTrack = { producerId: producer.id, party, kind };
    await recording.add({ track, producer });
    if (producer.closed) throw new MediaRefusal('transport_not_found');
    // Only now can anybody consume it: the recorder is there before the first receiver.
    if (old) tracks.end(old.track.producerId);
    tracks.add({ track, producer }, connectionId);
    emit({ type: 'trackPublished', roomId, track });
    noteRecording();
    return track;
  }

  async function consume(
    transportId: string,
    producerId: string,
    rtpCapabilities: types.RtpCapabilities,
  ): Promise<ConsumerDescription> {
    const { transport, participant, direction } = transports.get(transportId);
    if (direction !== 'receive') throw new MediaRefusal('transport_not_found', 'not for receiving');
    const track = tracks.watchableBy(participant).find((watchable) => watchable.producerId === producerId);
    if (!track) throw new MediaRefusal('producer_not_found');
    // Retransmission for sound as well: it costs little and a visit is listened to.
    const options = { producerId, rtpCapabilities, paused: true, enableRtx: true };
    const consumer = await transport.consume(options).catch((error: Error) => {
      throw transport.closed
        ? new MediaRefusal('transport_not_found')
        : new MediaRefusal('codec_not_supported', error.message);
    });
    if (transport.closed) throw new MediaRefusal('transport_not_found');
    consumers.add(consumer, participant, track);
    return { ...track, id: consumer.id, rtpParameters: consumer.rtpParameters };
  }

  async function setGate(gate: 'open' | 'shut'): Promise<void> {
    if (gate === 'open' && !isRecorderWriting()) throw new MediaRefusal('recording_failed', 'not writing');
    await consumers.setGate(gate);
    if (gate === 'open' && consumers.gate() === 'shut' && !isRecorderWriting()) {
      throw new MediaRefusal('recording_failed', 'failed while the gate opened');
    }
  }

  async function end(): Promise<void> {
    ended = true;
    consumers.setGate('shut').catch(() => undefined);
    transports.closeAll();
    await inOrder(() => recording.close());
    router.close();
  }

  return {
    routerRtpCapabilities: router.rtpCapabilities,
    startRecording: (folder: string) =>
      inOrder(async () => {
        await recording.start(folder, tracks.media());
        noteRecording();
      }),
    isRecorderWriting,
    setGate,
    async createTransport(
      participant: Participant,
      direction: TransportDirection,
    ): Promise<TransportDescription> {
      if (participant.kind === 'watcher' && direction === 'send') throw new MediaRefusal('not_a_party');
      const transport = await inOrder(() => transports.create(participant, direction));
      const { id, iceParameters, iceCandidates, dtlsParameters } = transport;
      return { id, iceParameters, iceCandidates, dtlsParameters };
    },
    async connectTransport(transportId: string, dtlsParameters: types.DtlsParameters): Promise<void> {
      const { transport } = transports.get(transportId);
      await transport.connect({ dtlsParameters }).catch((error: Error) => {
        throw transport.closed
          ? new MediaRefusal('transport_not_found')
          : new MediaRefusal('parameters_refused', error.message);
      });
    },
    async restartIce(transportId: string): Promise<types.IceParameters> {
      return transports.get(transportId).transport.restartIce();
    },
    publish: (transportId: string, kind: TrackKind, rtpParameters: types.RtpParameters) =>
      inOrder(() => publish(transportId, kind, rtpParameters)),
    watchableTracks: tracks.watchableBy,
    consume,
    async resumeConsumer(consumerId: string): Promise<void> {
      if (!(await consumers.resume(consumerId))) throw new MediaRefusal('consumer_not_found');
    },
    async leave(connectionId: string): Promise<void> {
      transports.leave(connectionId);
      // Once more for a transport that was being made.
      await inOrder(async () => transports.leave(connectionId));
    },
    /** Ends the room, also after its worker died. */
    end,
  };
}
