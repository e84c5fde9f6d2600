import type { RecordingArchive } from '../../sfu/media-node.ts';
import type { Route } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { type PrisonOfVisit, recordingRoutes } from './routes.ts';
import { type RecordedVisit, sealRecording } from './seal-recording.ts';

export { recordingFolder } from './recording-folder.ts';
export type { RecordedVisit } from './seal-recording.ts';

export type Recordings = {
  routes: Route[];
  /** Seals in the background, one recording at a time; call it for an ended visit whose media is closed. */
  visitEnded(visitId: string): void;
  /** Waits for what is under way, for a server that stops. */
  settled(): Promise<void>;
};

export type VisitsRecorded = {
  prisonOfVisit: PrisonOfVisit;
  /** Undefined while the visit has not ended. */
  endedVisit(visitId: string): Promise<RecordedVisit | undefined>;
};

export function createRecordings(
  foundation: Foundation,
  archive: RecordingArchive,
  visits: VisitsRecorded,
): Recordings {
  let last: Promise<void> = Promise.resolve();
  async function seal(visitId: string): Promise<void> {
    try {
      const visit = await visits.endedVisit(visitId);
      if (visit) await sealRecording(foundation, archive, visit);
    } catch (error) {
      // Nothing is lost: the files stay as they are, and the next start tries again.
      foundation.log.error({ err: error, visitId }, 'the recording could not be sealed');
    }
  }
  return {
    routes: recordingRoutes(foundation, visits.prisonOfVisit),
    visitEnded(visitId) {
      last = last.then(() => seal(visitId));
    },
    settled: () => last,
  };
}
