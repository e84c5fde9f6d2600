import { z } from 'zod';
import { type AnswerOfferBody, type JoinBody, waitingEntry } from '../../server/waiting-list/schema.ts';
import { get, post } from './request.ts';

const waitingEntries = z.array(waitingEntry);

export const listWaiting = (query: { prisonId?: string; all?: boolean }) =>
  get('/api/waiting-list', waitingEntries, query);

export const readWaitingOf = (applicationId: string) =>
  get(`/api/applications/${applicationId}/waiting`, waitingEntries);

export const joinWaitingList = (body: JoinBody) => post('/api/waiting-list', body, waitingEntry);

export const answerOffer = (entryId: string, body: AnswerOfferBody) =>
  post(`/api/waiting-list/${entryId}/answer`, body, waitingEntry);

export const leaveWaitingList = (entryId: string) =>
  post(`/api/waiting-list/${entryId}/leave`, undefined, waitingEntry);
