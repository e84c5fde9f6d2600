import type { VisitLanguage } from '../applications/codes.ts';
import type { Refusal } from '../edge/index.ts';
import type { ApprovalConditions } from './conditions.ts';
import { reviewRefusals } from './refusals.ts';

/** What the conditions of an approval depend on. */
export type ConditionFacts = {
  /** Applied for. */
  language: VisitLanguage;
  interpreter: string;
  /** Visitors outside the near relatives; `position` is their place on the application. */
  exceptions: readonly { visitorId: string; position: number }[];
  /** Rules 7 and 12. */
  durationMinutes: number;
  allowedLanguages: readonly VisitLanguage[];
};

/** Why the prison cannot approve on these conditions; undefined if it can. */
export function decideConditions(conditions: ApprovalConditions, facts: ConditionFacts): Refusal | undefined {
  const { durationMinutes, exceptionsFor } = conditions;
  const { exceptions } = facts;
  if (durationMinutes !== null && durationMinutes >= facts.durationMinutes) {
    return reviewRefusals.condition_not_shorter({ limit: facts.durationMinutes, minutes: durationMinutes });
  }
  const language = conditions.language ?? facts.language;
  const interpreter = conditions.interpreterRequired || facts.interpreter !== '';
  if (!facts.allowedLanguages.includes(language) && !interpreter) {
    return reviewRefusals.condition_needs_interpreter();
  }
  const open = exceptions.find(({ visitorId }) => !exceptionsFor.includes(visitorId));
  if (open) return reviewRefusals.exception_not_granted({ position: open.position });
  const needed = exceptions.map(({ visitorId }) => visitorId);
  return exceptionsFor.every((id) => needed.includes(id)) ? undefined : reviewRefusals.exception_not_asked();
}

/** A language that is the one applied for anyway is no condition. */
export function withoutWhatHolds(
  conditions: ApprovalConditions,
  { language }: Pick<ConditionFacts, 'language'>,
): ApprovalConditions {
  return conditions.language === language ? { ...conditions, language: null } : conditions;
}
