import { z } from 'zod';
import { edgeRefusals, type Role, type Route, route, worksWith } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { excuseBody } from '../quota/schema.ts';
import { excusers } from './decide-excuse.ts';
import { excuseNoShow } from './excuse-no-show.ts';
import { listMakeupsOwed } from './makeups-owed.ts';
import { bookingOutcome, makeupsOwed, makeupsQuery } from './outcome-schema.ts';
import { presentOutcome } from './present-outcome.ts';

const readers = [
  'district_officer',
  'district_supervisor',
  'prison_officer',
  'prison_approver',
  'auditor',
] as const satisfies Role[];
const ofBooking = z.object({ bookingId: z.string().max(36) });

export function outcomeRoutes(foundation: Foundation): Route[] {
  const { db, clock } = foundation;
  return [
    route({
      method: 'get',
      path: '/api/bookings/:bookingId/outcome',
      who: readers,
      summary: 'How a booked visit came out, whether it counts, and which visit makes up for which.',
      params: ofBooking,
      answer: bookingOutcome,
      handle: ({ principal: staff, params, language }) =>
        presentOutcome(db, params.bookingId, { staff, now: clock.now(), language }),
    }),
    route({
      method: 'post',
      path: '/api/bookings/:bookingId/excuse',
      who: excusers,
      summary: 'Say that a visit which the family gave up is not held against them.',
      params: ofBooking,
      body: excuseBody,
      answer: bookingOutcome,
      async handle({ principal: staff, params: { bookingId }, body, language }) {
        await excuseNoShow(foundation, staff, bookingId, body);
        return presentOutcome(db, bookingId, { staff, now: clock.now(), language });
      },
    }),
    route({
      method: 'get',
      path: '/api/makeups-owed',
      who: readers,
      summary: 'Failed visits that have not been made up for, those whose days are over first at the head.',
      query: makeupsQuery,
      answer: makeupsOwed,
      async handle({ principal: staff, query: { prisonId = staff.prisonId ?? undefined }, language }) {
        if (prisonId !== undefined && !worksWith(staff, prisonId)) throw edgeRefusals.not_found();
        return listMakeupsOwed(db, { prisonId }, { staff, now: clock.now(), language });
      },
    }),
  ];
}
