/**
 * What other capabilities may call. The routes are in routes.ts: a review opens and changes applications, and these
 * show what was and what may be decided.
 */
export { type FlowEvent, nextState } from './application-flow.ts';
export { decideReview, type Review, type Reviewer, type ReviewFacts } from './decide-review.ts';
export { presentDecision } from './present-decision.ts';
export { reviewRefusals, wrongState } from './refusals.ts';
export { type DecisionRow, loadDecisions } from './tables.ts';
