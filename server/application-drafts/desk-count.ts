import { countUpTo, type DeskCounter } from '../desk/index.ts';
import { draftsTable } from './tables.ts';

/** What an officer has begun at the counter and not sent. */
export const countDrafts: DeskCounter = async (db, { principal }) => {
  if (principal.role !== 'district_officer') return [];
  return [
    {
      code: 'application_drafts',
      prison: null,
      count: await countUpTo(db, draftsTable(db).where({ staff_id: principal.id })),
      overdue: null,
      link: '/applications/drafts',
      overdueLink: null,
    },
  ];
};
