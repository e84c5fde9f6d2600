/** A part of a recording: one life of a recorder. A crash, a failure or a new start of recording makes a new part. */
import { mkdir, readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { openChain } from './chain.ts';
import { syncFolder } from './durable-file.ts';
import { manifestPath, partName, partPattern } from './layout.ts';
import type { RecordingPart, RecordingPartOptions } from './recording-part.ts';
import { createTrackWriter, type OpenTrack } from './track-writer.ts';

const defaults: Required<RecordingPartOptions> = {
  segmentSeconds: 4,
  flushMilliseconds: 50,
  writeLimitMilliseconds: 2000,
  pendingLimitBytes: 32 * 1024 * 1024,
};
/** A disk that never answers must not keep a room from closing. */
const closeLimitMilliseconds = 10_000;

async function makePartFolder(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const sealed = await stat(manifestPath(folder)).catch(() => undefined);
  if (sealed) throw new Error('The recording is sealed: it takes no new part.');
  const numbers = (await readdir(folder))
    .filter((name) => partPattern.test(name))
    .map((name) => Number(name.slice(5)));
  const partFolder = join(folder, partName(Math.max(0, ...numbers) + 1));
  await mkdir(partFolder);
  await syncFolder(folder);
  return partFolder;
}

/** Makes the next part's folder and begins to write there. Rejects when the folder cannot be made. */
export async function openPart(folder: string, options: RecordingPartOptions = {}): Promise<RecordingPart> {
  const settings = { ...defaults, ...options };
  const partFolder = await makePartFolder(resolve(folder));
  const chain = await openChain(partFolder);
  const tracks: OpenTrack[] = [];
  const failureListeners: ((error: Error) => void)[] = [];
  const writingListeners: (() => void)[] = [];
  let failure: Error | undefined;
  let closing: Promise<void> | undefined;
  let lost = 0;
  let wasWriting = false;

  function isWriting(): boolean {
    const open = tracks.filter((track) => track.isOpen());
    return !failure && !closing && open.length > 0 && open.every((track) => track.packetsOnDisk() > 0);
  }

  function noteWriting(): void {
    const writing = isWriting();
    const begins = writing && !wasWriting;
    wasWriting = writing;
    if (begins) for (const listener of writingListeners) listener();
  }

  function fail(error: Error): void {
    if (failure) return;
    failure = error;
    noteWriting();
    for (const listener of failureListeners) listener(error);
  }

  function lose(rtpPackets: number, error: Error): void {
    lost += rtpPackets;
    fail(error);
  }

  function takeRoom(bytes: number): boolean {
    const waiting = tracks.reduce((sum, track) => sum + track.waitingBytes(), 0);
    if (waiting + bytes <= settings.pendingLimitBytes) return true;
    lose(1, new Error('The disk is too slow: packets found no room in memory.'));
    return false;
  }

  const ticking = setInterval(() => {
    for (const track of tracks) track.tick();
  }, settings.flushMilliseconds);

  async function closeAll(): Promise<void> {
    await Promise.all(tracks.map((track) => track.end()));
    await chain.append({ kind: 'end', lost, failure: failure?.message }).catch(fail);
    await chain.close().catch(fail);
  }

  return {
    folder: partFolder,
    addTrack(facts) {
      if (closing) throw new Error('The part is closed.');
      const context = { partFolder, options: settings, chain, fail, takeRoom, lose, onChange: noteWriting };
      const track = createTrackWriter(tracks.length + 1, facts, context);
      tracks.push(track);
      noteWriting();
      return track;
    },
    isWriting,
    onWriting: (listener) => void writingListeners.push(listener),
    onFailure(listener) {
      if (failure) listener(failure);
      else failureListeners.push(listener);
    },
    close() {
      closing ??= (async () => {
        let limit: NodeJS.Timeout | undefined;
        const expiry = new Promise<void>((done) => {
          limit = setTimeout(done, closeLimitMilliseconds);
        });
        await Promise.race([closeAll(), expiry]);
        clearTimeout(limit);
        clearInterval(ticking);
      })();
      return closing;
    },
  };
}
