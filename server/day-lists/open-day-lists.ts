import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import { toStoredTime } from '../clock.ts';
import { listStateOf, needsAcknowledgement } from './decide-standing.ts';
import { acknowledgeByOf, dayOf, loadListed } from './load-standings.ts';
import type { OpenDayList } from './schema.ts';

/** Longer than any row of days off: of a day that is further away, the time to acknowledge is not over. */
const daysAhead = 15;

/** The lists of the coming days that a prison still has to acknowledge, the nearest day first. */
export async function openDayLists(
  db: Knex,
  now: DateTime,
  prisonId?: string | undefined,
): Promise<OpenDayList[]> {
  const today = dayOf(toStoredTime(now));
  const to = DateTime.fromISO(today).plus({ days: daysAhead }).toISODate() ?? today;
  const listed = await loadListed(db, { from: today, to, prisonId });
  const prisons: { id: string; name_zh: string; name_en: string }[] = await db('prisons').orderBy('id');
  const lists: OpenDayList[] = [];
  for (const day of [...new Set(listed.map((visit) => visit.day))].sort()) {
    for (const prison of prisons) {
      const own = listed.filter((visit) => visit.day === day && visit.prisonId === prison.id);
      const standings = own.map(({ standing }) => standing);
      if (!standings.some(needsAcknowledgement)) continue;
      const acknowledgeBy = await acknowledgeByOf(db, { prisonId: prison.id, day, now });
      const state = listStateOf(standings, { acknowledgeBy, now });
      if (state === 'empty' || state === 'acknowledged') continue;
      lists.push({
        prison: { id: prison.id, name: { zh: prison.name_zh, en: prison.name_en } },
        day,
        state,
        acknowledgeBy: toStoredTime(acknowledgeBy),
        visits: standings.filter(needsAcknowledgement).length,
      });
    }
  }
  return lists;
}
