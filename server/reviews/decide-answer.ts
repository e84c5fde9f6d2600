import type { ApplicationState } from '../applications/schema.ts';
import { edgeRefusals, type Refusal } from '../edge/index.ts';
import { type Reviewer, reviewersOf } from './decide-review.ts';
import { reviewRefusals, wrongState } from './refusals.ts';

export type AnswerFacts = { state: ApplicationState; answered: boolean };

/** Why this person cannot record now that the applicant was told; undefined if they can. */
export function decideAnswer({ state, answered }: AnswerFacts, { role }: Reviewer): Refusal | undefined {
  if (!reviewersOf.district.some((allowed) => allowed === role)) return edgeRefusals.not_permitted();
  if (state !== 'approved' && state !== 'refused') return wrongState(state);
  return answered ? reviewRefusals.already_answered() : undefined;
}
