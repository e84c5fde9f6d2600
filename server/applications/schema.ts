import { z } from 'zod';
import { allowedAction } from '../edge/allowed-action.ts';
import { bilingual } from '../edge/bilingual.ts';
import type { Text } from '../edge/language.ts';
import { categories, grades, relationshipCodes } from '../people/schema.ts';
import { answerGiven } from '../reviews/answer-schema.ts';
import { reviewDraft } from '../reviews/draft-schema.ts';
import { bodies, reviewDecision, visitTerms } from '../reviews/schema.ts';
import {
  applicationKinds,
  applicationOrigins,
  applicationStates,
  documentKinds,
  maximumDocumentBytes,
  mobilityNeedCodes,
  priorityReasons,
  queryCodeReasons,
  residences,
  urgencies,
  visitLanguages,
} from './codes.ts';

export {
  type ApplicationKind,
  type ApplicationOrigin,
  type ApplicationState,
  applicationKinds,
  applicationOrigins,
  applicationStates,
  counterOrigins,
  type DocumentKind,
  documentKinds,
  documentKindTexts,
  kindTexts,
  type MobilityNeed,
  maximumDocumentBytes,
  mobilityNeedCodes,
  mobilityNeedTexts,
  openStates,
  originTexts,
  type PriorityReason,
  priorityReasons,
  priorityReasonTexts,
  type QueryCodeReason,
  queryCodeReasons,
  queryCodeReasonTexts,
  type Residence,
  residences,
  residenceTexts,
  stateTexts,
  type Urgency,
  urgencies,
  urgencyProofs,
  urgencyTexts,
  type VisitLanguage,
  visitLanguages,
  visitLanguageTexts,
} from './codes.ts';

export { type NewApplication, newApplicationBody, newVisitor } from './new-application-schema.ts';

export const applicationListQuery = z.strictObject({
  state: z.enum([...applicationStates, 'open', 'supplement']).optional(),
  prisonId: z.string().max(36).optional(),
  /** The beginning of the application's number, of the prisoner's number or name, or of a visitor's name. */
  search: z.string().trim().min(2).max(50).optional(),
  overdue: z.stringbool().optional(),
  /** Due before the end of today, and not overdue. */
  dueToday: z.stringbool().optional(),
  /** Decided, and the applicant has not been told. */
  unanswered: z.stringbool().optional(),
  /** The caller has begun to decide and not sent it. */
  halfDone: z.stringbool().optional(),
  cursor: z.string().max(200).optional(),
});
export type ApplicationListQuery = z.infer<typeof applicationListQuery>;

/** Who has to act now and by when, and the same as a sentence in the language of the request. */
export const applicationStatus = z
  .object({
    waitsFor: z.enum([...bodies, 'applicant']).nullable(),
    dueAt: z.string().nullable(),
    overdue: z.boolean(),
    /** How long is left, or for how long it is overdue, in working days; null where nothing is due. */
    left: z.string().nullable(),
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
    urgency: z.enum(urgencies),
    priorityReasons: z.array(z.enum(priorityReasons)),
    status: applicationStatus,
    /** A relative entered it, not an officer. */
    selfService: z.boolean(),
    /** The caller has begun to decide and not sent it. */
    halfDone: z.boolean(),
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
    /** The last day on which the paper is valid; null if it has none. */
    validUntil: z.string().nullable(),
    uploadedBy: z.string(),
    /** One of its visitors handed it in, in self-service. */
    selfService: z.boolean(),
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
    /** Why a visitor who is no near relative should be allowed; empty where no exception is asked for. */
    exceptionReason: z.string(),
    /** A prison has verified this relationship before: its proofs are asked for again from the day on. */
    verified: z.object({ revalidateOn: z.string() }).nullable(),
    /** What still has to be on file before the district can forward; in the language of the request. */
    missingDocuments: z.array(z.string()),
  })
  .meta({ id: 'ApplicationVisitor' });

export const applicationActionNames = [
  'addDocument',
  'resubmit',
  'withdraw',
  'renewQueryCode',
  'viewDocuments',
  'unmaskVisitors',
  'forward',
  'refuseByDistrict',
  'askSupplementByDistrict',
  'approve',
  'refuseByPrison',
  'askSupplementByPrison',
  'recordAnswer',
] as const;
export type ApplicationActionName = (typeof applicationActionNames)[number];

export const application = applicationSummary
  .extend({
    /** Names are in full for those who work on the case, masked for everybody else. */
    visitors: z.array(applicationVisitor),
    interpreter: z.string(),
    /** On what terms the visit takes place; before the prison has approved, as applied for. */
    terms: visitTerms,
    wishes: z.string(),
    residence: z.enum(residences),
    urgencyReason: z.string(),
    /** Who entered it: an officer, or a visitor in self-service. */
    createdBy: z.string(),
    documents: z.array(applicationDocument.extend({ remove: allowedAction })),
    decisions: z.array(reviewDecision),
    /** What the caller has typed and not sent. */
    draft: reviewDraft.nullable(),
    /** How and when the applicant was told what was decided. */
    answer: answerGiven.nullable(),
    /** What a reviewer should look at twice; never a refusal by itself. */
    warnings: z.array(z.object({ code: z.string(), text: z.string() })),
    actions: z.record(z.enum(applicationActionNames), allowedAction),
  })
  .meta({ id: 'Application' });
export type Application = z.infer<typeof application>;

/** The other fields of the form that carries the file. */
export const newDocumentBody = z.strictObject({
  visitorId: z.string().max(36),
  kind: z.enum(documentKinds),
  /** The last day on which the paper is valid; empty for one without (长期). */
  validUntil: z.union([z.iso.date(), z.literal('')]).default(''),
});

/** What the counter answers: the code is told to nobody again. */
export const submittedApplication = application
  .extend({ queryCode: z.string() })
  .meta({ id: 'SubmittedApplication' });

export const renewQueryCodeBody = z.strictObject({ reason: z.enum(queryCodeReasons) });

export const changeBody = z.strictObject({ version: z.int().positive() });

export const warningTexts = {
  exception_asked_for: {
    zh: '有会见人不是近亲属或监护人，须由监狱特别批准（规则第2项）；理由见会见人一栏。',
    en: 'A visitor is neither a near relative nor a guardian: the prison has to approve the exception expressly (rule 2). The reason stands with the visitor.',
  },
  category_restricts_visitors: {
    zh: '该类服刑人员的会见人范围可能受限（规则第2c项），请核实关系。',
    en: 'Fewer relatives may be allowed for prisoners of this category (rule 2c): check the relationship.',
  },
  relationship_ended: {
    zh: '有会见人与服刑人员的关系已标记为终止（规则第4b项）：据此不能会见，须以新的证明材料申请。',
    en: 'The relationship of a visitor was marked as ended (rule 4b): no visit takes place on it; fresh proofs are needed.',
  },
  residence_not_stated: {
    zh: '未说明申请人户籍或居住地是否在本区（规则第3项），请向申请人核实。',
    en: 'It is not stated whether the applicant is registered or lives in this district (rule 3): ask the applicant.',
  },
  interpreter_needed: {
    zh: '会见使用的语言须有翻译人员在场，须经监狱同意（规则第12项）。',
    en: 'The visit needs an interpreter, and the prison’s consent to the language (rule 12).',
  },
} as const satisfies Record<string, Text>;
