import type { Degree, RelationshipCode } from '../people/schema.ts';
import type { Rules } from '../rules/index.ts';
import type { VisitLanguage } from './codes.ts';

/** The rules by which an application is accepted; the rows of the rules table that they come from stand beside them. */
export type ApplicationRules = {
  /** 8 */
  maxVisitors: number;
  /** 8: younger visitors are not counted. */
  countedFromAge: number;
  /** 2 */
  allowedDegrees: readonly Degree[];
  /** 2 */
  widerByException: boolean;
  /** 1b */
  otherBeneficialAllowed: boolean;
  /** 2c */
  categoryRelationships: readonly RelationshipCode[];
  /** 2c: refused, and not only warned of. */
  categoryEnforced: boolean;
  /** 3 */
  residenceRequired: boolean;
  /** 12: every other language needs an interpreter. */
  allowedLanguages: readonly VisitLanguage[];
};

export function applicationRulesOf(rules: Rules): ApplicationRules {
  return {
    maxVisitors: rules.get('max_visitors'),
    countedFromAge: rules.get('visitors_counted_from_age'),
    allowedDegrees: rules.get('allowed_degrees'),
    widerByException: rules.get('wider_relatives_by_exception'),
    otherBeneficialAllowed: rules.get('other_beneficial_allowed'),
    categoryRelationships: rules.get('category_relationships'),
    categoryEnforced: rules.get('category_restriction_enforced'),
    residenceRequired: rules.get('residence_in_district_required'),
    allowedLanguages: rules.get('allowed_languages'),
  };
}
