import { isoNow } from '../clock.ts';
import { Refusal } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { changeVisit } from './change-visit.ts';
import type { PendingStops } from './pending-stops.ts';
import type { SystemHealth } from './system-health.ts';
import { readVisit, visitsTable } from './tables.ts';
import type { VisitSessions } from './visit-sessions.ts';

export type RecoveryTools = {
  sessions: VisitSessions;
  stops: PendingStops;
  system: SystemHealth;
  onEnded(visitId: string): void;
};

/**
 * Takes up what the last run left: first the stops that were obeyed but not written, then every visit that was going on.
 * Nobody is there any more, so a live visit is paused, at the last sign of life; clients come back by themselves. Where
 * the time of a visit ran out meanwhile it ends, before anything of it is opened again.
 */
export async function recoverVisits(
  foundation: Foundation,
  { sessions, stops, system, onEnded }: RecoveryTools,
): Promise<void> {
  const { db, clock, log } = foundation;
  for (const { visitId, event } of await stops.list()) {
    const written = await changeVisit(foundation, visitId, { event }, system.last()).catch(noSuchVisit);
    if (!written) {
      log.error({ visitId }, 'a stop on disk belongs to no visit of this database; its file is kept');
      continue;
    }
    const { state, refused } = written;
    await stops.forget(visitId);
    log.warn({ visitId, refused }, 'a stop that had been obeyed is written now');
    if (state.name === 'ended' && !refused) onEnded(visitId);
  }
  const rows = await visitsTable(db).whereIn('state', ['checked_in', 'ready', 'live', 'paused']);
  for (const row of rows) {
    const { aliveAt } = readVisit(row);
    const at = isoNow(clock);
    const event = { type: 'recovered', at, aliveAt: aliveAt ?? at } as const;
    const { state } = await changeVisit(foundation, row.id, { event }, system.last());
    log.warn({ visitId: row.id, was: row.state, is: state.name }, 'a visit was taken up after a restart');
    if (state.name === 'ended') onEnded(row.id);
    else await sessions.of(row.id);
  }
}

/** A database that was put in the place of another must not keep the server from starting. */
function noSuchVisit(error: unknown): undefined {
  if (!(error instanceof Refusal)) throw error;
}
