import { z } from 'zod';
import { isoNow } from '../clock.ts';
import { type Role, type Route, route } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { changeApplication, type HasLiveBooking, noLiveBooking } from './change-application.ts';
import { documentRoutes } from './document-routes.ts';
import { loadFormRules } from './form-rules.ts';
import { formRules, formRulesQuery } from './form-schema.ts';
import { listApplications } from './list-applications.ts';
import { presentApplication } from './present-application.ts';
import { presentReceipt } from './present-receipt.ts';
import { summariesOf } from './present-summary.ts';
import { receipt } from './receipt-schema.ts';
import { renewQueryCode } from './renew-query-code.ts';
import {
  application,
  applicationList,
  applicationListQuery,
  changeBody,
  newApplicationBody,
  renewQueryCodeBody,
  submittedApplication,
} from './schema.ts';
import { submitApplication } from './submit-application.ts';

const readers = [
  'district_officer',
  'district_supervisor',
  'prison_officer',
  'prison_approver',
  'auditor',
] as const satisfies Role[];

const ofApplication = z.object({ applicationId: z.string().max(36) });

export type ApplicationHooks = {
  /** Of the bookings: an application with a visit still to come cannot be withdrawn. */
  hasLiveBooking: HasLiveBooking;
};

export function applicationRoutes(
  foundation: Foundation,
  { hasLiveBooking }: ApplicationHooks = { hasLiveBooking: noLiveBooking },
): Route[] {
  const { db, clock } = foundation;
  return [
    route({
      method: 'post',
      path: '/api/applications',
      who: ['district_officer'],
      summary: 'Enter an application at the counter.',
      body: newApplicationBody,
      answer: submittedApplication,
      status: 201,
      async handle({ principal, body, language }) {
        const { id, queryCode } = await submitApplication(foundation, principal, body);
        return { ...(await presentApplication(foundation, principal, id, language)), queryCode };
      },
    }),
    route({
      method: 'get',
      path: '/api/applications',
      who: readers,
      summary: 'Applications, page by page; those that wait for a decision most urgent first.',
      query: applicationListQuery,
      answer: applicationList,
      async handle({ principal, query, language }) {
        const now = isoNow(clock);
        const { rows, nextCursor } = await listApplications(db, principal, query, now);
        const reading = { now, language, staffId: principal.id };
        return { applications: await summariesOf(db, rows, reading), nextCursor };
      },
    }),
    route({
      method: 'get',
      path: '/api/application-form',
      who: ['district_officer'],
      summary: 'The rules that an application for a prisoner is filled in by.',
      query: formRulesQuery,
      answer: formRules,
      handle: ({ query, language }) => loadFormRules(db, query, clock.now(), language),
    }),
    route({
      method: 'get',
      path: '/api/applications/:applicationId',
      who: readers,
      summary: 'An application with its visitors, papers, decisions, and what may be done with it now.',
      params: ofApplication,
      answer: application,
      handle: ({ principal, params, language }) =>
        presentApplication(foundation, principal, params.applicationId, language, hasLiveBooking),
    }),
    ...(['resubmit', 'withdraw'] as const).map((decision) =>
      route({
        method: 'post',
        path: `/api/applications/:applicationId/${decision}`,
        who: ['district_officer'],
        summary: {
          resubmit: 'Give an application back to the body that asked for more papers.',
          withdraw: 'Withdraw an application that the family no longer wants.',
        }[decision],
        params: ofApplication,
        body: changeBody,
        answer: application,
        async handle({ principal, params: { applicationId }, body, language }) {
          const change = { decision, version: body.version, hasLiveBooking };
          await changeApplication(foundation, principal, applicationId, change);
          return presentApplication(foundation, principal, applicationId, language, hasLiveBooking);
        },
      }),
    ),
    route({
      method: 'get',
      path: '/api/applications/:applicationId/receipt',
      who: readers,
      summary:
        'What the family takes home: what was handed in, what happens next, by when, and where to ask.',
      params: ofApplication,
      answer: receipt,
      handle: ({ principal, params }) => presentReceipt(foundation, principal, params.applicationId),
    }),
    route({
      method: 'post',
      path: '/api/applications/:applicationId/query-code',
      who: ['district_officer'],
      summary: 'Make another query code for an application; the one before is void at once.',
      params: ofApplication,
      body: renewQueryCodeBody,
      answer: z.object({ queryCode: z.string() }),
      status: 201,
      async handle({ principal, params, body }) {
        const { applicationId } = params;
        return { queryCode: await renewQueryCode(foundation, principal, applicationId, body.reason) };
      },
    }),
    ...documentRoutes(foundation),
  ];
}
