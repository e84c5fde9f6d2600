import type { ApplicationState } from '../applications/schema.ts';
import { type CustodyReason, refusalOfCustody } from '../custody/index.ts';
import { edgeRefusals, type Refusal, type Role, type Text } from '../edge/index.ts';
import type { Category } from '../people/schema.ts';
import { refusalOfBars, type VisitorBar } from '../suspensions/index.ts';
import { type FlowEvent, nextState } from './application-flow.ts';
import { documentsMissing, reviewRefusals, wrongState } from './refusals.ts';

/** What a review depends on. */
export type ReviewFacts = {
  state: ApplicationState;
  /** Which member of staff entered the application; null if a relative did. */
  createdBy: string | null;
  /** Who put its papers on file. */
  handedInBy: readonly string[];
  /** Whether the district's review is for somebody else than these (rule four_eyes_district). */
  fourEyesDistrict: boolean;
  /** Who proposed its exceptions for wider relatives; nobody where it has none. */
  exceptionsProposedBy: readonly string[];
  /** Whether it is on record that the applicant was told what was decided. */
  answered: boolean;
  category: Category;
  /** What is not on file yet: `张三：居民身份证`. */
  missingDocuments: readonly Text[];
  /** Suspensions of its visitors that are in force (rule 15). */
  suspensions: readonly VisitorBar[];
  /** Why the prisoner has no more visits in the prison, where they are not held in it any more. */
  away?: CustodyReason | undefined;
};

/** Whoever may do something in a case: staff, or one of its visitors. */
export type Reviewer = { id: string; role: Role | 'relative' };
export type Review = Exclude<FlowEvent, { by: 'applicant' }>;

/** Who decides for each body. */
export const reviewersOf = {
  district: ['district_officer', 'district_supervisor'],
  prison: ['prison_approver'],
} as const satisfies Record<Review['by'], readonly Role[]>;

/** Why this person cannot decide this now; undefined if it is allowed. */
export function decideReview(facts: ReviewFacts, reviewer: Reviewer, review: Review): Refusal | undefined {
  if (!reviewersOf[review.by].some((role) => role === reviewer.role)) {
    return edgeRefusals.not_permitted();
  }
  if (nextState(facts.state, review) === undefined) return wrongState(facts.state);
  if (review.by === 'district' && facts.fourEyesDistrict && hasPartIn(facts, reviewer)) {
    return reviewRefusals.four_eyes();
  }
  if (review.decision === 'approve' && facts.exceptionsProposedBy.includes(reviewer.id)) {
    return reviewRefusals.exception_four_eyes();
  }
  const grants = review.decision === 'forward' || review.decision === 'approve';
  if (grants && facts.category === 'foreign_national') return reviewRefusals.foreign_national_separate_rule();
  if (grants && facts.away) return refusalOfCustody(facts.away);
  const barred = grants ? refusalOfBars(facts.suspensions) : undefined;
  if (barred) return barred;
  if (review.decision === 'forward' && facts.missingDocuments.length > 0) {
    return documentsMissing(facts.missingDocuments);
  }
  return undefined;
}

function hasPartIn({ createdBy, handedInBy }: ReviewFacts, { id }: Reviewer): boolean {
  return createdBy === id || handedInBy.includes(id);
}
