import { conditionFactsOf, type OpenedApplication } from '../applications/index.ts';
import type { JsonObject } from '../ledger/index.ts';
import type { Rules } from '../rules/index.ts';
import { type ApprovalConditions, noConditions } from './conditions.ts';
import { decideConditions, withoutWhatHolds } from './decide-conditions.ts';
import type { Review } from './decide-review.ts';
import { conditionsToStore } from './visit-terms.ts';

/** What a decision binds the visit to; only an approval does. @throws Refusal where the prison cannot bind it to this */
export function boundBy(
  review: Review,
  asked: ApprovalConditions,
  opened: OpenedApplication,
  rules: Rules,
): ApprovalConditions {
  if (review.decision !== 'approve') return noConditions;
  const facts = conditionFactsOf(opened, rules);
  const refusal = decideConditions(asked, facts);
  if (refusal) throw refusal;
  return withoutWhatHolds(asked, facts);
}

/** For the book: codes and ids alone. Who interprets stays out of it. */
export function conditionsInLedger(conditions: ApprovalConditions): JsonObject | undefined {
  if (conditionsToStore(conditions) === '') return undefined;
  const { durationMinutes, language, interpreterRequired, exceptionsFor } = conditions;
  return { durationMinutes, language, interpreterRequired, exceptionsFor };
}
