import { join } from 'node:path';
import type { types } from 'mediasoup';
import { type MediaNode, MediaRefusal } from '../../sfu/media-node.ts';

export type RoomKeeperOptions = {
  mediaNode: MediaNode;
  roomId: string;
  folder: string;
  /** Whether the visit is in a state in which it has to be recorded. */
  mustRecord(): boolean;
  /** Calls back after some seconds. */
  later(again: () => void): void;
  report(error: unknown): void;
};

/** Where the recording of a visit is. */
export const recordingFolderOf = (dataDir: string, visitId: string) => join(dataDir, 'recordings', visitId);

/** Has the room of a visit open and, from both keys to the end, recorded: after every fault in a new part. */
export function createRoomKeeper(options: RoomKeeperOptions) {
  const { mediaNode, roomId, folder, mustRecord, later, report } = options;
  let trying = false;
  let closed = false;

  function keepRecording(): void {
    if (trying || closed || !mustRecord()) return;
    trying = true;
    record().then(
      () => {
        trying = false;
      },
      (error) => {
        report(error);
        later(() => {
          trying = false;
          keepRecording();
        });
      },
    );
  }

  async function record(): Promise<void> {
    await mediaNode.openRoom(roomId);
    await mediaNode.startRecording(roomId, folder);
  }

  return {
    async open(): Promise<{ routerRtpCapabilities: types.RtpCapabilities }> {
      // Whoever joins as the visit ends gets no room that nobody would close.
      if (closed) throw new MediaRefusal('room_not_found');
      const opened = await mediaNode.openRoom(roomId);
      keepRecording();
      return opened;
    },
    keepRecording,
    /** The recorder gave up: another part, in a while. */
    recordAgainLater: () => later(keepRecording),
    async close(): Promise<void> {
      closed = true;
      await mediaNode.closeRoom(roomId);
    },
  };
}
