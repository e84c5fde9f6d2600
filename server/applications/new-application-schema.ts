import { z } from 'zod';
import { say } from '../edge/language.ts';
import { idNumber, personName, phone, relationshipCodes, relationships } from '../people/schema.ts';
import {
  applicationKinds,
  applicationOrigins,
  mobilityNeedCodes,
  priorityReasons,
  residences,
  urgencies,
  visitLanguages,
} from './codes.ts';

/** More than any rule allows: the rule `max_visitors` decides, this only bounds what is read. */
const mostVisitorsRead = 10;

/** Each code at most once, in the order of the list. */
const someOf = <C extends string>(codes: readonly [C, ...C[]]) =>
  z
    .array(z.enum(codes))
    .max(codes.length)
    .default([])
    .transform((chosen) => codes.filter((code) => (chosen as readonly C[]).includes(code)));

export const newVisitor = z
  .strictObject({
    name: personName,
    idNumber,
    phone,
    relationship: z.enum(relationshipCodes),
    /** For whom the visitor comes: the organisation that is guardian, or that sends an assistance worker. */
    organisation: z.string().trim().max(100).default(''),
    /** Why somebody who is no near relative should be allowed; the prison decides on it expressly. */
    exceptionReason: z.string().trim().max(500).default(''),
  })
  .refine(({ relationship, organisation }) => !relationships[relationship].forOrganisation || organisation, {
    ...say('请填写所代表的单位名称。', 'Write the name of the organisation that the visitor comes for.'),
    path: ['organisation'],
  });

/** What a family asks for, whoever types it: an officer at the counter, or a relative. */
export const newApplicationBody = z
  .strictObject({
    kind: z.enum(applicationKinds),
    origin: z.enum(applicationOrigins),
    prisonerId: z.string().max(36),
    /** The first is the applicant. */
    visitors: z.array(newVisitor).min(1).max(mostVisitorsRead),
    /** Of the applicant. */
    residence: z.enum(residences).default('not_stated'),
    language: z.enum(visitLanguages),
    interpreter: z.string().trim().max(100).default(''),
    mobilityNeeds: someOf(mobilityNeedCodes),
    wishes: z.string().trim().max(500).default(''),
    urgency: z.enum(urgencies).default('none'),
    urgencyReason: z.string().trim().max(500).default(''),
    priorityReasons: someOf(priorityReasons),
    /** The officer's draft that this was written in: it is gone once the application is there. */
    draftId: z.string().max(36).optional(),
  })
  .refine(({ urgency, urgencyReason }) => urgency === 'none' || urgencyReason !== '', {
    ...say(
      '紧急申请须说明情况（规则第21b项）：谁、何时、在哪家医院等。',
      'An urgent application needs its reason (rule 21b): who, when, in which hospital and the like.',
    ),
    path: ['urgencyReason'],
  })
  .refine(({ visitors }) => new Set(visitors.map((visitor) => visitor.idNumber)).size === visitors.length, {
    ...say('同一人被填写了两次。', 'The same person is named twice.'),
    path: ['visitors'],
  });
export type NewApplication = z.infer<typeof newApplicationBody>;
