import { type Route, roles, route } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { arrangementBody } from './change-schema.ts';
import { carryOut, type PlanHooks } from './plan.ts';
import { arrangementKeepers, planArrangement } from './plan-arrangement.ts';
import { presentHolidays } from './present-holidays.ts';
import { holidayYears } from './schema.ts';

/** Public holidays and make-up working days of this year and the next. */
export function holidayRoutes(foundation: Foundation, hooks: PlanHooks): Route[] {
  const { db, clock } = foundation;
  return [
    route({
      method: 'get',
      path: '/api/holidays',
      who: roles,
      summary:
        'Holidays and make-up working days of this year and the next, and whether one is not known yet.',
      answer: holidayYears,
      handle: ({ principal: staff, language }) => presentHolidays(db, { staff, now: clock.now(), language }),
    }),
    route({
      method: 'post',
      path: '/api/holidays',
      who: arrangementKeepers,
      summary: 'Enter the State Council’s arrangement of a year; an earlier one of the year stays on record.',
      body: arrangementBody,
      answer: 'nothing',
      handle: ({ principal, body }) => carryOut(foundation, principal, planArrangement(body), hooks),
    }),
  ];
}
