import type { Text } from '../edge/index.ts';
import { isMinor } from '../people/index.ts';
import { type Degree, type RelationshipCode, relationships } from '../people/schema.ts';
import { type DocumentKind, documentKindTexts, type Urgency, urgencyProofs } from './schema.ts';

export type VisitorToProve = {
  id: string;
  name: string;
  bornOn: string;
  relationship: RelationshipCode;
  /** A prison has verified the relationship, and its re-check date is still to come. */
  verified: boolean;
};

export type PaperOnFile = { visitor_id: string; kind: DocumentKind; valid_until: string | null };

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
  other: ['residence_committee_proof', 'police_proof', 'notarial_certificate', 'assignment_letter'],
  guardian: ['guardianship_proof', 'notarial_certificate', 'residence_committee_proof', 'police_proof'],
  assistant: ['assignment_letter'],
};

/** What can prove who somebody is: of a minor the household register will do (rule 4b). */
export function identityProofs(bornOn: string, day: string): DocumentKind[] {
  return isMinor(bornOn, day) ? ['id_card', 'household_register'] : ['id_card'];
}

/** Whether a paper is still valid on a day. */
export const isValidOn = ({ valid_until: until }: Pick<PaperOnFile, 'valid_until'>, day: string): boolean =>
  until === null || day <= until;

const any = (kinds: readonly DocumentKind[]): Text => ({
  zh: kinds.map((kind) => documentKindTexts[kind].zh).join('或'),
  en: kinds.map((kind) => documentKindTexts[kind].en.toLowerCase()).join(' or '),
});

const knownAlready: Text = {
  zh: '（关系已核验，不必再交关系证明）',
  en: ' (the relationship has been verified: no other proof is needed)',
};

/**
 * What is not on file for a visitor: something valid that proves who it is, and, unless a prison has verified it, something
 * that proves the relationship. One paper may prove both. Rules 4 and 4b.
 */
export function missingDocumentsOf(
  visitor: VisitorToProve,
  documents: readonly PaperOnFile[],
  today: string,
): Text[] {
  const own = documents.filter((each) => each.visitor_id === visitor.id);
  const valid = own.filter((each) => isValidOn(each, today));
  const identity = identityProofs(visitor.bornOn, today);
  const missing: Text[] = [];
  if (!valid.some(({ kind }) => identity.includes(kind))) {
    const { zh, en } = any(identity);
    missing.push(visitor.verified ? { zh: zh + knownAlready.zh, en: en + knownAlready.en } : { zh, en });
  }
  return visitor.verified ? missing : [...missing, ...missingProofs(visitor.relationship, own)];
}

/** What proves a relationship and is not among these papers: whoever comes for an organisation needs its letter as well. */
export function missingProofs(
  relationship: RelationshipCode,
  papers: readonly Pick<PaperOnFile, 'kind'>[],
): Text[] {
  const { degree, forOrganisation } = relationships[relationship];
  const needed = [proofs[degree]];
  if (forOrganisation && degree !== 'assistant') needed.push(['assignment_letter']);
  return needed.filter((kinds) => !papers.some(({ kind }) => kinds.includes(kind))).map(any);
}

/** The proof of an urgent application, on file under any of its visitors. */
export function missingUrgencyProof(urgency: Urgency, papers: readonly Pick<PaperOnFile, 'kind'>[]): Text[] {
  if (urgency === 'none') return [];
  const proof = urgencyProofs[urgency];
  return papers.some(({ kind }) => kind === proof) ? [] : [any([proof])];
}

/** All that is missing from an application, each paper with the name of the visitor; the applicant is the first. */
export function allMissingDocuments(
  visitors: readonly VisitorToProve[],
  documents: readonly PaperOnFile[],
  { urgency, today }: { urgency: Urgency; today: string },
): Text[] {
  return visitors.flatMap((visitor, index) =>
    missingOf(visitor, index, documents, { urgency, today }).map(({ zh, en }) => ({
      zh: `${visitor.name}：${zh}`,
      en: `${visitor.name}: ${en}`,
    })),
  );
}

/** The same for the visitor in one place: the proof of the urgency is the applicant's to bring. */
export function missingOf(
  visitor: VisitorToProve,
  index: number,
  documents: readonly PaperOnFile[],
  { urgency, today }: { urgency: Urgency; today: string },
): Text[] {
  const own = missingDocumentsOf(visitor, documents, today);
  return index === 0 ? [...own, ...missingUrgencyProof(urgency, documents)] : own;
}
