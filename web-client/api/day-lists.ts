import { z } from 'zod';
import {
  type AcknowledgeBody,
  dayList,
  openDayList,
  visitAcknowledgement,
} from '../../server/day-lists/schema.ts';
import { get, post } from './request.ts';

export const listOpenDayLists = () => get('/api/day-lists', z.array(openDayList));

export const readDayList = (prisonId: string, day: string, wardId?: string) =>
  get(`/api/day-lists/${prisonId}/${day}`, dayList, { wardId });

export const acknowledgeDayList = (prisonId: string, day: string, body: AcknowledgeBody) =>
  post(`/api/day-lists/${prisonId}/${day}/acknowledgement`, body, dayList);

export const readAcknowledgement = (bookingId: string) =>
  get(`/api/bookings/${bookingId}/acknowledgement`, visitAcknowledgement);
