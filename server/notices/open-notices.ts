import type { Route } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { type IsBarred, remindOfVisits } from './remind-of-visits.ts';
import { noticeRoutes } from './routes.ts';

const betweenTurnsMs = 5 * 60_000;

/** Serves the notices, and reminds of visits: at once, which makes up for the time when nothing ran, and every few minutes. */
export function openNotices(
  foundation: Foundation,
  { isBarred }: { isBarred: IsBarred },
): { routes: Route[]; close(): Promise<void> } {
  const { log } = foundation;
  const takeTurn = () =>
    remindOfVisits(foundation, isBarred).then(
      (reminded) => {
        if (reminded > 0) log.info({ reminded }, 'visitors were reminded of visits');
      },
      (error: unknown) => log.error({ err: error }, 'visitors could not be reminded of visits'),
    );
  let turn = takeTurn();
  const timer = setInterval(() => {
    turn = turn.then(takeTurn);
  }, betweenTurnsMs).unref();
  return {
    routes: noticeRoutes(foundation),
    async close() {
      clearInterval(timer);
      await turn;
    },
  };
}
