import type { DeskCounter } from '../desk/index.ts';
import { writers } from './decide-record.ts';
import { listSessions } from './list-sessions.ts';

/** How many sessions have no record yet, for those who write them. */
export const countRecordsToWrite: DeskCounter = async (db, { principal }) => {
  if (!writers.some((role) => role === principal.role)) return [];
  const { sessions } = await listSessions(db, principal, { state: 'to_write' });
  return [
    {
      code: 'assistance_to_write',
      prison: null,
      count: sessions.length,
      overdue: null,
      link: '/assistance',
      overdueLink: null,
    },
  ];
};
