import { z } from 'zod';
import { visitLanguages } from '../applications/codes.ts';
import { say } from '../edge/language.ts';

/** What the prison binds its approval to; a field that is empty binds to nothing. Kept as JSON with the decision. */
export const approvalConditions = z
  .strictObject({
    /** Shorter than the rule allows. */
    durationMinutes: z.int().min(5).max(180).nullable().default(null),
    /** Another language than the one applied for. */
    language: z.enum(visitLanguages).nullable().default(null),
    interpreterRequired: z.boolean().default(false),
    /** The interpreter's name, where the prison says who it has to be. */
    interpreter: z.string().trim().max(100).default(''),
    /** The visitors outside the near relatives whose exception is granted (rule 2), by their ids. */
    exceptionsFor: z.array(z.string().max(36)).max(10).default([]),
  })
  .refine(({ interpreter, interpreterRequired }) => interpreter === '' || interpreterRequired, {
    ...say(
      '填写了翻译姓名，请同时勾选“须有翻译在场”。',
      'An interpreter is named: say, too, that one is required.',
    ),
    path: ['interpreterRequired'],
  });
export type ApprovalConditions = z.infer<typeof approvalConditions>;

export const noConditions: ApprovalConditions = {
  durationMinutes: null,
  language: null,
  interpreterRequired: false,
  interpreter: '',
  exceptionsFor: [],
};

/** What holds for the visit after the approval: what was applied for, as the prison has changed it. */
export const visitTerms = z
  .object({
    language: z.enum(visitLanguages),
    /** What was applied for, where the prison approved another language. */
    languageAppliedFor: z.enum(visitLanguages).nullable(),
    interpreterRequired: z.boolean(),
    interpreter: z.string(),
    /** Null where the visit may last as long as the rule says. */
    durationMinutes: z.int().nullable(),
    /** The visitors who come by an exception that the prison granted. */
    exceptionsFor: z.array(z.string()),
    /** What the prison wrote for the applicant with its approval. */
    note: z.string(),
  })
  .meta({ id: 'VisitTerms' });
export type VisitTerms = z.infer<typeof visitTerms>;
