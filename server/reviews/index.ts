/**
 * What other capabilities may call. The routes are in routes.ts: a review opens and changes applications, and these
 * show what was and what may be decided.
 */
export { nextState } from './application-flow.ts';
export { decideAnswer } from './decide-answer.ts';
export type { ConditionFacts } from './decide-conditions.ts';
export { decideReview, type Reviewer, type ReviewFacts } from './decide-review.ts';
export { halfDoneAmong, halfDoneBy, loadReviewDraft } from './draft-tables.ts';
export { presentDecision } from './present-decision.ts';
export { missingForApproval, reviewRefusals, wrongState } from './refusals.ts';
export { loadDecisions } from './tables.ts';
export { loadVisitTerms, termsReadBy } from './visit-terms.ts';
