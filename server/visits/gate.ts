import type { MediaNode } from '../../sfu/media-node.ts';
import { MediaRefusal } from '../../sfu/media-node.ts';

export type GateOptions = {
  mediaNode: MediaNode;
  roomId: string;
  /** The media node would not open: it is shut. */
  onNotOpened(error: unknown): void;
  report(error: unknown): void;
};

/** The server's end of a room's gate: what was ordered last. */
export function createGate({ mediaNode, roomId, onNotOpened, report }: GateOptions) {
  let ordered: 'open' | 'shut' = 'shut';

  async function shut(): Promise<void> {
    ordered = 'shut';
    await mediaNode.setGate(roomId, 'shut').catch(async (error) => {
      if (isRoomGone(error)) return;
      // A gate that cannot be shut is worse than no room.
      report(error);
      await mediaNode.closeRoom(roomId).catch(report);
    });
  }

  return {
    isOpen: () => ordered === 'open',
    /** The order is given before this returns. */
    shut(): void {
      if (ordered === 'open') shut();
    },
    open(): void {
      if (ordered === 'open') return;
      ordered = 'open';
      mediaNode.setGate(roomId, 'open').catch(async (error) => {
        await shut();
        onNotOpened(error);
      });
    },
    /** The room is gone; the next one begins shut. */
    roomLost(): void {
      ordered = 'shut';
    },
  };
}
export type Gate = ReturnType<typeof createGate>;

export const isRoomGone = (error: unknown) =>
  error instanceof MediaRefusal && error.code === 'room_not_found';
