import { z } from 'zod';
import { loadBooking } from '../bookings/index.ts';
import { edgeRefusals, type Role, type Route, route, worksWith } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { acknowledgeDayList } from './acknowledge-day-list.ts';
import { acknowledgementOf } from './acknowledgement-of.ts';
import { acknowledgers } from './decide-standing.ts';
import { openDayLists } from './open-day-lists.ts';
import { presentDayList } from './present-day-list.ts';
import {
  acknowledgeBody,
  dayList,
  dayListQuery,
  ofDayList,
  openDayList,
  visitAcknowledgement,
} from './schema.ts';

const readers = [
  'district_officer',
  'district_supervisor',
  'prison_officer',
  'prison_approver',
  'auditor',
] as const satisfies Role[];

/** The visits of a day for the prison that prepares for them, and its word that it does. */
export function dayListRoutes(foundation: Foundation): Route[] {
  const { db, clock } = foundation;
  return [
    route({
      method: 'get',
      path: '/api/day-lists/:prisonId/:day',
      who: readers,
      summary:
        'The visits of a prison, or of one ward, on a day, and whether the prison has acknowledged them.',
      params: ofDayList,
      query: dayListQuery,
      answer: dayList,
      handle: ({ principal, params, query, language }) =>
        presentDayList(foundation, { ...params, ...query }, { staff: principal, language }),
    }),
    route({
      method: 'post',
      path: '/api/day-lists/:prisonId/:day/acknowledgement',
      who: acknowledgers,
      summary: 'The prison has seen the list of a day, exactly as it was on the screen.',
      params: ofDayList,
      body: acknowledgeBody,
      answer: dayList,
      status: 201,
      async handle({ principal, params, body, language }) {
        await acknowledgeDayList(foundation, principal, params, body);
        const wardId = body.wardId ?? undefined;
        return presentDayList(foundation, { ...params, wardId }, { staff: principal, language });
      },
    }),
    route({
      method: 'get',
      path: '/api/day-lists',
      who: readers,
      summary:
        'The lists of the coming days that a prison still has to acknowledge, and those that are late.',
      answer: z.array(openDayList),
      handle: ({ principal }) => openDayLists(db, clock.now(), principal.prisonId ?? undefined),
    }),
    route({
      method: 'get',
      path: '/api/bookings/:bookingId/acknowledgement',
      who: readers,
      summary: 'Whether the prison has acknowledged a visit as it is now.',
      params: z.object({ bookingId: z.string().max(36) }),
      answer: visitAcknowledgement,
      async handle({ principal, params: { bookingId } }) {
        const booking = await loadBooking(db, bookingId);
        if (booking === undefined || !worksWith(principal, booking.prisonId)) throw edgeRefusals.not_found();
        return acknowledgementOf(foundation, booking);
      },
    }),
  ];
}
