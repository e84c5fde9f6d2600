import { dayOf, peopleZone, toStoredTime } from '../clock.ts';
import { countUpTo, type DeskCounter } from '../desk/index.ts';
import { countFlagged } from './find-flagged.ts';
import { countMakeupsOwed } from './makeups-owed.ts';
import { bookingsTable } from './tables.ts';

/** Booked visits that something has come between: the prison's own, or all. */
export const countFlaggedVisits: DeskCounter = async (db, { principal, now }) => {
  if (principal.role === 'administrator') return [];
  const count = await countFlagged(db, { now, prisonId: principal.prisonId ?? undefined });
  const link = '/flagged-bookings';
  return [{ code: 'flagged_bookings', prison: null, count, overdue: null, link, overdueLink: null }];
};

/** Families whose visit failed and has not been made up for. */
export const countMakeups: DeskCounter = async (db, { principal, now }) => {
  if (principal.role === 'administrator') return [];
  const count = await countMakeupsOwed(db, dayOf(now), { prisonId: principal.prisonId ?? undefined });
  return [{ code: 'makeups_owed', prison: null, count, overdue: null, link: '/makeups', overdueLink: null }];
};

/** The visits of today that are still to come or going on. */
export const countVisitsToday: DeskCounter = async (db, { principal, now }) => {
  if (principal.role === 'administrator') return [];
  const day = now.setZone(peopleZone);
  const today = bookingsTable(db)
    .whereBetween('starts_at', [toStoredTime(day.startOf('day')), toStoredTime(day.endOf('day'))])
    .whereIn('state', ['booked', 'attended'])
    .where((query) => {
      if (principal.prisonId !== null) query.where('prison_id', principal.prisonId);
    });
  return [
    {
      code: 'visits_today',
      prison: null,
      count: await countUpTo(db, today),
      overdue: null,
      link: '/visits',
      overdueLink: null,
    },
  ];
};
