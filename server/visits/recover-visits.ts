import { isoNow } from '../clock.ts';
import type { Foundation } from '../foundation.ts';
import type { PendingStops } from './pending-stops.ts';
import { readVisit, visitsTable } from './tables.ts';
import type { VisitSessions } from './visit-sessions.ts';

/**
 * Takes up what the last run left: first the stops that were obeyed but not written, then every visit that was going on.
 * Nobody is there any more, so a live visit is paused, at the last sign of life; clients come back by themselves.
 */
export async function recoverVisits(
  { db, clock, log }: Foundation,
  sessions: VisitSessions,
  stops: PendingStops,
): Promise<void> {
  for (const { visitId, event } of await stops.list()) {
    const session = await sessions.of(visitId);
    await session.act({ event });
    await stops.forget(visitId);
    log.warn({ visitId }, 'a stop that had been obeyed is written now');
  }
  const rows = await visitsTable(db).whereIn('state', ['checked_in', 'ready', 'live', 'paused']);
  for (const row of rows) {
    const { state, aliveAt } = readVisit(row);
    const session = await sessions.of(row.id);
    const at = isoNow(clock);
    await session.act({ event: { type: 'recovered', at, aliveAt: aliveAt ?? at } });
    log.warn({ visitId: row.id, state: state.name }, 'a visit was taken up after a restart');
  }
}
