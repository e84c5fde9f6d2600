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
  /** Waits for what is under way, for a server that stops. */
  settled(): Promise<void>;
};

export function createRecordings(foundation: Foundation, archive: RecordingArchive): Recordings {
  const { db, log } = foundation;
  let last: Promise<void> = Promise.resolve();
  async function seal(visitId: string): Promise<void> {
    try {
      const visit = await loadEndedVisit(db, visitId);
      if (visit) await sealRecording(foundation, archive, visit);
    } catch (error) {
      // Nothing is lost: the files stay as they are, and the next start tries again.
      log.error({ err: error, visitId }, 'the recording could not be sealed');
      await noteFailure(db, visitId, error).catch(() => {});
    }
  }
  function visitEnded(visitId: string): void {
    last = last.then(() => seal(visitId));
  }
  return {
    routes: recordingRoutes(foundation),
    visitEnded,
    async recover() {
      for (const visitId of await visitsToSeal(db)) visitEnded(visitId);
    },
    settled: () => last,
  };
}
