import { setLogEventListeners } from 'mediasoup';
import { type MediaNode, type MediaNodeEvent, MediaRefusal } from './media-node.ts';
import type { RecordingPart } from './recorder/index.ts';
import { routerCodecs } from './rooms/codecs.ts';
import type { WorkerBinary } from './rooms/find-executable.ts';
import { type MediaLogger, silentLogger } from './rooms/logger.ts';
import type { MediaWorker } from './rooms/media-worker.ts';
import { createRoom, type Room } from './rooms/room.ts';
import { createWorkerPool } from './rooms/worker-pool.ts';

export type MediaNodeSettings = {
  /** Path of the mediasoup worker, or how to find it. It may be missing at first; it is looked for again. */
  workerBinary: WorkerBinary;
  listenAddress: string;
  /** The address that clients are told; needed when the node listens on all addresses. */
  announcedAddress?: string;
  /** Each worker takes one of these ports, for UDP and TCP. */
  ports: { from: number; to: number };
  workers?: number;
  logger?: MediaLogger;
  /** Opens a new part of the recording in a folder. */
  openPart: (folder: string) => Promise<RecordingPart>;
};

type HeldRoom = { room: Room; on: MediaWorker };

const allAddresses = new Set(['0.0.0.0', '::']);

/** A media node in this process. Workers are started in the background; `health` says when one is there. */
export function createMediaNode(settings: MediaNodeSettings): MediaNode {
  const { ports, workers = 1, logger = silentLogger, openPart } = settings;
  if (allAddresses.has(settings.listenAddress) && !settings.announcedAddress) {
    throw new RangeError(
      'listening on all addresses needs an announced address: clients cannot connect to none',
    );
  }
  if (ports.to - ports.from + 1 < workers) throw new RangeError('each worker needs a port of its own');

  setLogEventListeners({
    onwarn: (namespace, log) => logger.warn({ namespace }, log),
    onerror: (namespace, log, error) => logger.error({ namespace, error }, log),
  });

  const rooms = new Map<string, HeldRoom>();
  const opening = new Map<string, Promise<Room>>();
  const ending = new Map<string, Promise<void>>();
  const listeners: ((event: MediaNodeEvent) => void)[] = [];

  function emit(event: MediaNodeEvent) {
    for (const listener of listeners) {
      try {
        listener(event);
      } catch (error) {
        logger.error({ error, event: event.type }, 'a listener of the media node threw');
      }
    }
  }

  const pool = createWorkerPool({
    ...settings,
    workers,
    logger,
    onLost(worker) {
      const roomIds = [...rooms].filter(([, { on }]) => on === worker).map(([roomId]) => roomId);
      for (const roomId of roomIds) end(roomId);
      if (roomIds.length > 0) emit({ type: 'roomsLost', roomIds });
    },
  });

  function end(roomId: string): Promise<void> {
    const held = rooms.get(roomId);
    if (!held) return ending.get(roomId) ?? Promise.resolve();
    rooms.delete(roomId);
    const ended = held.room.end().finally(() => ending.delete(roomId));
    ending.set(roomId, ended);
    return ended;
  }

  async function open(roomId: string): Promise<Room> {
    // A part that is still being closed has to be finished before the next one is opened beside it.
    await ending.get(roomId);
    const on = await pool.take((worker) => [...rooms.values()].filter((held) => held.on === worker).length);
    const router = await on.worker.createRouter({ mediaCodecs: routerCodecs }).catch((error: Error) => {
      throw on.worker.closed ? new MediaRefusal('worker_missing', error.message) : error;
    });
    const room = createRoom({ id: roomId, router, webRtcServer: on.webRtcServer, openPart, emit });
    rooms.set(roomId, { room, on });
    return room;
  }

  function roomOf(roomId: string): Room {
    const held = rooms.get(roomId);
    if (!held) throw new MediaRefusal('room_not_found', roomId);
    return held.room;
  }

  return {
    async openRoom(roomId) {
      const there = rooms.get(roomId)?.room ?? opening.get(roomId);
      if (there) return { routerRtpCapabilities: (await there).routerRtpCapabilities };
      const opened = open(roomId).finally(() => opening.delete(roomId));
      opening.set(roomId, opened);
      return { routerRtpCapabilities: (await opened).routerRtpCapabilities };
    },
    startRecording: async (roomId, folder) => roomOf(roomId).startRecording(folder),
    isRecorderWriting: (roomId) => rooms.get(roomId)?.room.isRecorderWriting() ?? false,
    setGate: async (roomId, gate) => roomOf(roomId).setGate(gate),
    async closeRoom(roomId) {
      await opening.get(roomId)?.catch(() => undefined);
      await end(roomId);
    },
    createTransport: async (roomId, participant, direction) =>
      roomOf(roomId).createTransport(participant, direction),
    connectTransport: async (roomId, transportId, dtlsParameters) =>
      roomOf(roomId).connectTransport(transportId, dtlsParameters),
    restartIce: async (roomId, transportId) => roomOf(roomId).restartIce(transportId),
    publish: async (roomId, transportId, kind, rtpParameters) =>
      roomOf(roomId).publish(transportId, kind, rtpParameters),
    watchableTracks: (roomId, participant) => roomOf(roomId).watchableTracks(participant),
    consume: async (roomId, transportId, producerId, rtpCapabilities) =>
      roomOf(roomId).consume(transportId, producerId, rtpCapabilities),
    resumeConsumer: async (roomId, consumerId) => roomOf(roomId).resumeConsumer(consumerId),
    leave: async (roomId, connectionId) => rooms.get(roomId)?.room.leave(connectionId),
    onEvent(listener) {
      listeners.push(listener);
    },
    health: () => pool.health(),
    async close() {
      await Promise.all([...rooms.keys()].map(end));
      await Promise.all(ending.values());
      pool.close();
    },
  };
}
