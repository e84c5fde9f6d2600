import type { Language } from '../edge/index.ts';
import type { ApplicationRules } from './application-rules.ts';
import type { ApplicationFacts } from './decide-application.ts';
import { isBarredByCategory, needsException } from './decide-relationship.ts';
import { warningTexts } from './schema.ts';

export type WarningCode = keyof typeof warningTexts;

/** What a reviewer should look at twice; never a refusal by itself. */
export function warningsOf(
  facts: ApplicationFacts,
  rules: ApplicationRules,
  { relationshipEnded }: { relationshipEnded: boolean },
): WarningCode[] {
  const { kind, visitors, residence, language } = facts;
  const is: Record<WarningCode, boolean> = {
    exception_asked_for: visitors.some(({ relationship }) => needsException(relationship, rules)),
    category_restricts_visitors: visitors.some(({ relationship }) => isBarredByCategory(relationship, rules)),
    relationship_ended: relationshipEnded,
    residence_not_stated: kind === 'family_visit' && rules.residenceRequired && residence === 'not_stated',
    interpreter_needed: !rules.allowedLanguages.includes(language),
  };
  return (Object.keys(is) as WarningCode[]).filter((code) => is[code]);
}

export function sayWarnings(
  codes: readonly WarningCode[],
  language: Language,
): { code: string; text: string }[] {
  return codes.map((code) => ({ code, text: warningTexts[code][language] }));
}
