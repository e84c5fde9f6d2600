import { z } from 'zod';
import { dayOf } from '../clock.ts';
import { type Route, roles, route } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { addCentreHoursBody, endBody } from './change-schema.ts';
import { carryOut, type PlanHooks } from './plan.ts';
import {
  centreKeepers,
  planAddedCentreHours,
  planChangedCentreHours,
  planEndedCentreHours,
} from './plan-centre-hours.ts';
import { presentCentre } from './present-centre.ts';
import { centre } from './schema.ts';

const ofHours = z.object({ hoursId: z.string().max(36) });

/** When the corrections centre is open. */
export function centreRoutes(foundation: Foundation, hooks: PlanHooks): Route[] {
  const { db, clock } = foundation;
  return [
    route({
      method: 'get',
      path: '/api/centre',
      who: roles,
      summary: 'The corrections centre and when it is open.',
      answer: centre,
      handle: ({ principal: staff, language }) =>
        presentCentre(db, { staff, today: dayOf(clock.now()), language }),
    }),
    route({
      method: 'post',
      path: '/api/centre-hours',
      who: centreKeepers,
      summary: 'Give the centre hours on some weekdays from a day on.',
      body: addCentreHoursBody,
      answer: 'nothing',
      handle: ({ principal, body }) => carryOut(foundation, principal, planAddedCentreHours(body), hooks),
    }),
    route({
      method: 'post',
      path: '/api/centre-hours/:hoursId/end',
      who: centreKeepers,
      summary: 'Hours of the centre hold for the last time on a day.',
      params: ofHours,
      body: endBody,
      answer: 'nothing',
      handle: ({ principal, params, body }) =>
        carryOut(foundation, principal, planEndedCentreHours({ id: params.hoursId, ...body }), hooks),
    }),
    route({
      method: 'post',
      path: '/api/centre-hours/:hoursId/change',
      who: centreKeepers,
      summary: 'End hours of the centre and begin others in their place from a day on.',
      params: ofHours,
      body: addCentreHoursBody,
      answer: 'nothing',
      handle: ({ principal, params, body }) =>
        carryOut(foundation, principal, planChangedCentreHours({ id: params.hoursId, ...body }), hooks),
    }),
  ];
}
