import {
  type ApproveBody,
  type ProposeBody,
  type SuspensionListQuery,
  suspension,
  suspensionList,
  suspensionsOfVisit,
} from '../../server/suspensions/schema.ts';
import { get, post } from './request.ts';

export const listSuspensions = (query: SuspensionListQuery) => get('/api/suspensions', suspensionList, query);

export const readSuspension = (id: string) => get(`/api/suspensions/${id}`, suspension);

export const readSuspensionsOfVisit = (visitId: string) =>
  get(`/api/visits/${visitId}/suspensions`, suspensionsOfVisit);

export const proposeSuspension = (visitId: string, body: ProposeBody) =>
  post(`/api/visits/${visitId}/suspensions`, body, suspensionsOfVisit);

export const approveSuspension = (id: string, body: ApproveBody) =>
  post(`/api/suspensions/${id}/approve`, body, suspension);

export const declineSuspension = (id: string, note: string) =>
  post(`/api/suspensions/${id}/decline`, { note }, suspension);

export const liftSuspension = (id: string, note: string) =>
  post(`/api/suspensions/${id}/lift`, { note }, suspension);
