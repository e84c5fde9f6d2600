import { z } from 'zod';
import { edgeRefusals, type Route, roles, route } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { visitDay, visitDaysQuery } from './schema.ts';
import { loadVisitDays } from './tables.ts';

export function calendarRoutes({ db }: Foundation): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/visit-days',
      who: roles,
      summary: 'The weekdays and hours on which a prison receives remote visits.',
      query: visitDaysQuery,
      answer: z.array(visitDay),
      async handle({ principal, query: { prisonId } }) {
        const ownOnly = principal.prisonId !== null && principal.prisonId !== prisonId;
        const prison = await db('prisons').where({ id: prisonId }).first('id');
        if (ownOnly || prison === undefined) throw edgeRefusals.not_found();
        return loadVisitDays(db, prisonId);
      },
    }),
  ];
}
