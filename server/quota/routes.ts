import { z } from 'zod';
import { type Language, type Role, type Route, route, type StaffPrincipal } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { exceptionGranters, onSiteEnterers } from './decide-quota.ts';
import { correctOnSite, enterOnSite, type QuotaHooks } from './enter-on-site.ts';
import { grantException, withdrawException } from './grant-exception.ts';
import { monthOf } from './month.ts';
import { openPrisoner } from './open-prisoner.ts';
import { presentQuota } from './present-quota.ts';
import {
  exceptionBody,
  onSiteBody,
  onSiteCorrectionBody,
  quotaOfPrisoner,
  quotaQuery,
  withdrawExceptionBody,
} from './schema.ts';

const readers = [
  'district_officer',
  'district_supervisor',
  'prison_officer',
  'prison_approver',
  'auditor',
] as const satisfies Role[];
const ofPrisoner = z.object({ prisonerId: z.string().max(36) });

export function quotaRoutes(foundation: Foundation, hooks: QuotaHooks): Route[] {
  const { db, clock } = foundation;
  const present = async (
    prisonerId: string,
    month: string | undefined,
    { principal: staff, language }: { principal: StaffPrincipal; language: Language },
  ) => {
    const now = clock.now();
    const prisoner = await openPrisoner(db, prisonerId, staff);
    return presentQuota(db, prisoner, month ?? monthOf(now), { staff, now, language });
  };

  return [
    route({
      method: 'get',
      path: '/api/prisoners/:prisonerId/quota',
      who: readers,
      summary: 'A month of a prisoner: how many visits are allowed, which are used, and every change of it.',
      params: ofPrisoner,
      query: quotaQuery,
      answer: quotaOfPrisoner,
      handle: (request) => present(request.params.prisonerId, request.query.month, request),
    }),
    route({
      method: 'post',
      path: '/api/prisoners/:prisonerId/on-site-visits',
      who: onSiteEnterers,
      summary: 'Enter a visit that a prisoner had at the prison itself.',
      params: ofPrisoner,
      body: onSiteBody,
      answer: quotaOfPrisoner,
      status: 201,
      async handle(request) {
        const { params, body, principal } = request;
        await enterOnSite({ foundation, hooks }, principal, params.prisonerId, body);
        return present(params.prisonerId, body.day.slice(0, 7), request);
      },
    }),
    route({
      method: 'post',
      path: '/api/on-site-visits/:onSiteVisitId/correction',
      who: onSiteEnterers,
      summary: 'Put an on-site visit right by another entry: another day, or that there was none.',
      params: z.object({ onSiteVisitId: z.string().max(36) }),
      body: onSiteCorrectionBody,
      answer: quotaOfPrisoner,
      status: 201,
      async handle(request) {
        const { params, body, principal } = request;
        const { prisonerId, month } = await correctOnSite(
          { foundation, hooks },
          principal,
          params.onSiteVisitId,
          body,
        );
        return present(prisonerId, month, request);
      },
    }),
    route({
      method: 'post',
      path: '/api/prisoners/:prisonerId/quota-exceptions',
      who: exceptionGranters,
      summary: 'Grant a prisoner one visit more in a month, for a coded reason and in words.',
      params: ofPrisoner,
      body: exceptionBody,
      answer: quotaOfPrisoner,
      status: 201,
      async handle(request) {
        const { params, body, principal } = request;
        await grantException(foundation, principal, params.prisonerId, body);
        return present(params.prisonerId, body.month, request);
      },
    }),
    route({
      method: 'post',
      path: '/api/quota-exceptions/:exceptionId/withdraw',
      who: exceptionGranters,
      summary: 'Withdraw an extra visit that has not been used.',
      params: z.object({ exceptionId: z.string().max(36) }),
      body: withdrawExceptionBody,
      answer: quotaOfPrisoner,
      async handle(request) {
        const { params, body, principal } = request;
        const { prisonerId, month } = await withdrawException(
          foundation,
          principal,
          params.exceptionId,
          body,
        );
        return present(prisonerId, month, request);
      },
    }),
  ];
}
