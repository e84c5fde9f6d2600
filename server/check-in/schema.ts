import { z } from 'zod';
import { attentionItem } from '../bookings/schema.ts';
import { allowedAction } from '../edge/allowed-action.ts';
import { bilingual } from '../edge/bilingual.ts';
import type { Text } from '../edge/language.ts';
import { visitTerms } from '../reviews/conditions.ts';
import { sides } from '../visits/schema.ts';

/** How a visitor's identity was checked. Face recognition alone is never a way. */
export const identityMethods = ['id_card_seen', 'household_register_seen', 'card_reader'] as const;
export type IdentityMethod = (typeof identityMethods)[number];
export const identityMethodTexts: Record<IdentityMethod, Text> = {
  id_card_seen: { zh: '查验居民身份证', en: 'Identity card seen' },
  household_register_seen: { zh: '查验户口簿', en: 'Household register seen' },
  card_reader: { zh: '身份证读卡器', en: 'Card reader' },
};

/** Why a key was turned back. */
export const turnBackReasons = ['wrong_person', 'person_left', 'undertaking_withdrawn', 'mistake'] as const;
export type TurnBackReason = (typeof turnBackReasons)[number];
export const turnBackReasonTexts: Record<TurnBackReason, Text> = {
  wrong_person: { zh: '人员不符', en: 'The wrong person' },
  person_left: { zh: '人员离开', en: 'A person left' },
  undertaking_withdrawn: { zh: '撤回承诺', en: 'The undertaking was withdrawn' },
  mistake: { zh: '操作失误', en: 'A mistake' },
};

const person = z.object({ id: z.string(), name: z.string() });
const moment = z.string();

export const checkInVisitor = z.object({
  id: z.string(),
  name: z.string(),
  idNumberMasked: z.string(),
  relationship: z.string(),
  /** Adults sign the undertaking themselves; a minor comes with one. */
  adult: z.boolean(),
  identityCheck: z.object({ method: z.enum(identityMethods), by: person, at: moment }).nullable(),
  undertaking: z.object({ textVersion: z.string(), signedAt: moment }).nullable(),
});
export type CheckInVisitor = z.infer<typeof checkInVisitor>;

/** What is still to be done before both keys are turned. */
export const missingSteps = ['visitor_identity', 'visitor_undertaking', 'prisoner_identity'] as const;
export type MissingStep = (typeof missingSteps)[number];
export const missingStepTexts: Record<MissingStep, Text> = {
  visitor_identity: { zh: '查验会见人身份', en: "Check the visitor's identity" },
  visitor_undertaking: { zh: '签署承诺书', en: 'Sign the undertaking' },
  prisoner_identity: { zh: '确认罪犯身份并到位', en: 'Confirm the prisoner in place' },
};

export const checkIn = z
  .object({
    visitId: z.string(),
    startsAt: moment,
    opensAt: moment,
    /** After this the visitors are late, and the visit counts as given up. */
    visitorsUntil: moment,
    undertaking: z.object({
      version: z.string(),
      title: bilingual,
      paragraphs: z.array(bilingual),
    }),
    /** What has come up against the visit; while it can bar it, no key turns. */
    attention: z.array(attentionItem),
    visitors: z.array(checkInVisitor),
    prisoner: z.object({
      id: z.string(),
      number: z.string(),
      name: z.string(),
      identityCheck: z.object({ by: person, at: moment }).nullable(),
    }),
    terms: visitTerms,
    keysTurned: z.array(z.enum(sides)),
    missing: z.array(z.object({ step: z.enum(missingSteps), subjectId: z.string() })),
    actions: z.object({
      checkInVisitors: allowedAction,
      confirmPrisoner: allowedAction,
      turnKeyBack: allowedAction,
    }),
  })
  .meta({ id: 'CheckIn' });
export type CheckIn = z.infer<typeof checkIn>;

/** One or several visitors at once. The district key turns by itself when nothing of the district's is missing. */
export const checkInVisitorsBody = z.object({
  textVersion: z.string().min(1).max(48),
  visitors: z
    .array(
      z.object({
        visitorId: z.string().max(36),
        method: z.enum(identityMethods),
        undertakingSigned: z.boolean(),
      }),
    )
    .min(1)
    // More than any rule allows: this only bounds what is read.
    .max(10),
});
export type CheckInVisitorsBody = z.infer<typeof checkInVisitorsBody>;

/** The officer has compared the person at the terminal with the file. */
export const confirmPrisonerBody = z.object({ prisonerId: z.string().max(36) });
/** Turns back the key of the caller's own body. */
export const turnKeyBackBody = z.object({ reason: z.enum(turnBackReasons) });
