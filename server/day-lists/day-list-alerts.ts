import { DateTime } from 'luxon';
import { fromStoredTime, toStoredTime } from '../clock.ts';
import type { Foundation } from '../foundation.ts';
import { listStateOf, needsAcknowledgement } from './decide-standing.ts';
import { acknowledgeByOf, dayOf, loadListed } from './load-standings.ts';
import { staffNames } from './present-day-list.ts';
import type { DayListAlert, VisitAcknowledgement } from './schema.ts';
import { acknowledgedBookingsTable } from './tables.ts';

/** Longer than any row of days off: of a day that is further away, the time to acknowledge is not over. */
const daysAhead = 15;

/** The lists that the prison should have acknowledged by now, the nearest day first. */
export async function dayListAlerts(
  { db, clock }: Pick<Foundation, 'db' | 'clock'>,
  prisonId?: string | undefined,
): Promise<DayListAlert[]> {
  const now = clock.now();
  const today = dayOf(toStoredTime(now));
  const to = DateTime.fromISO(today).plus({ days: daysAhead }).toISODate() ?? today;
  const listed = await loadListed(db, { from: today, to, prisonId });
  const prisons: { id: string; name_zh: string; name_en: string }[] = await db('prisons').orderBy('id');
  const alerts: DayListAlert[] = [];
  const days = [...new Set(listed.map(({ day }) => day))].sort();
  for (const day of days) {
    for (const prison of prisons) {
      const own = listed.filter((visit) => visit.day === day && visit.prisonId === prison.id);
      if (own.length === 0) continue;
      const acknowledgeBy = await acknowledgeByOf(db, { prisonId: prison.id, day, now });
      const standings = own.map(({ standing }) => standing);
      const state = listStateOf(standings, { acknowledgeBy, now });
      if (state !== 'missing' && state !== 'outdated') continue;
      alerts.push({
        prison: { id: prison.id, name: { zh: prison.name_zh, en: prison.name_en } },
        day,
        state,
        acknowledgeBy: toStoredTime(acknowledgeBy),
        visits: standings.filter(needsAcknowledgement).length,
      });
    }
  }
  return alerts;
}

/** For the desk: how many lists wait for a prison beyond their time. */
export async function countDayListAlerts(
  foundation: Pick<Foundation, 'db' | 'clock'>,
  prisonId?: string | undefined,
): Promise<number> {
  return (await dayListAlerts(foundation, prisonId)).length;
}

/** How one visit stands with its prison, for the pages of the booking and of the visit. */
export async function acknowledgementOf(
  { db, clock }: Pick<Foundation, 'db' | 'clock'>,
  { id, prisonId, startsAt }: { id: string; prisonId: string; startsAt: string },
): Promise<VisitAcknowledgement> {
  const now = clock.now();
  const day = dayOf(startsAt);
  const visit = (await loadListed(db, { from: day, to: day, prisonId })).find(
    ({ bookingId }) => bookingId === id,
  );
  const acknowledgeBy = await acknowledgeByOf(db, { prisonId, day, now });
  const last: { acknowledged_by: string; acknowledged_at: string } | undefined =
    await acknowledgedBookingsTable(db)
      .join('day_list_acknowledgements', 'day_list_acknowledgements.id', 'acknowledgement_id')
      .where({ booking_id: id, day })
      .orderBy('acknowledged_at', 'desc')
      .first('acknowledged_by', 'acknowledged_at');
  const names = await staffNames(db, last === undefined ? [] : [last.acknowledged_by]);
  const standing = visit?.standing ?? null;
  return {
    standing,
    overdue:
      standing !== null &&
      needsAcknowledgement(standing) &&
      fromStoredTime(toStoredTime(now)) > acknowledgeBy,
    acknowledgeBy: toStoredTime(acknowledgeBy),
    last: last === undefined ? null : { by: names.get(last.acknowledged_by) ?? '', at: last.acknowledged_at },
  };
}
