import type { z } from 'zod';
import { application } from '../../server/applications/schema.ts';
import type { districtReviewBody, prisonReviewBody } from '../../server/reviews/schema.ts';
import { post } from './request.ts';

export type DistrictReviewInput = z.input<typeof districtReviewBody>;
export type PrisonReviewInput = z.input<typeof prisonReviewBody>;

export const reviewForDistrict = (applicationId: string, body: DistrictReviewInput) =>
  post(`/api/applications/${applicationId}/district-review`, body, application);

export const reviewForPrison = (applicationId: string, body: PrisonReviewInput) =>
  post(`/api/applications/${applicationId}/prison-review`, body, application);
