import type { z } from 'zod';
import { application } from '../../server/applications/schema.ts';
import type { AnswerBody } from '../../server/reviews/answer-schema.ts';
import { reviewDraft, type reviewDraftBody } from '../../server/reviews/draft-schema.ts';
import type { districtReviewBody, prisonReviewBody } from '../../server/reviews/schema.ts';
import { post, put, tell } from './request.ts';

export type DistrictReviewInput = z.input<typeof districtReviewBody>;
export type PrisonReviewInput = z.input<typeof prisonReviewBody>;

export const reviewForDistrict = (applicationId: string, body: DistrictReviewInput) =>
  post(`/api/applications/${applicationId}/district-review`, body, application);

export const reviewForPrison = (applicationId: string, body: PrisonReviewInput) =>
  post(`/api/applications/${applicationId}/prison-review`, body, application);

export type ReviewDraftInput = z.input<typeof reviewDraftBody>;

const draftPath = (applicationId: string) => `/api/applications/${applicationId}/review-draft`;

export const saveReviewDraft = (applicationId: string, body: ReviewDraftInput) =>
  put(draftPath(applicationId), body, reviewDraft);

export const discardReviewDraft = (applicationId: string) => tell('DELETE', draftPath(applicationId));

export const recordAnswer = (applicationId: string, body: AnswerBody) =>
  post(`/api/applications/${applicationId}/answer`, body, application);
