import { z } from 'zod';
import { edgeRefusals, type Route, roles, route, worksWith } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { closureBody, liftBody } from './change-schema.ts';
import { closureScopes } from './codes.ts';
import { carryOut, type PlanHooks } from './plan.ts';
import { closers, closersOf, planClosure, planLifting } from './plan-closures.ts';
import { findClosures, presentClosures } from './present-closures.ts';
import { closureList, closuresQuery } from './schema.ts';

/** More than a screen shows. */
const mostShown = 200;

/** What is closed from one moment until another: a prison, a terminal, a visit room or the centre. */
export function closureRoutes(foundation: Foundation, hooks: PlanHooks): Route[] {
  const { db, clock } = foundation;
  return [
    route({
      method: 'get',
      path: '/api/closures',
      who: roles,
      summary: 'What is closed, by whom, why and until when.',
      query: closuresQuery,
      answer: closureList,
      async handle({ principal: staff, query, language }) {
        const { prisonId = staff.prisonId ?? undefined, past } = query;
        if (prisonId !== undefined && !worksWith(staff, prisonId)) throw edgeRefusals.not_found();
        const now = clock.now();
        const after = past === 'yes' ? undefined : now;
        const rows = await findClosures(db, { prisonId, after, limit: mostShown + 1 });
        return {
          closures: await presentClosures(db, rows.slice(0, mostShown), { staff, now, language }),
          more: rows.length > mostShown,
          mayClose: closureScopes.filter((scope) => closersOf[scope].includes(staff.role)),
        };
      },
    }),
    route({
      method: 'post',
      path: '/api/closures',
      who: closers,
      summary: 'Close something for a time; booked visits are flagged, not cancelled.',
      body: closureBody,
      answer: 'nothing',
      handle: ({ principal, body }) => carryOut(foundation, principal, planClosure(body), hooks),
    }),
    route({
      method: 'post',
      path: '/api/closures/:closureId/lift',
      who: closers,
      summary: 'Open again before its time, with the reason.',
      params: z.object({ closureId: z.string().max(36) }),
      body: liftBody,
      answer: 'nothing',
      handle: ({ principal, params, body }) =>
        carryOut(foundation, principal, planLifting({ id: params.closureId, ...body }), hooks),
    }),
  ];
}
