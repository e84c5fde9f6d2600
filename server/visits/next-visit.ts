import type { Knex } from 'knex';
import { type Clock, isoNow } from '../clock.ts';
import type { StationPrincipal } from '../edge/index.ts';
import { maskName } from '../people/index.ts';
import { listVisits, today } from './list-visits.ts';
import type { NextVisit } from './schema.ts';

/** What a station waits for: its first visit of today that has not ended and whose time is not over. */
export async function findNextVisit(db: Knex, clock: Clock, station: StationPrincipal): Promise<NextVisit> {
  const day = today(clock);
  const serverTime = isoNow(clock);
  const prisonId = station.kind === 'terminal' ? station.prisonId : null;
  const visits = await listVisits(db, { day, prisonId });
  const next = visits.find(
    (visit) =>
      (station.kind === 'terminal'
        ? visit.terminal.id === station.terminalId
        : visit.visitRoom.id === station.visitRoomId) &&
      visit.state !== 'ended' &&
      (isGoingOn(visit.state) || visit.endsAt > serverTime),
  );
  return {
    serverTime,
    visit: next
      ? {
          visitId: next.id,
          startsAt: next.startsAt,
          endsAt: next.endsAt,
          state: next.state,
          prisonName: next.prison.name,
          visitors: next.visitors.map(({ name }) => maskName(name)),
          prisoner: maskName(next.prisoner.name),
        }
      : null,
  };
}

const isGoingOn = (state: string) => state === 'ready' || state === 'live' || state === 'paused';
