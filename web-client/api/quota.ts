import { bookingOutcome, makeupsOwed } from '../../server/bookings/outcome-schema.ts';
import {
  type ExceptionBody,
  type ExcuseBody,
  type OnSiteBody,
  type OnSiteCorrectionBody,
  quotaOfPrisoner,
} from '../../server/quota/schema.ts';
import { get, post } from './request.ts';

export const readQuota = (prisonerId: string, month: string) =>
  get(`/api/prisoners/${prisonerId}/quota`, quotaOfPrisoner, { month });

export const enterOnSite = (prisonerId: string, body: OnSiteBody) =>
  post(`/api/prisoners/${prisonerId}/on-site-visits`, body, quotaOfPrisoner);

export const correctOnSite = (id: string, body: OnSiteCorrectionBody) =>
  post(`/api/on-site-visits/${id}/correction`, body, quotaOfPrisoner);

export const grantException = (prisonerId: string, body: ExceptionBody) =>
  post(`/api/prisoners/${prisonerId}/quota-exceptions`, body, quotaOfPrisoner);

export const withdrawException = (id: string, note: string) =>
  post(`/api/quota-exceptions/${id}/withdraw`, { note }, quotaOfPrisoner);

export const readOutcome = (bookingId: string) => get(`/api/bookings/${bookingId}/outcome`, bookingOutcome);

export const excuseNoShow = (bookingId: string, body: ExcuseBody) =>
  post(`/api/bookings/${bookingId}/excuse`, body, bookingOutcome);

export const listMakeupsOwed = (prisonId?: string) => get('/api/makeups-owed', makeupsOwed, { prisonId });
