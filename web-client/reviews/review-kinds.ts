import type { Application } from '../../server/applications/schema.ts';
import type { Text } from '../../server/edge/language.ts';
import type { ReviewName } from '../../server/reviews/draft-schema.ts';
import {
  type ApprovalConditions,
  districtRefusalTexts,
  prisonRefusalTexts,
  supplementTexts,
} from '../../server/reviews/schema.ts';
import {
  type DistrictReviewInput,
  type PrisonReviewInput,
  reviewForDistrict,
  reviewForPrison,
} from '../api/reviews.ts';

export type ReviewValues = {
  reasonCode?: string;
  note?: string;
  conditions?: Partial<ApprovalConditions>;
};

export type ReviewKind = {
  name: ReviewName;
  danger?: true;
  primary?: true;
  /** The reasons to choose from; none for a decision in favour. */
  reasons?: Record<string, Text>;
  /** Whether it can be bound to conditions. */
  bindable?: true;
  decide(application: Application, values: ReviewValues): Promise<Application>;
};

const byDistrict =
  (decision: DistrictReviewInput['decision']) =>
  ({ id, version }: Application, values: ReviewValues) =>
    reviewForDistrict(id, { version, decision, ...values } as DistrictReviewInput);

const byPrison =
  (decision: PrisonReviewInput['decision']) =>
  ({ id, version }: Application, values: ReviewValues) =>
    reviewForPrison(id, { version, decision, ...values } as PrisonReviewInput);

/** Every decision that somebody can make on an application. Whether this user may is for the server to say. */
export const reviewKinds: readonly ReviewKind[] = [
  { name: 'forward', primary: true, decide: byDistrict('forward') },
  { name: 'askSupplementByDistrict', reasons: supplementTexts, decide: byDistrict('ask_supplement') },
  { name: 'refuseByDistrict', danger: true, reasons: districtRefusalTexts, decide: byDistrict('refuse') },
  { name: 'approve', primary: true, bindable: true, decide: byPrison('approve') },
  { name: 'askSupplementByPrison', reasons: supplementTexts, decide: byPrison('ask_supplement') },
  { name: 'refuseByPrison', danger: true, reasons: prisonRefusalTexts, decide: byPrison('refuse') },
];
