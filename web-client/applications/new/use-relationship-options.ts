import type { FormRules } from '../../../server/applications/form-schema.ts';
import { degrees, degreeTexts, relationshipCodes, relationships } from '../../../server/people/schema.ts';
import { useLabel } from '../../language/index.ts';

/** Every relationship, under the degree that it belongs to; those that the rules do not take cannot be chosen. */
export function useRelationshipOptions(rules: FormRules | undefined) {
  const label = useLabel();
  const isTaken = (code: string) => rules?.relationships.find((one) => one.code === code)?.taken !== 'not';
  return degrees.map((degree) => ({
    label: label(degreeTexts[degree]),
    title: degree,
    options: relationshipCodes
      .filter((code) => relationships[code].degree === degree)
      .map((value) => ({ value, label: label(relationships[value]), disabled: !isTaken(value) })),
  }));
}
