import type { DateTime } from 'luxon';
import { dueAtIn, sayNextStep } from '../applications/index.ts';
import { type ApplicationState, stateTexts, type Urgency, urgencyTexts } from '../applications/schema.ts';
import type { OfficeDays } from '../calendar/index.ts';
import { type DecisionKind, type Refused, refusedBy } from '../decisions/index.ts';
import type { Refusal, Text } from '../edge/index.ts';
import type { Rules } from '../rules/index.ts';
import { nextState } from './application-flow.ts';
import { type ApprovalConditions, noConditions } from './conditions.ts';
import { conditionsInWords } from './conditions-in-words.ts';
import { type ConditionFacts, decideConditions, withoutWhatHolds } from './decide-conditions.ts';
import { decideReview, type Review, type Reviewer, type ReviewFacts } from './decide-review.ts';
import { wrongState } from './refusals.ts';
import { bodyTexts, decisionTexts, type ReasonCode } from './schema.ts';

/** All that a step of a review knows. */
export type StepFacts = {
  now: DateTime;
  reviewer: Reviewer;
  review: Review;
  reasonCode: ReasonCode | null;
  /** What the approval is to be bound to. */
  asked: ApprovalConditions;
  urgency: Urgency;
  officeDays: OfficeDays;
  facts: ReviewFacts;
  /** Of an approval. */
  conditionFacts: ConditionFacts | undefined;
};

export type Step = { state: ApplicationState; dueAt: string | null; conditions: ApprovalConditions };
export type StepDecision = Step | { refused: Refusal };

/** Whether this person may take the step, what it leads to and what it binds the visit to. */
export function decideStep(step: StepFacts, rules: Rules): StepDecision {
  const { now, reviewer, review, asked, urgency, officeDays } = step;
  const facts = { ...step.facts, fourEyesDistrict: rules.get('four_eyes_district') };
  const refused = decideReview(facts, reviewer, review);
  if (refused) return { refused };
  const bound = step.conditionFacts ? bind(asked, step.conditionFacts, rules) : noConditions;
  if ('refused' in bound) return bound;
  const state = nextState(facts.state, review);
  if (state === undefined) return { refused: wrongState(facts.state) };
  return { state, dueAt: dueAtIn(state, now, rules, { urgency, officeDays }), conditions: bound };
}

function bind(
  asked: ApprovalConditions,
  facts: ConditionFacts,
  rules: Rules,
): ApprovalConditions | { refused: Refusal } {
  const known: ConditionFacts = {
    ...facts,
    durationMinutes: rules.get('duration_minutes'),
    allowedLanguages: rules.get('allowed_languages'),
  };
  const refused = decideConditions(asked, known);
  return refused ? { refused } : withoutWhatHolds(asked, known);
}

/** How a step of a review is decided again, and said. */
export const stepKind: DecisionKind<StepFacts, Step | Refused> = {
  decide(step, rules) {
    const decision = decideStep(step, rules);
    return 'refused' in decision ? refusedBy(decision.refused) : decision;
  },
  sayAsked: ({ review, facts, urgency }) => [
    sayReview(review),
    {
      zh: `决定之前：${stateTexts[facts.state].zh}`,
      en: `Before the decision: ${stateTexts[facts.state].en}`,
    },
    ...(urgency === 'none' ? [] : [urgencyTexts[urgency]]),
  ],
  sayAnswer: (answer) => ('refused' in answer ? answer.refused.text : sayStep(answer)),
};

const sayReview = ({ by, decision }: Review): Text => ({
  zh: `${bodyTexts[by].zh}：${decisionTexts[decision].zh}`,
  en: `${bodyTexts[by].en}: ${decisionTexts[decision].en}`,
});

function sayStep({ state, dueAt, conditions }: Step): Text {
  const next = sayNextStep(state, dueAt);
  const bound = conditionsInWords(conditions);
  return bound.zh === ''
    ? next
    : { zh: `${next.zh}；条件：${bound.zh}`, en: `${next.en}; on condition: ${bound.en}` };
}
