import { DateTime } from 'luxon';
import { z } from 'zod';
import { slotsQuery } from '../calendar/schema.ts';
import { peopleZone } from '../clock.ts';
import {
  edgeRefusals,
  type Language,
  type Route,
  route,
  type StaffPrincipal,
  say,
  worksWith,
} from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { bookVisit } from './book-visit.ts';
import { loadBookingDetails } from './booking-details.ts';
import { cancelVisit } from './cancel-visit.ts';
import { changers, keepers } from './decide-change.ts';
import { findEarliest } from './find-earliest.ts';
import { findFlagged } from './find-flagged.ts';
import { keepVisit } from './keep-visit.ts';
import { moveVisit } from './move-visit.ts';
import { presentBookings } from './present-booking.ts';
import { readDecisions } from './read-decisions.ts';
import {
  type Booking,
  bookBody,
  booking,
  bookingDecision,
  bookingsQuery,
  cancelBody,
  earliestAnswer,
  earliestQuery,
  flaggedAnswer,
  flaggedQuery,
  keepBody,
  mostFlagged,
  moveBody,
} from './schema.ts';
import { slotsPage } from './slots-page.ts';
import { slotsPage as slotsPageAnswer } from './slots-page-schema.ts';

const viewers = [
  'district_officer',
  'district_supervisor',
  'prison_officer',
  'prison_approver',
  'auditor',
] as const;
const ofBooking = z.object({ bookingId: z.string().max(36) });

/** Longer than the longest time in which visits are booked, and no more than a screen can show. */
const mostDays = 100;
type Days = { from: string; to: string };
const isShortRange = ({ from, to }: Days) => {
  const days = DateTime.fromISO(to).diff(DateTime.fromISO(from), 'days').days;
  return days >= 0 && days < mostDays;
};
const shortRange = say(
  `结束日期不能早于开始日期，且一次最多查询${mostDays}天。`,
  `The last day may not be before the first, and at most ${mostDays} days can be asked for.`,
);

export type BookingHooks = {
  /** A slot is free again: whoever waits for one has it before the answer goes out. */
  slotFreed(): Promise<void>;
};

const nobodyWaits: BookingHooks = { slotFreed: async () => {} };

export function bookingRoutes(foundation: Foundation, { slotFreed }: BookingHooks = nobodyWaits): Route[] {
  const { db, clock } = foundation;
  const present = async (id: string, staff: StaffPrincipal, language: Language): Promise<Booking> => {
    const [details] = await loadBookingDetails(db, { id, prisonId: staff.prisonId ?? undefined });
    if (details === undefined) throw edgeRefusals.not_found();
    const [shown] = await presentBookings(db, [details], { staff, now: clock.now(), language });
    if (shown === undefined) throw edgeRefusals.not_found();
    return shown;
  };

  return [
    route({
      method: 'get',
      path: '/api/slots',
      who: ['district_officer'],
      summary: 'The slots of an approved application’s prison: what is free, or why not.',
      query: slotsQuery.refine(isShortRange, { ...shortRange, path: ['to'] }),
      answer: slotsPageAnswer,
      handle: ({ query, language }) => slotsPage(foundation, query, language),
    }),
    route({
      method: 'get',
      path: '/api/slots/earliest',
      who: ['district_officer'],
      summary: 'The earliest slots that fit a family, and why the ones before them do not.',
      query: earliestQuery,
      answer: earliestAnswer,
      handle: ({ query, language }) => findEarliest(foundation, query, language),
    }),
    route({
      method: 'post',
      path: '/api/bookings',
      who: ['district_officer'],
      summary: 'Book a slot, a visit room and a terminal for an approved application.',
      body: bookBody,
      answer: booking,
      status: 201,
      async handle({ principal, body, language }) {
        return present(await bookVisit(foundation, principal, body), principal, language);
      },
    }),
    route({
      method: 'get',
      path: '/api/bookings',
      who: viewers,
      summary: 'Bookings from a day to a day, of the prisons that the caller works with.',
      query: bookingsQuery.refine(isShortRange, { ...shortRange, path: ['to'] }),
      answer: z.array(booking),
      async handle({ principal, query, language }) {
        const { from, to, state, needsReview, prisonId = principal.prisonId ?? undefined } = query;
        if (prisonId !== undefined && !worksWith(principal, prisonId)) throw edgeRefusals.not_found();
        const begin = DateTime.fromISO(from, { zone: peopleZone });
        const end = DateTime.fromISO(to, { zone: peopleZone }).plus({ days: 1 });
        const found = await loadBookingDetails(db, { from: begin, to: end, prisonId, state });
        const shown = await presentBookings(db, found, { staff: principal, now: clock.now(), language });
        return needsReview ? shown.filter(({ attention }) => attention.length > 0) : shown;
      },
    }),
    route({
      method: 'get',
      path: '/api/flagged-bookings',
      who: viewers,
      summary: 'Booked visits to come that something has come between, the earliest first, with what to do.',
      query: flaggedQuery,
      answer: flaggedAnswer,
      async handle({ principal, query: { prisonId = principal.prisonId ?? undefined }, language }) {
        if (prisonId !== undefined && !worksWith(principal, prisonId)) throw edgeRefusals.not_found();
        const now = clock.now();
        const flagged = await findFlagged(db, { now, prisonId });
        const ids = flagged.slice(0, mostFlagged).map(({ visit }) => visit.id);
        const found = ids.length === 0 ? [] : await loadBookingDetails(db, { ids });
        return {
          count: flagged.length,
          bookings: await presentBookings(db, found, { staff: principal, now, language }),
        };
      },
    }),
    route({
      method: 'get',
      path: '/api/bookings/:bookingId',
      who: viewers,
      summary: 'One booking, with what the caller may do to it.',
      params: ofBooking,
      answer: booking,
      handle: ({ principal, params, language }) => present(params.bookingId, principal, language),
    }),
    route({
      method: 'get',
      path: '/api/bookings/:bookingId/decision',
      who: viewers,
      summary: 'What a booking was decided by, then, and whether the decision made again is the same.',
      params: ofBooking,
      answer: bookingDecision,
      handle: ({ principal, params }) => readDecisions(db, params.bookingId, principal),
    }),
    route({
      method: 'post',
      path: '/api/bookings/:bookingId/move',
      who: changers.move,
      summary: 'Give a booking another slot, room or terminal.',
      params: ofBooking,
      body: moveBody,
      answer: booking,
      async handle({ principal, params: { bookingId }, body, language }) {
        await moveVisit(foundation, principal, bookingId, body);
        await slotFreed();
        return present(bookingId, principal, language);
      },
    }),
    route({
      method: 'post',
      path: '/api/bookings/:bookingId/cancel',
      who: changers.cancel,
      summary: 'Cancel a booking with a coded reason; the slot is free again.',
      params: ofBooking,
      body: cancelBody,
      answer: booking,
      async handle({ principal, params: { bookingId }, body, language }) {
        await cancelVisit(foundation, principal, bookingId, body);
        await slotFreed();
        return present(bookingId, principal, language);
      },
    }),
    route({
      method: 'post',
      path: '/api/bookings/:bookingId/keep',
      who: keepers,
      summary: 'Keep a flagged booking as it is where a rule alone stands against it, with a written reason.',
      params: ofBooking,
      body: keepBody,
      answer: booking,
      async handle({ principal, params: { bookingId }, body, language }) {
        await keepVisit(foundation, principal, bookingId, body);
        return present(bookingId, principal, language);
      },
    }),
  ];
}
