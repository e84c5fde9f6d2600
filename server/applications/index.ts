/** What other capabilities may call. */
export { type ApprovedApplication, loadApprovedApplication } from './approved-application.ts';
export { noLiveBooking } from './change-application.ts';
export { conditionFactsOf } from './condition-facts.ts';
export { countedVisitors } from './decide-application.ts';
export { dueAtIn } from './due-at.ts';
export {
  type OpenedApplication,
  openApplication,
  reviewFactsOf,
  rulesFor,
  subjectsOf,
} from './open-application.ts';
export { loadPaperFacts, nothingAgainstPapers, type PaperFacts } from './paper-facts.ts';
export { presentApplication } from './present-application.ts';
export { applicationSummaries, type Reading } from './present-summary.ts';
export { applicationRefusals } from './refusals.ts';
export { type ApplicationHooks, applicationRoutes } from './routes.ts';
export { changeState } from './tables.ts';
export { verifyRelationships } from './verify-relationships.ts';
