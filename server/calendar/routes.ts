import { z } from 'zod';
import { edgeRefusals, type Route, roles, route, worksWith } from '../edge/index.ts';
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
        const prison = await db('prisons').where({ id: prisonId }).first('id');
        if (prison === undefined || !worksWith(principal, prisonId)) throw edgeRefusals.not_found();
        return loadVisitDays(db, prisonId);
      },
    }),
  ];
}
