/**
 * The session: what happens between check-in and the end of a visit.
 *
 *   const visits = createVisits(foundation, { mediaNode, identify, onEnded: (visitId) => seal(visitId) });
 *   serveRoutes([...visits.routes, …], …);
 *   visits.attach(httpServer);      // signalling, namespace /visits
 *   await visits.recover();         // once, before listening
 *   accountRoutes(foundation, { stationRevoked: visits.disconnectStation, sessionEnded: visits.recheckAccess });
 *   await visits.close();           // before the media node and the database are closed
 *
 * What is promised when: an acknowledged action is committed with its line of the timeline and its ledger entry. A stop that is
 * acknowledged while the database is away is on disk, and the media is gone. A pause that cannot be written yet is
 * refused as `paused_not_yet_recorded`, with the media shut. A crash costs the countdown at most the seconds since the last beat,
 * in favour of the parties.
 *
 * One process holds the connections and the room of a visit: all clients of a visit must reach the same process.
 */
import type { Server as HttpServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { MediaNode } from '../../sfu/media-node.ts';
import { isoNow } from '../clock.ts';
import type { Identify, Route } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { type Check, checkDisk } from '../readiness/index.ts';
import { type Alarms, createResettableAlarm, timerAlarms } from './alarms.ts';
import { openPendingStops } from './pending-stops.ts';
import { recoverVisits } from './recover-visits.ts';
import { visitRoutes } from './routes.ts';
import { attachSignalling, type Signalling } from './signalling/attach-signalling.ts';
import { watchSystem } from './system-health.ts';
import { openVisitSessions } from './visit-sessions.ts';
import { plusMs } from './visit-time.ts';

export { actingIn } from './act-on-visit.ts';
export { allowedActions } from './allowed-actions.ts';
export type { Change } from './change-visit.ts';
export { decideCheckIn } from './decide-check-in.ts';
export { bookingDetailsOf } from './list-visits.ts';
export { loadVisit } from './load-visit.ts';
export { refusalOf } from './refusals.ts';
export { recordingFolderOf } from './room-keeper.ts';
export { loadSessionFacts, type SessionFacts } from './session-facts.ts';
export { timelineOf } from './tables.ts';
export { loadViolationFacts } from './violation-facts.ts';
export type { Officer } from './visit-state.ts';
export { checkInOpensAt, visitorsLateAt } from './visit-time.ts';

export type VisitsOptions = {
  mediaNode: MediaNode;
  identify: Identify;
  /** The visit is over, its room closed, its last part written: the recording can be sealed. Once a visit and process. */
  onEnded(visitId: string): void;
  /** Whether the disk can take another recording; what /readyz says, unless given. */
  checkDisk?: () => Promise<Check>;
  /** Where waiting goes through; timers, unless given. */
  alarms?: Alarms;
};

/** Every connection's session or key is looked at again this often. */
const recheckMs = 30_000;
const settleLimitMs = 3000;

export type Visits = ReturnType<typeof createVisits>;

export function createVisits(foundation: Foundation, options: VisitsOptions) {
  const { mediaNode, identify, onEnded } = options;
  const { clock, log, dataDir } = foundation;
  const alarms = options.alarms ?? timerAlarms(clock);
  const system = watchSystem(mediaNode, options.checkDisk ?? (() => checkDisk(dataDir)), clock);
  const stops = openPendingStops(dataDir);
  const sessions = openVisitSessions({ foundation, mediaNode, alarms, system, stops, onEnded });
  let signalling: Signalling | undefined;

  mediaNode.onEvent((event) => sessions.takeMediaEvent(event));

  async function recheckAccess(): Promise<void> {
    await signalling?.recheckAccess().catch((error) => log.warn({ err: error }, 'access was not rechecked'));
  }
  const recheck = createResettableAlarm(alarms, async () => {
    await recheckAccess();
    if (signalling) recheck.setTo(plusMs(isoNow(clock), recheckMs));
  });

  return {
    routes: visitRoutes(foundation, { sessionOf: sessions.of, system }) satisfies Route[],
    /** Where check-in, and whoever else changes a visit, gets at it. */
    sessionOf: sessions.of,
    attach(httpServer: HttpServer): void {
      signalling = attachSignalling(httpServer, {
        identify,
        log,
        mediaNode,
        clock,
        sessionOf: sessions.of,
      });
      recheck.setTo(plusMs(isoNow(clock), recheckMs));
    },
    recover: () => recoverVisits(foundation, { sessions, stops, system, onEnded }),
    disconnectStation: (stationId: string) => signalling?.disconnectStation(stationId),
    /** Lets go of every connection whose session or key has ended; what happens every half minute by itself. */
    recheckAccess: () => void recheckAccess(),
    /** How many clients are connected to this process. */
    connections: () => signalling?.connections() ?? 0,
    async close(): Promise<void> {
      recheck.setTo(undefined);
      signalling?.close();
      signalling = undefined;
      // That the supervisors left is written, if the database is there: a visit that was live is paused.
      await Promise.race([sessions.settled(), wait(settleLimitMs, undefined, { ref: false })]);
      sessions.close();
    },
  };
}
