/**
 * What other capabilities may call: applications, reviews, bookings and check-in ask here who is barred. Nothing of theirs is
 * imported here; the facts of a visit are handed in where the routes are put together.
 */
export { activeSuspensions, barsOf, holdingAt, type VisitorBar } from './active-suspensions.ts';
export { countProposals } from './desk-count.ts';
export { factsOfBars, refusalOfBars } from './refusals.ts';
export { suspensionRoutes } from './routes.ts';
