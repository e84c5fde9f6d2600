/** One append-only segment: blocks wait in memory until the next flush, and are hashed as they are written. */
import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder, writeAll } from './durable-file.ts';

export type SegmentFile = {
  append(block: Buffer, rtpPackets: number): void;
  waitingBytes(): number;
  waitingPackets(): number;
  /** Bytes written and waiting. */
  size(): number;
  /** Hands everything that waits to the operating system. After an error the same bytes are tried again by the next call. */
  flush(): Promise<void>;
  /** Flushes, makes the file and its name durable, and closes it. */
  finish(): Promise<{ sha256: string; bytes: number }>;
};

/** `onWritten` is told of RTP packets that the operating system has taken. */
export function createSegmentFile(path: string, onWritten: (rtpPackets: number) => void): SegmentFile {
  const hash = createHash('sha256');
  let handle: FileHandle | undefined;
  let waiting: { block: Buffer; rtpPackets: number }[] = [];
  let waitingBytes = 0;
  let batch: { bytes: Buffer; rtpPackets: number } | undefined;
  let position = 0;
  let inFlight: Promise<void> | undefined;

  async function openFile(): Promise<FileHandle> {
    const folder = dirname(path);
    try {
      await mkdir(folder);
      await syncFolder(dirname(folder));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    return open(path, 'wx');
  }

  function nextBatch() {
    if (waiting.length === 0) return undefined;
    const taken = waiting;
    waiting = [];
    return {
      bytes: Buffer.concat(taken.map(({ block }) => block)),
      rtpPackets: taken.reduce((sum, { rtpPackets }) => sum + rtpPackets, 0),
    };
  }

  async function writeWaiting(): Promise<void> {
    batch ??= nextBatch();
    while (batch) {
      handle ??= await openFile();
      await writeAll(handle, batch.bytes, position);
      hash.update(batch.bytes);
      position += batch.bytes.length;
      waitingBytes -= batch.bytes.length;
      onWritten(batch.rtpPackets);
      batch = nextBatch();
    }
  }

  function flush(): Promise<void> {
    inFlight ??= writeWaiting().finally(() => {
      inFlight = undefined;
    });
    return inFlight;
  }

  return {
    append(block, rtpPackets) {
      waiting.push({ block, rtpPackets });
      waitingBytes += block.length;
    },
    waitingBytes: () => waitingBytes,
    waitingPackets: () => waiting.reduce((sum, { rtpPackets }) => sum + rtpPackets, batch?.rtpPackets ?? 0),
    size: () => position + waitingBytes,
    flush,
    async finish() {
      try {
        // A flush that was under way may fail, or end just before the last block came: then once more.
        await flush().catch(() => undefined);
        if (waitingBytes > 0) await flush();
        await handle?.sync();
        await syncFolder(dirname(path));
      } finally {
        await handle?.close();
      }
      return { sha256: hash.digest('hex'), bytes: position };
    },
  };
}
