import { z } from 'zod';
import type {
  AddCentreHoursBody,
  AddSessionBody,
  ArrangementBody,
  CalendarChange,
  ClosureBody,
  SessionBody,
} from '../../server/calendar/change-schema.ts';
import {
  calendarPreview,
  centre,
  closureList,
  holidayYears,
  sessionTemplate,
  week,
} from '../../server/calendar/schema.ts';
import { get, post, tell } from './request.ts';

export const readWeek = (query: { prisonId: string; from: string; to: string }) =>
  get('/api/calendar', week, query);

export const readSessions = (prisonId: string) =>
  get('/api/session-templates', z.array(sessionTemplate), { prisonId });

export const readCentre = () => get('/api/centre', centre);

export const readClosures = (query: { prisonId?: string; past?: 'yes' | 'no' }) =>
  get('/api/closures', closureList, query);

export const readHolidays = () => get('/api/holidays', holidayYears);

/** Which booked visits a change would touch; nothing is changed. */
export const previewCalendarChange = (change: CalendarChange) =>
  post('/api/calendar/preview', change, calendarPreview);

export const addSession = (body: AddSessionBody) => tell('POST', '/api/session-templates', body);

export const changeSession = (id: string, body: { from: string; session: SessionBody }) =>
  tell('POST', `/api/session-templates/${id}/change`, body);

export const endSession = (id: string, lastDay: string) =>
  tell('POST', `/api/session-templates/${id}/end`, { lastDay });

export const addCentreHours = (body: AddCentreHoursBody) => tell('POST', '/api/centre-hours', body);

export const changeCentreHours = (id: string, body: AddCentreHoursBody) =>
  tell('POST', `/api/centre-hours/${id}/change`, body);

export const endCentreHours = (id: string, lastDay: string) =>
  tell('POST', `/api/centre-hours/${id}/end`, { lastDay });

export const enterClosure = (body: ClosureBody) => tell('POST', '/api/closures', body);

export const liftClosure = (id: string, note: string) => tell('POST', `/api/closures/${id}/lift`, { note });

export const enterHolidays = (body: ArrangementBody) => tell('POST', '/api/holidays', body);
