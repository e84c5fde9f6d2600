import { z } from 'zod';
import { bilingual } from '../edge/bilingual.ts';
import type { Text } from '../edge/language.ts';
import { ruleInWords } from '../rules/schema.ts';

/** What is decided about. */
export const decisionStepTexts = {
  book: { zh: '预约', en: 'Booking' },
  move: { zh: '改约', en: 'Move' },
  offer: { zh: '候补保留', en: 'Offer from the waiting list' },
  submit: { zh: '受理申请', en: 'Acceptance of the application' },
  forward: { zh: '转送监狱', en: 'Forwarding to the prison' },
  approve: { zh: '批准', en: 'Approval' },
  refuse: { zh: '不予批准', en: 'Refusal' },
  ask_supplement: { zh: '要求补充材料', en: 'Request for more papers' },
} as const satisfies Record<string, Text>;
export type DecisionStep = keyof typeof decisionStepTexts;
export const decisionSteps = Object.keys(decisionStepTexts) as [DecisionStep, ...DecisionStep[]];

/** Whether a decision, made again from what it knew then, gives the same answer. */
export const replayed = z
  .object({
    same: z.boolean(),
    /** What the decision would be now, in words. */
    answer: bilingual,
    /** What is no more as it was; none if it is the same. */
    differences: z.array(
      z.object({
        code: z.enum(['facts_differ', 'rule_differs', 'answer_differs', 'not_possible']),
        text: bilingual,
      }),
    ),
  })
  .meta({ id: 'Replayed' });
export type Replayed = z.infer<typeof replayed>;

/** A decision for the officer and the applicant: what was asked, what was decided, and by which rules. */
export const decisionInWords = z
  .object({
    id: z.string(),
    /** What was decided about: a booking, a move, a review. */
    step: z.enum(decisionSteps),
    decidedAt: z.string(),
    asked: z.array(bilingual),
    answer: bilingual,
    rulesUsed: z.array(ruleInWords),
    /** Null for a decision of a time at which nothing was kept to make it again. */
    replayed: replayed.nullable(),
  })
  .meta({ id: 'DecisionInWords' });
export type DecisionInWords = z.infer<typeof decisionInWords>;
