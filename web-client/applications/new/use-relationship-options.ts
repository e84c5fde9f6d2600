import { degrees, degreeTexts, relationshipCodes, relationships } from '../../../server/people/schema.ts';
import { useLabel } from '../../language/index.ts';

/** Every relationship, under the degree that it belongs to. */
export function useRelationshipOptions() {
  const label = useLabel();
  return degrees.map((degree) => ({
    label: label(degreeTexts[degree]),
    title: degree,
    options: relationshipCodes
      .filter((code) => relationships[code].degree === degree)
      .map((value) => ({ value, label: label(relationships[value]) })),
  }));
}
