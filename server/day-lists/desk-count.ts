import { fromStoredTime, peopleZone } from '../clock.ts';
import type { DeskCounter } from '../desk/index.ts';
import { openDayLists } from './open-day-lists.ts';

/** The lists that prisons have to acknowledge today, with those that they should have before. */
export const countDayLists: DeskCounter = async (db, { principal, now }) => {
  if (principal.role === 'auditor' || principal.role === 'administrator') return [];
  const open = await openDayLists(db, now, principal.prisonId ?? undefined);
  const endOfToday = now.setZone(peopleZone).endOf('day');
  const due = open.filter(({ acknowledgeBy }) => fromStoredTime(acknowledgeBy) <= endOfToday);
  const overdue = due.filter(({ state }) => state !== 'waiting').length;
  return [
    { code: 'day_lists', prison: null, count: due.length, overdue, link: '/day-lists', overdueLink: null },
  ];
};
