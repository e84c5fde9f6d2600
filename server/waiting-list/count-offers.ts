import { countUpTo, type DeskCounter } from '../desk/index.ts';
import { keepersOfTheList } from './decide-waiting.ts';
import { waitingEntries } from './tables.ts';

/** Slots that are held and wait for the family’s answer: whoever speaks for families here has to ask them. */
export const countOffers: DeskCounter = async (db, { principal }) => {
  if (!keepersOfTheList.some((role) => role === principal.role)) return [];
  const count = await countUpTo(db, waitingEntries(db).where({ state: 'offered' }));
  return [
    {
      code: 'offers_unanswered',
      prison: null,
      count,
      overdue: null,
      link: '/waiting-list',
      overdueLink: null,
    },
  ];
};
