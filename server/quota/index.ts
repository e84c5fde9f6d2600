/**
 * What other capabilities may call. Bookings ask here how many visits a month has and what a visit that came out so does to
 * it; nothing of theirs is imported here, and of the visits only their codes. The routes stand in routes.ts.
 */
export { countUse, type QuotaUse } from './count-use.ts';
export { endingOf, usesQuota } from './ending-of.ts';
export { edgesOf, monthOf } from './month.ts';
export { type Quota, type QuotaFacts, type QuotaRules, quotaOf } from './quota-of-month.ts';
export type { QuotaCause } from './schema.ts';
export { excusesTable } from './tables.ts';
export { loadMonths } from './visits-of-month.ts';
export {
  differencesAsFacts,
  monthsAhead,
  quotaRulesOf,
  watchQuota,
  writeQuotaChanges,
} from './watch-quota.ts';
