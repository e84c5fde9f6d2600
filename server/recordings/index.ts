import type { RecordingArchive } from '../../sfu/media-node.ts';
import type { Route } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { loadEndedVisit, visitsToSeal } from './recorded-visit.ts';
import { recordingRoutes } from './routes.ts';
import { noteFailure, sealRecording } from './seal-recording.ts';

export type Recordings = {
  routes: Route[];
  /** Seals in the background, one recording at a time; call it for an ended visit whose media is closed. */
  visitEnded(visitId: string): void;
  /** Takes up, in the background, what the last run left unsealed or unplayable. */
  recover(): Promise<void>;
  /** Tries nothing again, and waits for what is under way. */
  close(): Promise<void>;
};

/** A disk that is full or away comes back: after 5, 10, 20 … seconds it is tried again; after an hour, at the next start. */
const firstPauseMs = 5000;
const tries = 10;

export function createRecordings(foundation: Foundation, archive: RecordingArchive): Recordings {
  const { db, log } = foundation;
  const waiting = new Set<NodeJS.Timeout>();
  let last: Promise<void> = Promise.resolve();
  let closed = false;

  async function seal(visitId: string, attempt: number): Promise<void> {
    const done = await bringToLastState(visitId);
    if (done || closed || attempt === tries) return;
    const timer = setTimeout(
      () => {
        waiting.delete(timer);
        sealInTurn(visitId, attempt + 1);
      },
      firstPauseMs * 2 ** (attempt - 1),
    );
    waiting.add(timer.unref());
  }

  async function bringToLastState(visitId: string): Promise<boolean> {
    try {
      const visit = await loadEndedVisit(db, visitId);
      return visit === undefined || (await sealRecording(foundation, archive, visit));
    } catch (error) {
      // Nothing is lost: the files stay as they are.
      log.error({ err: error, visitId }, 'the recording could not be sealed');
      await noteFailure(db, visitId, error).catch(() => {});
      return false;
    }
  }

  function sealInTurn(visitId: string, attempt: number): void {
    last = last.then(() => seal(visitId, attempt));
  }
  const visitEnded = (visitId: string) => sealInTurn(visitId, 1);

  return {
    routes: recordingRoutes(foundation),
    visitEnded,
    async recover() {
      for (const visitId of await visitsToSeal(db)) visitEnded(visitId);
    },
    close() {
      closed = true;
      for (const timer of waiting) clearTimeout(timer);
      return last;
    },
  };
}
