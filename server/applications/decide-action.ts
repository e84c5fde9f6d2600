import { edgeRefusals, type Refusal, type Role } from '../edge/index.ts';
import {
  decideAnswer,
  decideReview,
  nextState,
  type Reviewer,
  type ReviewFacts,
  wrongState,
} from '../reviews/index.ts';
import { applicationRefusals } from './refusals.ts';
import type { ApplicationActionName, ApplicationState } from './schema.ts';

export type ActionFacts = ReviewFacts & { hasLiveBooking: boolean };

/**
 * Papers come in until the body that has them in hand decides; while the prison reviews, nothing moves under it. After the
 * approval a card that was renewed can still come in: a visit on a day after the last one of the old card needs it.
 */
const statesForPapers: readonly ApplicationState[] = [
  'district_review',
  'district_supplement',
  'prison_supplement',
  'approved',
];

export const documentReaders = [
  'district_officer',
  'district_supervisor',
  'prison_approver',
  'auditor',
] as const satisfies Role[];

const unmaskers = ['district_officer', 'district_supervisor', 'prison_approver'] as const satisfies Role[];

/** Who brings what the family brings: the counter for them, or they themselves. */
const family = ['district_officer', 'relative'] as const;

type Decide = (facts: ActionFacts, person: Reviewer) => Refusal | undefined;

/** Everything that can be done with an application, and what stands against it: used by the actions and by the screens. */
const decisions: Record<ApplicationActionName, Decide> = {
  addDocument: ({ state }, person) => {
    const refusal = onlyFor(family, person);
    if (refusal) return refusal;
    // Nobody decides on the application any more who would look at what the family hands in by itself.
    if (state === 'approved' && person.role === 'relative')
      return applicationRefusals.renewed_card_at_counter();
    return statesForPapers.includes(state) ? undefined : wrongState(state);
  },
  resubmit: ({ state }, person) =>
    onlyFor(family, person) ??
    (nextState(state, { by: 'applicant', decision: 'resubmit' }) ? undefined : wrongState(state)),
  withdraw: ({ state, hasLiveBooking }, person) => {
    const refusal = onlyFor(family, person);
    if (refusal) return refusal;
    if (!nextState(state, { by: 'applicant', decision: 'withdraw' })) return wrongState(state);
    if (!hasLiveBooking) return undefined;
    return person.role === 'relative'
      ? applicationRefusals.live_booking_of_family()
      : applicationRefusals.live_booking();
  },
  renewQueryCode: (_facts, person) => onlyFor(['district_officer'], person),
  viewDocuments: (_facts, person) => onlyFor(documentReaders, person),
  unmaskVisitors: (_facts, person) => onlyFor(unmaskers, person),
  forward: (facts, person) => decideReview(facts, person, { by: 'district', decision: 'forward' }),
  refuseByDistrict: (facts, person) => decideReview(facts, person, { by: 'district', decision: 'refuse' }),
  askSupplementByDistrict: (facts, person) =>
    decideReview(facts, person, { by: 'district', decision: 'ask_supplement' }),
  approve: (facts, person) => decideReview(facts, person, { by: 'prison', decision: 'approve' }),
  refuseByPrison: (facts, person) => decideReview(facts, person, { by: 'prison', decision: 'refuse' }),
  recordAnswer: decideAnswer,
  askSupplementByPrison: (facts, person) =>
    decideReview(facts, person, { by: 'prison', decision: 'ask_supplement' }),
};

/** Why this person cannot do this now; undefined if it is allowed. */
export function decideAction(
  action: ApplicationActionName,
  facts: ActionFacts,
  person: Reviewer,
): Refusal | undefined {
  return decisions[action](facts, person);
}

/** A paper that was on file when a body decided belongs to that decision. */
export function decideRemoval(
  facts: ActionFacts & { uploadedAt: string; lastDecisionAt: string | undefined },
  person: Reviewer,
): Refusal | undefined {
  const refusal = decideAction('addDocument', facts, person);
  if (refusal) return refusal;
  const { uploadedAt, lastDecisionAt } = facts;
  const reliedOn = lastDecisionAt !== undefined && uploadedAt <= lastDecisionAt;
  return reliedOn ? applicationRefusals.document_relied_on() : undefined;
}

function onlyFor(roles: readonly Reviewer['role'][], { role }: Reviewer): Refusal | undefined {
  return roles.includes(role) ? undefined : edgeRefusals.not_permitted();
}
