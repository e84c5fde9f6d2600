import type { Refusal } from '../edge/index.ts';
import { ageOn, isMinor, peopleRefusals } from '../people/index.ts';
import { type Category, relationships } from '../people/schema.ts';
import { reviewRefusals } from '../reviews/index.ts';
import type { ApplicationRules } from './application-rules.ts';
import { type ClaimOfVisitor, decideRelationship } from './decide-relationship.ts';
import { applicationRefusals } from './refusals.ts';
import type { ApplicationKind, Residence, VisitLanguage } from './schema.ts';

export type VisitorFacts = ClaimOfVisitor & { idNumberMasked: string; bornOn: string };

export type ApplicationFacts = {
  kind: ApplicationKind;
  category: Category;
  residence: Residence;
  language: VisitLanguage;
  interpreter: string;
  /** The first is the applicant. */
  visitors: readonly VisitorFacts[];
  /** In Asia/Shanghai. */
  today: string;
};

/** Why an application cannot be accepted; undefined if it can. Each answer names the rule and the way out. */
export function decideApplication(facts: ApplicationFacts, rules: ApplicationRules): Refusal | undefined {
  if (facts.category === 'foreign_national') return reviewRefusals.foreign_national_separate_rule();
  return (
    decideResidence(facts, rules) ??
    decideNumber(facts, rules) ??
    decideAges(facts) ??
    decideRelationships(facts, rules) ??
    decideLanguage(facts, rules)
  );
}

/** Rule 8: the visitors who are counted. */
export function countedVisitors(
  visitors: readonly { bornOn: string }[],
  day: string,
  { countedFromAge }: Pick<ApplicationRules, 'countedFromAge'>,
): number {
  return visitors.filter(({ bornOn }) => ageOn(bornOn, day) >= countedFromAge).length;
}

/** Rule 3 is one for families: an assistance worker comes for an office of this district. */
function decideResidence(
  { kind, residence }: ApplicationFacts,
  rules: ApplicationRules,
): Refusal | undefined {
  if (kind !== 'family_visit' || !rules.residenceRequired || residence !== 'elsewhere') return undefined;
  return applicationRefusals.not_resident_here();
}

function decideNumber({ visitors, today }: ApplicationFacts, rules: ApplicationRules): Refusal | undefined {
  const counted = countedVisitors(visitors, today, rules);
  if (counted <= rules.maxVisitors) return undefined;
  return applicationRefusals.too_many_visitors({ limit: rules.maxVisitors, visitors: counted });
}

function decideAges({ visitors, today }: ApplicationFacts): Refusal | undefined {
  const unborn = visitors.find(({ bornOn }) => bornOn > today);
  if (unborn) return peopleRefusals.not_born_yet({ idNumberMasked: unborn.idNumberMasked });
  const minors = visitors.map(({ bornOn }) => isMinor(bornOn, today));
  if (minors.every((minor) => minor)) return applicationRefusals.minor_needs_adult();
  return minors[0] ? applicationRefusals.applicant_must_be_adult() : undefined;
}

function decideRelationships(
  { kind, visitors }: ApplicationFacts,
  rules: ApplicationRules,
): Refusal | undefined {
  const refusal = visitors
    .map((visitor, index) => decideRelationship(kind, visitor, index + 1, rules))
    .find(Boolean);
  if (refusal || kind !== 'assistance_session') return refusal;
  const workers = visitors.some(({ relationship }) => relationships[relationship].degree === 'assistant');
  return workers ? undefined : applicationRefusals.assistance_needs_worker();
}

function decideLanguage(
  { language, interpreter }: ApplicationFacts,
  { allowedLanguages }: ApplicationRules,
): Refusal | undefined {
  return allowedLanguages.includes(language) || interpreter !== ''
    ? undefined
    : applicationRefusals.interpreter_needed();
}
