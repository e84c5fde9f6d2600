import type { Refusal } from '../edge/index.ts';
import { type RelationshipCode, relationships } from '../people/schema.ts';
import type { ApplicationRules } from './application-rules.ts';
import { applicationRefusals } from './refusals.ts';
import type { ApplicationKind } from './schema.ts';

export type ClaimOfVisitor = {
  relationship: RelationshipCode;
  /** A reason is given why the visitor should be allowed. */
  exceptionAsked: boolean;
};

/** Whether somebody so related is only accepted with a reason, on which the prison decides expressly. Rules 1b and 2. */
export function needsException(
  relationship: RelationshipCode,
  { allowedDegrees, widerByException, otherBeneficialAllowed }: ApplicationRules,
): boolean {
  const { degree } = relationships[relationship];
  if (degree === 'wider') return widerByException && !allowedDegrees.includes(degree);
  return degree === 'other' && otherBeneficialAllowed;
}

/** Rule 2c: relatives whom prisoners of the category do not see. Assistance workers come for an office, not as relatives. */
export function isBarredByCategory(relationship: RelationshipCode, rules: ApplicationRules): boolean {
  return (
    relationships[relationship].degree !== 'assistant' && !rules.categoryRelationships.includes(relationship)
  );
}

/** Why a visitor who is this to the prisoner cannot come; undefined if he can. Position 1 is the applicant. */
export function decideRelationship(
  kind: ApplicationKind,
  { relationship, exceptionAsked }: ClaimOfVisitor,
  position: number,
  rules: ApplicationRules,
): Refusal | undefined {
  const { degree } = relationships[relationship];
  if (degree === 'assistant') {
    return kind === 'assistance_session'
      ? undefined
      : applicationRefusals.relationship_not_for_kind({ position });
  }
  if (needsException(relationship, rules)) {
    if (!exceptionAsked) return applicationRefusals.relationship_needs_exception({ position });
  } else if (!rules.allowedDegrees.includes(degree)) {
    return degree === 'other'
      ? applicationRefusals.other_beneficial_not_allowed({ position })
      : applicationRefusals.relationship_not_allowed({ position });
  }
  return rules.categoryEnforced && isBarredByCategory(relationship, rules)
    ? applicationRefusals.category_bars_relationship({ position })
    : undefined;
}
