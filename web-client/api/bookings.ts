import { z } from 'zod';
import {
  type BookBody,
  type BookingState,
  booking,
  bookingDecision,
  type CancelBody,
  type DayPart,
  earliestAnswer,
  flaggedAnswer,
  type KeepBody,
  type MoveBody,
} from '../../server/bookings/schema.ts';
import { slotsPage } from '../../server/bookings/slots-page-schema.ts';
import { get, post } from './request.ts';

export const readSlots = (applicationId: string, from: string, to: string) =>
  get('/api/slots', slotsPage, { applicationId, from, to });

export type EarliestWishes = { weekday?: number; part?: DayPart };

export const readEarliest = (applicationId: string, wishes: EarliestWishes) =>
  get('/api/slots/earliest', earliestAnswer, { applicationId, ...wishes });

export type BookingsQuery = {
  from: string;
  to: string;
  prisonId?: string;
  state?: BookingState;
  needsReview?: boolean;
};

export const listBookings = (query: BookingsQuery) => get('/api/bookings', z.array(booking), query);

export const listFlagged = (prisonId?: string) => get('/api/flagged-bookings', flaggedAnswer, { prisonId });

export const keepBooking = (id: string, body: KeepBody) => post(`/api/bookings/${id}/keep`, body, booking);

export const readBooking = (id: string) => get(`/api/bookings/${id}`, booking);

export const readBookingDecision = (id: string) => get(`/api/bookings/${id}/decision`, bookingDecision);

export const book = (body: BookBody) => post('/api/bookings', body, booking);

export const moveBooking = (id: string, body: MoveBody) => post(`/api/bookings/${id}/move`, body, booking);

export const cancelBooking = (id: string, body: CancelBody) =>
  post(`/api/bookings/${id}/cancel`, body, booking);
