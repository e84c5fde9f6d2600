import { z } from 'zod';
import { edgeRefusals, type Route, roles, route, worksWith } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { dateOf } from './openings.ts';
import { presentSessions } from './present-sessions.ts';
import { sessionTemplate, sessionTemplatesQuery } from './schema.ts';

export function calendarRoutes({ db, clock }: Foundation): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/session-templates',
      who: roles,
      summary: 'When a prison has visits: every session template, ended ones too.',
      query: sessionTemplatesQuery,
      answer: z.array(sessionTemplate),
      async handle({ principal: staff, query: { prisonId }, language }) {
        const prison = await db('prisons').where({ id: prisonId }).first('id');
        if (prison === undefined || !worksWith(staff, prisonId)) throw edgeRefusals.not_found();
        return presentSessions(db, prisonId, { staff, today: dateOf(clock.now()), language });
      },
    }),
  ];
}
