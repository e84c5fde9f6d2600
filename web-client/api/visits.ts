import {
  type ClosingOutcome,
  type FinishingOutcome,
  type StopReason,
  visitDetail,
  visitList,
  type WarningCode,
} from '../../server/visits/schema.ts';
import { get, tell } from './request.ts';

export const listVisits = (day?: string) => get('/api/visits', visitList, { day });

export const readVisit = (visitId: string) => get(`/api/visits/${visitId}`, visitDetail);

/*
 * What supervisors do goes over HTTP and not over the signalling line: a stop works although that line is down.
 */
const act = (visitId: string, action: string, body: object = {}) =>
  tell('POST', `/api/visits/${visitId}/${action}`, body);

export const warn = (visitId: string, warning: WarningCode) => act(visitId, 'warn', { warning });
export const pause = (visitId: string) => act(visitId, 'pause');
export const resume = (visitId: string) => act(visitId, 'resume');
export const stop = (visitId: string) => act(visitId, 'stop');

export const completeStopReason = (visitId: string, body: { reason: StopReason; note?: string }) =>
  act(visitId, 'stop-reason', body);

export const finish = (visitId: string, body: { outcome: FinishingOutcome; note?: string }) =>
  act(visitId, 'finish', body);

export const closeWithoutVisit = (visitId: string, body: { outcome: ClosingOutcome; note?: string }) =>
  act(visitId, 'close', body);
