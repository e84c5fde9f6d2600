import type { ConditionFacts } from '../reviews/index.ts';
import type { Rules } from '../rules/index.ts';
import type { OpenedApplication } from './open-application.ts';

/** The visitors who can only come by an exception that the prison grants (rule 2): one was asked for, with its reason. */
export function exceptionsOf({
  visitors,
}: Pick<OpenedApplication, 'visitors'>): ConditionFacts['exceptions'] {
  return visitors.flatMap(({ person, exceptionReason }, index) =>
    exceptionReason === '' ? [] : [{ visitorId: person.id, position: index + 1 }],
  );
}

/** What the conditions of an approval are held against. */
export function conditionFactsOf(opened: OpenedApplication, rules: Rules): ConditionFacts {
  const { language, interpreter } = opened.application;
  return {
    language,
    interpreter,
    exceptions: exceptionsOf(opened),
    durationMinutes: rules.get('duration_minutes'),
    allowedLanguages: rules.get('allowed_languages'),
  };
}
