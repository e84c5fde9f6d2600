import { z } from 'zod';
import { visitLanguages } from '../applications/codes.ts';

/** The decisions of both bodies, by the names of the actions on an application. */
export const reviewNames = [
  'forward',
  'refuseByDistrict',
  'askSupplementByDistrict',
  'approve',
  'refuseByPrison',
  'askSupplementByPrison',
] as const;
export type ReviewName = (typeof reviewNames)[number];

/** A decision that is half made, as it was typed: nothing of it has to be right yet. */
export const reviewDraftBody = z.strictObject({
  review: z.enum(reviewNames),
  reasonCode: z.string().max(48).nullable().default(null),
  note: z.string().max(500).default(''),
  conditions: z
    .strictObject({
      durationMinutes: z.number().min(0).max(1_000).nullable().default(null),
      language: z.enum(visitLanguages).nullable().default(null),
      interpreterRequired: z.boolean().default(false),
      interpreter: z.string().max(100).default(''),
      exceptionsFor: z.array(z.string().max(36)).max(10).default([]),
    })
    .nullable()
    .default(null),
});
export type ReviewDraftBody = z.infer<typeof reviewDraftBody>;

export const reviewDraft = reviewDraftBody
  .extend({ savedAt: z.string() })
  .meta({ id: 'ReviewDraft', description: 'Of the caller: nobody else reads it.' });
export type ReviewDraft = z.infer<typeof reviewDraft>;
