import { setTimeout as wait } from 'node:timers/promises';
import type { types } from 'mediasoup';
import { MediaRefusal, type PublishedTrack } from '../media-node.ts';
import type { RecordingPart } from '../recorder/index.ts';
import { createEpochClock } from './epoch-clock.ts';
import { type RecordedTrack, recordTrack } from './recorded-track.ts';
import type { PublishedMedia } from './tracks.ts';
import { watchDelivery } from './watch-delivery.ts';

/** The recording of a room: at most one open part, which every track of the room goes into. */
export type RoomRecording = {
  /** Opens a part and records these tracks. Does nothing while a part is open. */
  start(folder: string, media: readonly PublishedMedia[]): Promise<void>;
  /** Records one more track, if a part is open. */
  add(media: PublishedMedia): Promise<void>;
  isWritten(producerId: string): boolean;
  /** Whether each of these tracks, and at least one, reaches the disk. */
  isWriting(tracks: readonly PublishedTrack[]): boolean;
  /** Waits for the last packets and closes the part. */
  close(): Promise<void>;
};

export type RoomRecordingOptions = {
  router: types.Router;
  openPart: (folder: string) => Promise<RecordingPart>;
  /** A track, or the whole part, began to reach the disk. */
  onProgress(): void;
  /** The recorder cannot go on. Called once a part, before anything is cleaned up. */
  onFailure(reason: string): void;
};

/** The worker answers within milliseconds; a track that has not ended by then will not. */
const lastPacketsLimitMs = 2000;
/** A disk that hangs must not make the room's other work wait for it. */
const openLimitMs = 5000;

type OpenPart = {
  part: RecordingPart;
  transport: types.DirectTransport;
  now: () => bigint;
  recorded: Map<string, RecordedTrack>;
  stopWatching(): void;
};

export function createRoomRecording(options: RoomRecordingOptions): RoomRecording {
  const { router, openPart, onProgress, onFailure } = options;
  let open: OpenPart | undefined;
  const closing = new Set<Promise<void>>();

  function fail(failed: OpenPart, reason: string) {
    if (open !== failed) return;
    open = undefined;
    onFailure(reason);
    failed.transport.close();
    closeLater(failed);
  }

  function closeLater(part: OpenPart) {
    const closed = closePart(part).finally(() => closing.delete(closed));
    closing.add(closed);
  }

  async function begin(folder: string): Promise<OpenPart> {
    const transport = await router.createDirectTransport();
    const part = await openInTime(openPart(folder)).catch((error) => {
      transport.close();
      throw error;
    });
    const recorded = new Map<string, RecordedTrack>();
    const begun: OpenPart = {
      part,
      transport,
      now: createEpochClock(),
      recorded,
      stopWatching: watchDelivery(recorded, (reason) => fail(begun, reason)),
    };
    return begun;
  }

  async function record(into: OpenPart, media: PublishedMedia): Promise<void> {
    const { producer } = media;
    try {
      const recorded = await recordTrack({
        media,
        transport: into.transport,
        rtpCapabilities: router.rtpCapabilities,
        part: into.part,
        now: into.now,
        onWritten: onProgress,
      });
      into.recorded.set(producer.id, recorded);
      recorded.ended.then(() => into.recorded.delete(producer.id));
    } catch (error) {
      // A publisher that has just left, or a worker that has just died, is no fault of the recorder.
      if (!producer.closed) throw error;
    }
  }

  return {
    async start(folder, published) {
      if (open) return;
      let reason = '';
      try {
        const begun = await begin(folder);
        open = begun;
        begun.part.onWriting(onProgress);
        begun.part.onFailure((error) => {
          reason = error.message;
          fail(begun, reason);
        });
        for (const media of published) await record(begun, media);
      } catch (error) {
        reason ||= messageOf(error);
        if (open) fail(open, reason);
      }
      if (reason) throw new MediaRefusal('recording_failed', reason);
    },
    async add(media) {
      const into = open;
      if (!into) return;
      try {
        await record(into, media);
      } catch (error) {
        fail(into, messageOf(error));
      }
    },
    isWritten: (producerId) => open?.recorded.get(producerId)?.isWritten() ?? false,
    isWriting(tracks) {
      const writing = open;
      // Silence is no fault: a sender on Opus DTX or a broken line delivers nothing to the parties either,
      // and nothing is missing then. What would be a fault is a packet that went to a party and not to the
      // recorder, and `watchDelivery` looks for that.
      return (
        writing !== undefined &&
        tracks.length > 0 &&
        writing.part.isWriting() &&
        tracks.every(({ producerId }) => writing.recorded.get(producerId)?.isWritten())
      );
    },
    async close() {
      if (open) closeLater(open);
      open = undefined;
      await Promise.all(closing);
    },
  };
}

async function closePart({ part, transport, recorded, stopWatching }: OpenPart): Promise<void> {
  stopWatching();
  const ended = Promise.all([...recorded.values()].map((track) => track.ended));
  await Promise.race([ended, wait(lastPacketsLimitMs, undefined, { ref: false })]);
  transport.close();
  await part.close();
}

async function openInTime(opening: Promise<RecordingPart>): Promise<RecordingPart> {
  const part = await Promise.race([opening, wait(openLimitMs, undefined, { ref: false })]);
  if (part) return part;
  opening.then((late) => late.close()).catch(() => undefined);
  throw new Error('the recording cannot be opened in time');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
