import type { Logger } from 'pino';
import { createRecordingArchive } from '../sfu/index.ts';
import { accountRoutes, addStation, identifyBy } from './accounts/index.ts';
import { createApp } from './app.ts';
import { countDrafts, openDrafts } from './application-drafts/index.ts';
import { applicationRoutes, countApplications } from './applications/index.ts';
import { assistanceRoutes, countRecordsToWrite } from './assistance/index.ts';
import {
  barAtTheGate,
  bookingRoutes,
  countFlaggedVisits,
  countMakeups,
  countVisitsToday,
  findTouchedBookings,
  findUnfitBookings,
  hasLiveBooking,
  loadBookedTimes,
  outcomeRoutes,
} from './bookings/index.ts';
import { calendarRoutes } from './calendar/index.ts';
import { checkInRoutes } from './check-in/index.ts';
import { type Clock, systemClock } from './clock.ts';
import { custodyRoutes, watchFlaggedBy } from './custody/routes.ts';
import { countDayLists, dayListRoutes } from './day-lists/index.ts';
import { demonstrationRoutes, isDemonstration, seedDemonstration } from './demonstration/index.ts';
import { deskRoutes } from './desk/index.ts';
import type { Route } from './edge/index.ts';
import type { Foundation } from './foundation.ts';
import { kioskRoutes } from './kiosk/index.ts';
import { ledgerRoutes } from './ledger/routes.ts';
import { makeListener, startListening } from './listen.ts';
import { startMediaNode } from './media.ts';
import { countTexts } from './notices/index.ts';
import { openNotices } from './notices/open-notices.ts';
import { closeFoundation, openFoundation } from './open-foundation.ts';
import { peopleRoutes } from './people/routes.ts';
import { placeRoutes } from './places/index.ts';
import { quotaRoutes } from './quota/routes.ts';
import { createRecordings, type Recordings } from './recordings/index.ts';
import { relationshipRoutes } from './relationships/index.ts';
import { reviewRoutes } from './reviews/routes.ts';
import { ruleRoutes } from './rules/index.ts';
import type { Settings } from './settings.ts';
import { countProposals, suspensionRoutes } from './suspensions/index.ts';
import { createVisits, loadViolationFacts } from './visits/index.ts';
import { countOffers, openWaitingList } from './waiting-list/index.ts';

export type RunningServer = {
  origin: string;
  authorityFile: string | undefined;
  demonstration: boolean;
  foundation: Foundation;
  routes: readonly Route[];
  recordings: Recordings;
  /** Ends what is under way in order; nothing that was acknowledged depends on it. */
  close(): Promise<void>;
};

/**
 * Starts everything that the settings ask for, and answers when it serves.
 * @throws SettingsUnusable, DatabaseUnusable with one line for the person who starts it
 */
export async function startServer(
  settings: Settings,
  log: Logger,
  clock: Clock = systemClock,
): Promise<RunningServer> {
  const foundation = await openFoundation(settings, log, clock);
  if (settings.databaseUrl === undefined) await seedDemonstration(foundation);

  const listener = await makeListener(settings, clock);
  const mediaNode = await startMediaNode(settings, log);
  const identify = identifyBy(foundation.db, clock);
  const recordings = createRecordings(foundation, createRecordingArchive());
  const visits = createVisits(foundation, { mediaNode, identify, onEnded: recordings.visitEnded });
  const waitingList = openWaitingList(foundation);
  const drafts = openDrafts(foundation);
  const notices = openNotices(foundation, {
    isBarred: async (db, bookingId) => (await barAtTheGate(db, bookingId)) !== undefined,
  });
  const watchFlagged = watchFlaggedBy(foundation);
  const routes: Route[] = [
    ...accountRoutes(foundation, {
      stationRevoked: visits.disconnectStation,
      sessionEnded: visits.recheckAccess,
    }),
    ...placeRoutes(foundation, { addStation, findTouchedBookings, watchFlagged }),
    ...peopleRoutes(foundation),
    ...applicationRoutes(foundation, { hasLiveBooking }),
    ...drafts.routes,
    ...reviewRoutes(foundation),
    ...relationshipRoutes(foundation),
    ...ruleRoutes(foundation, { findUnfitBookings }),
    ...calendarRoutes(foundation, { findTouchedBookings, loadBookedTimes, watchFlagged }),
    ...quotaRoutes(foundation, { watchFlagged }),
    ...outcomeRoutes(foundation),
    ...bookingRoutes(foundation, { slotFreed: waitingList.takeTurn }),
    ...waitingList.routes,
    ...kioskRoutes(foundation),
    ...custodyRoutes(foundation),
    ...checkInRoutes(foundation, visits),
    ...visits.routes,
    ...assistanceRoutes(foundation),
    ...notices.routes,
    ...dayListRoutes(foundation),
    ...suspensionRoutes(foundation, { loadVisitFacts: loadViolationFacts }),
    ...recordings.routes,
    ...ledgerRoutes(foundation),
    ...deskRoutes(foundation, [
      countApplications,
      countDrafts,
      countRecordsToWrite,
      countProposals,
      countVisitsToday,
      countFlaggedVisits,
      countMakeups,
      countDayLists,
      countTexts,
      countOffers,
    ]),
    ...demonstrationRoutes(foundation),
  ];
  const app = createApp({
    foundation,
    routes,
    identify,
    mediaNode,
    connections: visits.connections,
    secure: listener.secure,
  });
  visits.attach(listener.server);
  await visits.recover();
  await recordings.recover();
  await startListening(listener, settings, app);

  return {
    origin: listener.origin,
    authorityFile: listener.authorityFile,
    demonstration: await isDemonstration(foundation),
    foundation,
    routes,
    recordings,
    async close() {
      await visits.close();
      await new Promise((resolve) => {
        listener.server.close(resolve);
        listener.server.closeAllConnections();
      });
      await mediaNode.close();
      await waitingList.close();
      await drafts.close();
      await notices.close();
      await recordings.close();
      await closeFoundation(foundation);
    },
  };
}
