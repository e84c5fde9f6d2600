import { z } from 'zod';
import { allowedAction } from '../edge/allowed-action.ts';
import { bilingual } from '../edge/bilingual.ts';
import { say, type Text } from '../edge/language.ts';
import {
  categories,
  grades,
  idNumber,
  personName,
  phone,
  relationshipCodes,
  relationships,
} from '../people/schema.ts';
import { bodies, reviewDecision } from '../reviews/schema.ts';
import {
  applicationKinds,
  applicationOrigins,
  applicationStates,
  documentKinds,
  maximumDocumentBytes,
  mobilityNeedCodes,
  needsInterpreter,
  visitLanguages,
} from './codes.ts';

export {
  type ApplicationKind,
  type ApplicationOrigin,
  type ApplicationState,
  applicationKinds,
  applicationOrigins,
  applicationStates,
  type DocumentKind,
  documentKinds,
  documentKindTexts,
  kindTexts,
  type MobilityNeed,
  maximumDocumentBytes,
  mobilityNeedCodes,
  mobilityNeedTexts,
  needsInterpreter,
  openStates,
  originTexts,
  stateTexts,
  type VisitLanguage,
  visitLanguages,
  visitLanguageTexts,
} from './codes.ts';

/** More than any rule allows: the rule `max_visitors` decides, this only bounds what is read. */
const mostVisitorsRead = 10;

export const newVisitor = z
  .strictObject({
    name: personName,
    idNumber,
    phone,
    relationship: z.enum(relationshipCodes),
    /** For whom the visitor comes: the organisation that is guardian, or that sends an assistance worker. */
    organisation: z.string().trim().max(100).default(''),
  })
  .refine(({ relationship, organisation }) => !relationships[relationship].forOrganisation || organisation, {
    ...say('请填写所代表的单位名称。', 'Write the name of the organisation that the visitor comes for.'),
    path: ['organisation'],
  });

export const newApplicationBody = z
  .strictObject({
    kind: z.enum(applicationKinds),
    origin: z.enum(applicationOrigins),
    prisonerId: z.string().max(36),
    /** The first is the applicant. */
    visitors: z.array(newVisitor).min(1).max(mostVisitorsRead),
    language: z.enum(visitLanguages),
    interpreter: z.string().trim().max(100).default(''),
    mobilityNeeds: z
      .array(z.enum(mobilityNeedCodes))
      .max(mobilityNeedCodes.length)
      .default([])
      .transform((needs) => mobilityNeedCodes.filter((code) => needs.includes(code))),
    wishes: z.string().trim().max(500).default(''),
  })
  .refine(({ language, interpreter }) => !needsInterpreter(language) || interpreter !== '', {
    ...say(
      '使用该语言须安排翻译人员，请填写翻译姓名。',
      'This language needs an interpreter: write the interpreter’s name.',
    ),
    path: ['interpreter'],
  })
  .refine(({ visitors }) => new Set(visitors.map((visitor) => visitor.idNumber)).size === visitors.length, {
    ...say('同一人被填写了两次。', 'The same person is named twice.'),
    path: ['visitors'],
  });
export type NewApplication = z.infer<typeof newApplicationBody>;

export const applicationListQuery = z.strictObject({
  state: z.enum([...applicationStates, 'open']).optional(),
  prisonId: z.string().max(36).optional(),
  /** The beginning of the application's number, of the prisoner's number or name, or of a visitor's name. */
  search: z.string().trim().min(2).max(50).optional(),
  overdue: z.stringbool().optional(),
  cursor: z.string().max(200).optional(),
});
export type ApplicationListQuery = z.infer<typeof applicationListQuery>;

/** Who has to act now and by when, and the same as a sentence in the language of the request. */
export const applicationStatus = z
  .object({
    waitsFor: z.enum([...bodies, 'applicant']).nullable(),
    dueAt: z.string().nullable(),
    overdue: z.boolean(),
    text: z.string(),
  })
  .meta({ id: 'ApplicationStatus' });
export type ApplicationStatus = z.infer<typeof applicationStatus>;

const visitorSummary = z.object({
  id: z.string(),
  name: z.string(),
  relationship: z.enum(relationshipCodes),
});

export const applicationSummary = z
  .object({
    id: z.string(),
    number: z.string(),
    kind: z.enum(applicationKinds),
    state: z.enum(applicationStates),
    origin: z.enum(applicationOrigins),
    prison: z.object({ id: z.string(), name: bilingual }),
    prisoner: z.object({
      id: z.string(),
      number: z.string(),
      name: z.string(),
      wardId: z.string(),
      grade: z.enum(grades),
      category: z.enum(categories),
    }),
    /** The first is the applicant. */
    visitors: z.array(visitorSummary),
    language: z.enum(visitLanguages),
    mobilityNeeds: z.array(z.enum(mobilityNeedCodes)),
    status: applicationStatus,
    stateSince: z.string(),
    createdAt: z.string(),
    version: z.int(),
  })
  .meta({ id: 'ApplicationSummary', description: 'The names of persons are masked.' });
export type ApplicationSummary = z.infer<typeof applicationSummary>;

export const applicationList = z
  .object({ applications: z.array(applicationSummary), nextCursor: z.string().nullable() })
  .meta({ id: 'ApplicationList' });

export const applicationDocument = z
  .object({
    id: z.string(),
    visitorId: z.string(),
    kind: z.enum(documentKinds),
    fileName: z.string(),
    mediaType: z.string(),
    bytes: z.int().max(maximumDocumentBytes),
    sha256: z.string(),
    uploadedBy: z.string(),
    uploadedAt: z.string(),
  })
  .meta({ id: 'ApplicationDocument' });
export type ApplicationDocument = z.infer<typeof applicationDocument>;

export const applicationVisitor = visitorSummary
  .extend({
    /** POST /api/visitors/:visitorId/unmask gives both numbers in full. */
    phoneMasked: z.string(),
    minor: z.boolean(),
    organisation: z.string(),
    /** What still has to be on file before the district can forward; in the language of the request. */
    missingDocuments: z.array(z.string()),
  })
  .meta({ id: 'ApplicationVisitor' });

export const applicationActionNames = [
  'addDocument',
  'resubmit',
  'withdraw',
  'viewDocuments',
  'unmaskVisitors',
  'forward',
  'refuseByDistrict',
  'askSupplementByDistrict',
  'approve',
  'refuseByPrison',
  'askSupplementByPrison',
] as const;
export type ApplicationActionName = (typeof applicationActionNames)[number];

export const application = applicationSummary
  .extend({
    /** Names are in full for those who work on the case, masked for everybody else. */
    visitors: z.array(applicationVisitor),
    interpreter: z.string(),
    wishes: z.string(),
    createdBy: z.string(),
    documents: z.array(applicationDocument.extend({ remove: allowedAction })),
    decisions: z.array(reviewDecision),
    /** What a reviewer should look at twice; never a refusal by itself. */
    warnings: z.array(z.object({ code: z.string(), text: z.string() })),
    actions: z.record(z.enum(applicationActionNames), allowedAction),
  })
  .meta({ id: 'Application' });
export type Application = z.infer<typeof application>;

/** The other fields of the form that carries the file. */
export const newDocumentBody = z.strictObject({ visitorId: z.string().max(36), kind: z.enum(documentKinds) });

export const changeBody = z.strictObject({ version: z.int().positive() });

export const warningTexts = {
  category_restricts_visitors: {
    zh: '该类服刑人员的会见人范围可能受限，请核实关系。',
    en: 'Fewer relatives may be allowed for prisoners of this category: check the relationship.',
  },
  interpreter_needed: {
    zh: '会见使用的语言须有翻译人员在场，须经监狱同意。',
    en: 'The visit needs an interpreter, and the prison’s consent to the language.',
  },
} as const satisfies Record<string, Text>;
