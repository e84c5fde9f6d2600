import { countUpTo, type DeskCounter } from '../desk/index.ts';
import { deciders } from './decide-suspension.ts';

/** The proposals that wait for the decision of the caller's prison. */
export const countProposals: DeskCounter = async (db, { principal }) => {
  if (!deciders.some((role) => role === principal.role)) return [];
  const waiting = db('visitor_suspensions')
    .leftJoin('suspension_decisions', 'suspension_decisions.suspension_id', 'visitor_suspensions.id')
    .whereNull('suspension_decisions.step')
    .where((query) => {
      if (principal.prisonId !== null) query.where('prison_id', principal.prisonId);
    });
  return [
    {
      code: 'suspensions_proposed',
      prison: null,
      count: await countUpTo(db, waiting),
      overdue: null,
      link: '/suspensions?state=proposed',
      overdueLink: null,
    },
  ];
};
