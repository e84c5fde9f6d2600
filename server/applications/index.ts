/** What other capabilities may call. */
export { addDocument } from './add-document.ts';
export { type ApplicationRules, applicationRulesOf } from './application-rules.ts';
export { standingOf } from './application-status.ts';
export { type ApprovedApplication, loadApprovedApplication } from './approved-application.ts';
export { changeApplication, noLiveBooking } from './change-application.ts';
export { conditionFactsOf } from './condition-facts.ts';
export { decideAction } from './decide-action.ts';
export { countedVisitors } from './decide-application.ts';
export { decideRelationship } from './decide-relationship.ts';
export { sayNextStep, submissionKind } from './decide-submission.ts';
export { countApplications } from './desk-counts.ts';
export { dueAtIn } from './due-at.ts';
export { openForEntrant, refusalToWithdraw } from './entrant.ts';
export { missingOf } from './missing-documents.ts';
export {
  loadReviewFacts,
  type OpenedApplication,
  openApplication,
  reviewFactsOf,
  rulesFor,
  subjectsOf,
  visitorsToProve,
} from './open-application.ts';
export { loadPaperFacts, nothingAgainstPapers, type PaperFacts } from './paper-facts.ts';
export { presentApplication } from './present-application.ts';
export { applicationSummaries, type Reading } from './present-summary.ts';
export { hashQueryCode } from './query-code.ts';
export { applicationRefusals } from './refusals.ts';
export { type ApplicationHooks, applicationRoutes } from './routes.ts';
export { submitApplication } from './submit-application.ts';
export {
  applicationsOfVisitor,
  changeState,
  keepAnswer,
  mobilityNeedsOf,
  priorityReasonsOf,
} from './tables.ts';
export { verifyRelationships } from './verify-relationships.ts';
