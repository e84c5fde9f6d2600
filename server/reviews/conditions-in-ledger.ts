import type { JsonObject } from '../ledger/index.ts';
import type { ApprovalConditions } from './conditions.ts';
import { conditionsToStore } from './visit-terms.ts';

/** For the book: codes and ids alone. Who interprets stays out of it. */
export function conditionsInLedger(conditions: ApprovalConditions): JsonObject | undefined {
  if (conditionsToStore(conditions) === '') return undefined;
  const { durationMinutes, language, interpreterRequired, exceptionsFor } = conditions;
  return { durationMinutes, language, interpreterRequired, exceptionsFor };
}
