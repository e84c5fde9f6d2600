import { z } from 'zod';
import { say } from '../edge/language.ts';

/** A form with ten visitors and every remark in full is a tenth of this. */
const mostCharacters = 40_000;

/** What has been typed, as the form holds it: half of it may be missing, and nothing of it is checked before it is sent. */
export const draftContent = z
  .strictObject({
    /** On which step of the form. */
    step: z.int().min(0).max(20),
    values: z.record(z.string().max(50), z.json()),
  })
  .refine((content) => JSON.stringify(content).length <= mostCharacters, {
    ...say('草稿内容过长，请缩短说明文字。', 'The draft is too long: shorten the remarks.'),
    path: ['values'],
  });
export type DraftContent = z.infer<typeof draftContent>;

export const saveDraftBody = z.strictObject({
  /** As it was saved last; 0 for a draft that is not there yet. */
  version: z.int().min(0),
  content: draftContent,
});
export type SaveDraftBody = z.infer<typeof saveDraftBody>;

/** What tells drafts apart. Only the officer who typed it reads it. */
export const draftSummary = z
  .object({
    id: z.string(),
    version: z.int(),
    prisoner: z.string(),
    visitors: z.array(z.string()),
    createdAt: z.string(),
    savedAt: z.string(),
    /** When it is deleted unless somebody goes on with it. */
    expiresAt: z.string(),
  })
  .meta({ id: 'DraftSummary' });
export type DraftSummary = z.infer<typeof draftSummary>;
export const draftList = z.array(draftSummary);

export const draft = draftSummary.extend({ content: draftContent }).meta({ id: 'Draft' });
export type Draft = z.infer<typeof draft>;

export const savedDraft = z
  .object({ id: z.string(), version: z.int(), savedAt: z.string() })
  .meta({ id: 'SavedDraft' });
export type SavedDraft = z.infer<typeof savedDraft>;
