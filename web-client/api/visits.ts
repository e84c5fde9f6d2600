import {
  type ClosingOutcome,
  type FinishingOutcome,
  type StopReason,
  type VisitDetail,
  visitDetail,
  visitList,
  type WarningCode,
} from '../../server/visits/schema.ts';
import { get, post } from './request.ts';

export const listVisits = (day?: string) => get('/api/visits', visitList, { day });

export const readVisit = (visitId: string) => get(`/api/visits/${visitId}`, visitDetail);

/*
 * What supervisors do goes over HTTP: a stop works although the signalling line is down. Stop and pause go over that line
 * as well (supervision/use-controls.ts).
 */
const act = (visitId: string, action: string, body: object = {}): Promise<VisitDetail> =>
  post(`/api/visits/${visitId}/${action}`, body, visitDetail);

export const warn = (visitId: string, warning: WarningCode) => act(visitId, 'warn', { warning });
export const pause = (visitId: string) => act(visitId, 'pause');
export const resume = (visitId: string) => act(visitId, 'resume');
export const extend = (visitId: string, note: string) => act(visitId, 'extend', { note });
export const stop = (visitId: string) => act(visitId, 'stop');

export const completeStopReason = (visitId: string, body: { reason: StopReason; note?: string }) =>
  act(visitId, 'complete-stop-reason', body);

export const finish = (visitId: string, body: { outcome: FinishingOutcome; note?: string }) =>
  act(visitId, 'finish', body);

export const closeWithoutVisit = (visitId: string, body: { outcome: ClosingOutcome; note?: string }) =>
  act(visitId, 'close-without-visit', body);
