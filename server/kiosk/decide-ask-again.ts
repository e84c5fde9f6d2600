import { applicationRefusals } from '../applications/index.ts';
import type { ApplicationKind, ApplicationState } from '../applications/schema.ts';
import type { VisitOfApplication } from '../bookings/index.ts';
import type { Refusal } from '../edge/index.ts';
import { kioskRefusals } from './refusals.ts';

export type AskAgainFacts = {
  kind: ApplicationKind;
  state: ApplicationState;
  visit: Pick<VisitOfApplication, 'state'> | undefined;
  /** The one who asks is under 18. */
  minor: boolean;
  /** Of an application of theirs for the same prisoner that is still being decided. */
  openNumber: string | undefined;
};

/** Why a relative cannot ask for another visit on the strength of this application; undefined if they can. */
export function decideAskAgain(facts: AskAgainFacts): Refusal | undefined {
  if (facts.kind !== 'family_visit') return kioskRefusals.only_family_again();
  if (facts.state !== 'approved') return kioskRefusals.only_approved_again();
  if (facts.minor) return kioskRefusals.adult_has_to_ask();
  if (facts.openNumber !== undefined) {
    return applicationRefusals.already_applied({ number: facts.openNumber });
  }
  const arranged = facts.visit !== undefined && facts.visit.state !== 'cancelled';
  return arranged ? undefined : kioskRefusals.visit_not_arranged_yet();
}
