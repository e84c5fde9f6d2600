import { mobilityNeedsOf, priorityReasonsOf, submitApplication } from '../applications/index.ts';
import { type NewApplication, newApplicationBody } from '../applications/schema.ts';
import { dayPartTexts } from '../bookings/schema.ts';
import { edgeRefusals, type Language, type RelativePrincipal } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { idNumberOf, phoneOf } from '../people/index.ts';
import { decideAskAgain } from './decide-ask-again.ts';
import { type FamilyCase, openForFamily } from './open-for-family.ts';
import { kioskRefusals } from './refusals.ts';
import type { AskAgainBody } from './schema.ts';

/**
 * Asks for another visit to the same prisoner with people who were approved before: whatever is known of them is taken from
 * the office's own records, so that nobody types an identity number. @throws Refusal
 */
export async function askAgain(
  foundation: Foundation,
  relative: RelativePrincipal,
  applicationId: string,
  body: AskAgainBody,
  language: Language,
): Promise<{ id: string; queryCode: string }> {
  const opened = await openForFamily(foundation, relative, applicationId);
  const refusal = decideAskAgain(opened.askAgain);
  if (refusal) throw refusal;
  return submitApplication(foundation, relative, fromEarlier(foundation, relative, opened, body, language));
}

/** The one who asks is the applicant, and comes first. */
function fromEarlier(
  { sealing }: Foundation,
  relative: RelativePrincipal,
  { application, visitors }: FamilyCase,
  { visitorIds, wishedTime, wishes }: AskAgainBody,
  language: Language,
): NewApplication {
  if (!visitorIds.includes(relative.id)) throw kioskRefusals.yourself_has_to_come();
  const isKnown = (id: string) => visitors.some(({ person }) => person.id === id);
  if (!visitorIds.every(isKnown)) throw edgeRefusals.not_found();
  const coming = visitors
    .filter(({ person }) => visitorIds.includes(person.id))
    .sort((one, other) => Number(other.person.id === relative.id) - Number(one.person.id === relative.id));
  const wasApplicant = visitors[0]?.person.id === relative.id;
  const time = wishedTime === 'any' ? [] : [dayPartTexts[wishedTime][language]];
  return newApplicationBody.parse({
    kind: application.kind,
    origin: 'online',
    prisonerId: application.prisoner_id,
    visitors: coming.map(({ person, relationship, organisation, exceptionReason }) => ({
      name: person.name,
      idNumber: idNumberOf(sealing, person),
      phone: phoneOf(sealing, person),
      relationship,
      organisation,
      exceptionReason,
    })),
    // It is said of the applicant.
    ...(wasApplicant ? { residence: application.residence } : {}),
    language: application.language,
    interpreter: application.interpreter,
    mobilityNeeds: mobilityNeedsOf(application),
    priorityReasons: priorityReasonsOf(application),
    wishes: [...time, ...(wishes === '' ? [] : [wishes])].join('; '),
  });
}
