import { z } from 'zod';
import { applicationKinds, applicationStates, documentKinds, urgencies } from '../applications/schema.ts';
import { bookingStates, dayParts } from '../bookings/schema.ts';
import { allowedAction } from '../edge/allowed-action.ts';
import { bilingual } from '../edge/bilingual.ts';
import { say } from '../edge/language.ts';
import { officeContactBody } from '../notices/schema.ts';
import { idNumber, relationshipCodes } from '../people/schema.ts';
import { bodies, decisions, visitTerms } from '../reviews/schema.ts';

/** Eight characters as on the receipt, where they stand in two groups: `7KQF-M2XR`. */
export const queryCode = z
  .string()
  .max(40)
  .transform((text) => text.toUpperCase().replace(/[\s-]/g, ''))
  .refine(
    (text) => text.length === 8,
    say('查询码为8位，请对照回执核对。', 'A query code has 8 characters; compare it with the receipt.'),
  );

export const relativeSignInBody = z.strictObject({ idNumber, queryCode });

/** Who is signed in, and after how long without a touch they are signed out. */
export const relative = z
  .object({ name: z.string(), idNumberMasked: z.string(), idleSeconds: z.int() })
  .meta({ id: 'Relative' });
export type Relative = z.infer<typeof relative>;

/** What a body decided, as far as it is for the family: why, in the language of the request, and in the body's words. */
export const decisionForFamily = z.object({
  body: z.enum(bodies),
  decision: z.enum(decisions),
  reason: z.string().nullable(),
  note: z.string(),
  decidedAt: z.string(),
});

export const visitForFamily = z.object({
  number: z.string(),
  state: z.enum(bookingStates).exclude(['held']),
  startsAt: z.string(),
  endsAt: z.string(),
  /** The time by which all visitors are to be there. */
  arriveBy: z.string(),
  visitRoom: bilingual,
  stepFree: z.boolean(),
  cancelReason: z.string().nullable(),
});

export const kioskActionNames = ['addDocument', 'resubmit', 'withdraw', 'askAgain'] as const;

/** An application for one of its visitors. Everybody else is masked. */
export const familyApplication = z
  .object({
    id: z.string(),
    number: z.string(),
    kind: z.enum(applicationKinds),
    state: z.enum(applicationStates),
    urgency: z.enum(urgencies),
    prison: bilingual,
    prisonerName: z.string(),
    createdAt: z.string(),
    version: z.int(),
    /** Who has to act now, and by when. */
    waitsFor: z.enum([...bodies, 'applicant']).nullable(),
    dueAt: z.string().nullable(),
    overdue: z.boolean(),
    /** The applicant first. */
    visitors: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        /** It is the one who is signed in. */
        own: z.boolean(),
        minor: z.boolean(),
        relationship: z.enum(relationshipCodes),
        /** What still has to be handed in; in the language of the request. */
        missingDocuments: z.array(z.string()),
      }),
    ),
    documents: z.array(
      z.object({
        id: z.string(),
        visitorId: z.string(),
        kind: z.enum(documentKinds),
        uploadedAt: z.string(),
      }),
    ),
    /** The latest last. */
    decisions: z.array(decisionForFamily),
    /** What the prison has bound its approval to; the interpreter is named to those who come with one. */
    terms: visitTerms.pick({
      language: true,
      interpreterRequired: true,
      interpreter: true,
      durationMinutes: true,
    }),
    visit: visitForFamily.nullable(),
    actions: z.record(z.enum(kioskActionNames), allowedAction),
  })
  .meta({ id: 'FamilyApplication' });
export type FamilyApplication = z.infer<typeof familyApplication>;

/** Where families ask, for everybody to read; null until the office has said. */
export const officeToAsk = z.object({ contact: officeContactBody.nullable() }).meta({ id: 'OfficeToAsk' });

export const seenBody = z.strictObject({ noticeIds: z.array(z.string().max(36)).min(1).max(50) });

export const wishedTimes = ['any', ...dayParts] as const;
export type WishedTime = (typeof wishedTimes)[number];

export const askAgainBody = z.strictObject({
  /** Who comes this time, out of the visitors of the application. */
  visitorIds: z.array(z.string().max(36)).min(1).max(10),
  wishedTime: z.enum(wishedTimes).default('any'),
  wishes: z.string().trim().max(300).default(''),
});
export type AskAgainBody = z.infer<typeof askAgainBody>;

/** The new application, with its query code, which is told this once. */
export const askedAgain = z
  .object({ application: familyApplication, queryCode: z.string() })
  .meta({ id: 'AskedAgain' });
export type AskedAgain = z.infer<typeof askedAgain>;
