import type { Route } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { expireDrafts } from './expire-drafts.ts';
import { draftRoutes } from './routes.ts';

export { countDrafts } from './desk-count.ts';
export { draftRoutes } from './routes.ts';
export { deleteDraft } from './tables.ts';

const betweenTurnsMs = 60 * 60_000;

/** Serves the drafts, and deletes those whose time is over: at once, and every hour. */
export function openDrafts(foundation: Foundation): { routes: Route[]; close(): Promise<void> } {
  const { db, clock, log } = foundation;
  const takeTurn = () =>
    expireDrafts(db, clock.now()).then(
      (deleted) => {
        if (deleted > 0) log.info({ deleted }, 'drafts of applications have expired');
      },
      (error: unknown) => log.error({ err: error }, 'drafts of applications could not be expired'),
    );
  let turn = takeTurn();
  const timer = setInterval(() => {
    turn = takeTurn();
  }, betweenTurnsMs).unref();
  return {
    routes: draftRoutes(foundation),
    async close() {
      clearInterval(timer);
      await turn;
    },
  };
}
