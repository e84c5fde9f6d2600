import { z } from 'zod';
import { allowedAction } from '../edge/allowed-action.ts';
import { relationshipCodes } from '../people/schema.ts';
import { applicationKinds, visitLanguages } from './codes.ts';

export const formRulesQuery = z.strictObject({
  prisonerId: z.string().max(36),
  kind: z.enum(applicationKinds),
});
export type FormRulesQuery = z.infer<typeof formRulesQuery>;

export const formRelationship = z.object({
  code: z.enum(relationshipCodes),
  /** As any relative, with a look at the category (rule 2c), with a reason for the exception, or not at all. */
  taken: z.enum(['yes', 'with_warning', 'by_exception', 'not']),
});
export type FormRelationship = z.infer<typeof formRelationship>;

/** The rules that a form is filled in by: those of now, for one prisoner and kind of visit. */
export const formRules = z
  .object({
    /** Whether anybody can apply for this prisoner here. */
    apply: allowedAction,
    maxVisitors: z.int(),
    /** Younger visitors are not counted. */
    countedFromAge: z.int(),
    residenceRequired: z.boolean(),
    /** Every other language needs an interpreter. */
    languages: z.array(z.enum(visitLanguages)),
    relationships: z.array(formRelationship),
  })
  .meta({ id: 'FormRules' });
export type FormRules = z.infer<typeof formRules>;
