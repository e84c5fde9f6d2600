import {
  type ApplicationRules,
  applicationRulesOf,
  countedVisitors,
  decideRelationship,
} from '../applications/index.ts';
import { dayOf, fromStoredTime } from '../clock.ts';
import type { Rules } from '../rules/index.ts';
import type { ComingVisit } from './coming-visits.ts';
import type { BookingReason } from './refusals.ts';

/**
 * Every reason why these people would not be accepted for this visit by other rules than those that they were accepted by:
 * how many they are, what they are to the prisoner, where they live and what they speak.
 */
export function reasonsOfPeople(visit: ComingVisit, rules: Rules): BookingReason[] {
  const values = applicationRulesOf(rules);
  return [
    ...reasonIfTooMany(visit, values),
    ...reasonsOfRelationships(visit, values),
    ...reasonOfResidence(visit, values),
    ...reasonOfLanguage(visit, values),
  ];
}

/** Rule 8. */
function reasonIfTooMany(visit: ComingVisit, rules: ApplicationRules): BookingReason[] {
  const visitors = countedVisitors(visit.visitors, dayOf(fromStoredTime(visit.starts_at)), rules);
  const limit = rules.maxVisitors;
  return visitors > limit ? [{ code: 'too_many_visitors', facts: { limit, visitors } }] : [];
}

/** Rules 1b, 2 and 2c; whoever the prison made an exception for has asked for one. */
function reasonsOfRelationships({ kind, visitors }: ComingVisit, rules: ApplicationRules): BookingReason[] {
  const reasons = visitors.flatMap(({ relationship, exceptionGranted }, index): BookingReason[] => {
    const position = index + 1;
    const claim = { relationship, exceptionAsked: exceptionGranted };
    const refusal = decideRelationship(kind, claim, position, rules);
    if (refusal === undefined) return [];
    const code =
      refusal.code === 'category_bars_relationship' ? 'category_bars_visitor' : 'visitor_not_allowed';
    return [{ code, facts: { position } }];
  });
  return reasons.slice(0, 1);
}

/** Rule 3 is one for families. */
function reasonOfResidence({ kind, residence }: ComingVisit, rules: ApplicationRules): BookingReason[] {
  const outside = kind === 'family_visit' && rules.residenceRequired && residence === 'elsewhere';
  return outside ? [{ code: 'not_resident_in_district' }] : [];
}

/** Rule 12. */
function reasonOfLanguage({ language, interpreted }: ComingVisit, rules: ApplicationRules): BookingReason[] {
  const understood = rules.allowedLanguages.includes(language) || interpreted;
  return understood ? [] : [{ code: 'language_needs_interpreter' }];
}
