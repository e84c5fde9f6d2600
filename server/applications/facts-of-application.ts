import type { ApplicationFacts } from './decide-application.ts';
import type { OpenedApplication } from './open-application.ts';

/** What the rules say something about, of an application that is on file. */
export function factsOfApplication(
  { application, prisoner, visitors }: Pick<OpenedApplication, 'application' | 'prisoner' | 'visitors'>,
  today: string,
): ApplicationFacts {
  return {
    kind: application.kind,
    category: prisoner.category,
    residence: application.residence,
    language: application.language,
    interpreter: application.interpreter,
    visitors: visitors.map(({ person, relationship, exceptionReason }) => ({
      idNumberMasked: person.id_number_masked,
      bornOn: person.born_on,
      relationship,
      exceptionAsked: exceptionReason !== '',
    })),
    today,
  };
}
