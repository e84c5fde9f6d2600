import { forfeitingOutcomes, type Outcome } from '../visits/ending-codes.ts';
import type { Ending } from './schema.ts';

/** Where a body of ours did not provide the visit: it never counts, and it is made up for. */
const failures: readonly Outcome[] = [
  'TECHNICAL_FAILURE_DISTRICT',
  'TECHNICAL_FAILURE_PRISON',
  'TECHNICAL_FAILURE_NETWORK',
  'SUPERVISOR_ABSENT',
];

/** How a visit came out; `wasLive` says whether the family ever had the prisoner before them. */
export function endingOf({ outcome, wasLive }: { outcome: Outcome; wasLive: boolean }): Ending {
  if (failures.includes(outcome)) return 'failed';
  if (wasLive) return 'took_place';
  return forfeitingOutcomes.includes(outcome) ? 'forfeited' : 'called_off';
}

/** Whether a visit that came out so uses up the quota. Rule 21: of one that was forfeited the rule of its day says. */
export function usesQuota(ending: Ending, { noShowCounts }: { noShowCounts: boolean }): boolean {
  return ending === 'took_place' || (ending === 'forfeited' && noShowCounts);
}
