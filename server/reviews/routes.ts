import { z } from 'zod';
import { presentApplication } from '../applications/index.ts';
import { application } from '../applications/schema.ts';
import { decisionInWords } from '../decisions/schema.ts';
import { type Role, type Route, route } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { answerBody } from './answer-schema.ts';
import { reviewersOf } from './decide-review.ts';
import { reviewDraft, reviewDraftBody } from './draft-schema.ts';
import { readDecision, readDecisions } from './read-decision.ts';
import { recordAnswer } from './record-answer.ts';
import { reviewApplication } from './review-application.ts';
import { discardReviewDraft, saveReviewDraft } from './review-drafts.ts';
import { districtReviewBody, prisonReviewBody } from './schema.ts';

const reviewers = [...reviewersOf.district, ...reviewersOf.prison] as const;
const ofApplication = z.object({ applicationId: z.string().max(36) });

const ofDecision = ofApplication.extend({ decisionId: z.string().max(36) });

const readers = [
  'district_officer',
  'district_supervisor',
  'prison_officer',
  'prison_approver',
  'auditor',
] as const satisfies Role[];

export function reviewRoutes(foundation: Foundation): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/applications/:applicationId/decisions',
      who: readers,
      summary: 'The acceptance of an application and each decision on it, made again.',
      params: ofApplication,
      answer: z.array(decisionInWords),
      handle: ({ principal, params }) => readDecisions(foundation.db, principal, params.applicationId),
    }),
    route({
      method: 'get',
      path: '/api/applications/:applicationId/decisions/:decisionId',
      who: readers,
      summary:
        'A decision on an application in words, with its rules, and whether it is the same when it is made again; “acceptance” is that of the application.',
      params: ofDecision,
      answer: decisionInWords,
      handle: ({ principal, params }) => readDecision(foundation.db, principal, params),
    }),
    route({
      method: 'post',
      path: '/api/applications/:applicationId/district-review',
      who: ['district_officer', 'district_supervisor'],
      summary: 'The district forwards an application, refuses it, or asks for more papers.',
      params: ofApplication,
      body: districtReviewBody,
      answer: application,
      async handle({ principal, params: { applicationId }, body, language }) {
        const { decision, ...request } = body;
        await reviewApplication(foundation, principal, applicationId, { by: 'district', decision }, request);
        return presentApplication(foundation, principal, applicationId, language);
      },
    }),
    route({
      method: 'post',
      path: '/api/applications/:applicationId/prison-review',
      who: ['prison_approver'],
      summary: 'The prison approves an application, refuses it, or asks for more papers.',
      params: ofApplication,
      body: prisonReviewBody,
      answer: application,
      async handle({ principal, params: { applicationId }, body, language }) {
        const { decision, ...request } = body;
        await reviewApplication(foundation, principal, applicationId, { by: 'prison', decision }, request);
        return presentApplication(foundation, principal, applicationId, language);
      },
    }),
    route({
      method: 'put',
      path: '/api/applications/:applicationId/review-draft',
      who: reviewers,
      summary: 'Keep a half-made decision of the caller, as it was typed.',
      params: ofApplication,
      body: reviewDraftBody,
      answer: reviewDraft,
      handle: ({ principal, params, body }) =>
        saveReviewDraft(foundation, principal, params.applicationId, body),
    }),
    route({
      method: 'delete',
      path: '/api/applications/:applicationId/review-draft',
      who: reviewers,
      summary: 'Throw a half-made decision of the caller away.',
      params: ofApplication,
      answer: 'nothing',
      handle: ({ principal, params }) =>
        discardReviewDraft(foundation.db, principal.id, params.applicationId),
    }),
    route({
      method: 'post',
      path: '/api/applications/:applicationId/answer',
      who: reviewersOf.district,
      summary: 'Record that the applicant was told what was decided, how and when.',
      params: ofApplication,
      body: answerBody,
      answer: application,
      async handle({ principal, params: { applicationId }, body, language }) {
        await recordAnswer(foundation, principal, applicationId, body);
        return presentApplication(foundation, principal, applicationId, language);
      },
    }),
  ];
}
