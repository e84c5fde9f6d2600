import { type RelationshipCode, relationshipCodes, relationships } from '../../server/people/schema.ts';
import { useLabel } from '../language/index.ts';

export function RelationshipName({ code }: { code: string }) {
  const label = useLabel();
  const isKnown = (text: string): text is RelationshipCode => relationshipCodes.some((each) => each === text);
  return isKnown(code) ? label(relationships[code]) : code;
}
