import type { Refusal } from '../edge/index.ts';
import { isMinor, peopleRefusals } from '../people/index.ts';
import {
  type Category,
  type Degree,
  maskIdNumber,
  type RelationshipCode,
  readIdNumber,
  relationships,
} from '../people/schema.ts';
import { reviewRefusals } from '../reviews/index.ts';
import { applicationRefusals } from './refusals.ts';
import type { ApplicationKind } from './schema.ts';

export type ApplicationFacts = {
  kind: ApplicationKind;
  category: Category;
  /** The first is the applicant. */
  visitors: readonly { idNumber: string; relationship: RelationshipCode }[];
  maxVisitors: number;
  /** In Asia/Shanghai. */
  today: string;
};

/** Near relatives and guardians may come to both kinds; assistance workers only to their own. Rule 2. */
const allowedDegrees: Record<ApplicationKind, readonly Degree[]> = {
  family_visit: ['near', 'guardian'],
  assistance_session: ['near', 'guardian', 'assistant'],
};

/** Why an application cannot be accepted; undefined if it can. */
export function decideApplication(facts: ApplicationFacts): Refusal | undefined {
  const { visitors, maxVisitors, today } = facts;
  if (facts.category === 'foreign_national') return reviewRefusals.foreign_national_separate_rule();
  if (visitors.length > maxVisitors) {
    return applicationRefusals.too_many_visitors({ limit: maxVisitors, visitors: visitors.length });
  }
  const born = visitors.map(({ idNumber }) => readIdNumber(idNumber)?.bornOn ?? '');
  const unborn = visitors.find((_, index) => (born[index] ?? '') > today);
  if (unborn) return peopleRefusals.not_born_yet({ idNumberMasked: maskIdNumber(unborn.idNumber) });
  const minors = born.map((bornOn) => isMinor(bornOn, today));
  if (minors.every((minor) => minor)) return applicationRefusals.minor_needs_adult();
  if (minors[0]) return applicationRefusals.applicant_must_be_adult();
  return visitors.map((visitor, index) => decideRelationship(facts.kind, visitor, index + 1)).find(Boolean);
}

function decideRelationship(
  kind: ApplicationKind,
  { relationship }: { relationship: RelationshipCode },
  position: number,
): Refusal | undefined {
  const { degree } = relationships[relationship];
  if (allowedDegrees[kind].includes(degree)) return undefined;
  return degree === 'assistant'
    ? applicationRefusals.relationship_not_for_kind({ position })
    : applicationRefusals.relationship_needs_exception({ position });
}
