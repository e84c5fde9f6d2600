import type { Text } from '../edge/index.ts';
import { isMinor } from '../people/index.ts';
import { type Degree, type RelationshipCode, relationships } from '../people/schema.ts';
import { type DocumentKind, documentKindTexts } from './schema.ts';

export type VisitorToProve = { id: string; name: string; bornOn: string; relationship: RelationshipCode };

const kinshipProofs: DocumentKind[] = [
  'household_register',
  'marriage_certificate',
  'birth_certificate',
  'notarial_certificate',
  'residence_committee_proof',
  'police_proof',
];

/** What can prove each degree of relationship. */
const proofs: Record<Degree, DocumentKind[]> = {
  near: kinshipProofs,
  wider: kinshipProofs,
  other: kinshipProofs,
  guardian: ['guardianship_proof', 'notarial_certificate', 'residence_committee_proof', 'police_proof'],
  assistant: ['assignment_letter'],
};

const any = (kinds: DocumentKind[]): Text => ({
  zh: kinds.map((kind) => documentKindTexts[kind].zh).join('或'),
  en: kinds.map((kind) => documentKindTexts[kind].en.toLowerCase()).join(' or '),
});

/**
 * What is not on file for a visitor: something that proves who it is (of a minor the household register will do) and
 * something that proves the relationship. One paper may prove both.
 */
export function missingDocumentsOf(
  { id, bornOn, relationship }: VisitorToProve,
  documents: readonly { visitor_id: string; kind: DocumentKind }[],
  today: string,
): Text[] {
  const onFile = new Set(documents.filter((each) => each.visitor_id === id).map(({ kind }) => kind));
  const identity: DocumentKind[] = isMinor(bornOn, today) ? ['id_card', 'household_register'] : ['id_card'];
  return [identity, proofs[relationships[relationship].degree]]
    .filter((kinds) => !kinds.some((kind) => onFile.has(kind)))
    .map(any);
}

/** The same for all visitors of an application, each with the name. */
export function allMissingDocuments(
  visitors: readonly VisitorToProve[],
  documents: readonly { visitor_id: string; kind: DocumentKind }[],
  today: string,
): Text[] {
  return visitors.flatMap((visitor) =>
    missingDocumentsOf(visitor, documents, today).map(({ zh, en }) => ({
      zh: `${visitor.name}：${zh}`,
      en: `${visitor.name}: ${en}`,
    })),
  );
}
