import { z } from 'zod';
import { say, type Text } from '../edge/language.ts';
import { approvalConditions, noConditions } from './conditions.ts';

export { type ApprovalConditions, noConditions, type VisitTerms, visitTerms } from './conditions.ts';

/** The two bodies that decide. The prison decides last. */
export const bodies = ['district', 'prison'] as const;
export type Body = (typeof bodies)[number];

export const bodyTexts: Record<Body, Text> = {
  district: { zh: '区矫正中心', en: 'District corrections centre' },
  prison: { zh: '监狱狱政管理部门', en: 'Prison administration section' },
};

export const districtDecisions = ['forward', 'refuse', 'ask_supplement'] as const;
export type DistrictDecision = (typeof districtDecisions)[number];
export const prisonDecisions = ['approve', 'refuse', 'ask_supplement'] as const;
export type PrisonDecision = (typeof prisonDecisions)[number];
export const decisions = ['forward', 'approve', 'refuse', 'ask_supplement'] as const;
export type Decision = (typeof decisions)[number];

export const decisionTexts: Record<Decision, Text> = {
  forward: { zh: '转送监狱', en: 'Forwarded to the prison' },
  approve: { zh: '批准', en: 'Approved' },
  refuse: { zh: '不予批准', en: 'Refused' },
  ask_supplement: { zh: '要求补充材料', en: 'More papers asked for' },
};

/** Why the district may refuse, in words for the applicant. */
export const districtRefusalTexts = {
  relationship_not_proved: {
    zh: '现有材料不能证明您与服刑人员的关系。',
    en: 'The papers do not prove how you are related to the prisoner.',
  },
  documents_incomplete: {
    zh: '材料不齐全，且未在要求后补齐。',
    en: 'Papers are missing and were not brought when asked for.',
  },
  documents_doubtful: {
    zh: '提交的材料存在疑点，无法核实。',
    en: 'The papers that were handed in are doubtful and could not be verified.',
  },
  not_near_relative: {
    zh: '申请人不是服刑人员的近亲属或监护人。',
    en: 'The applicant is neither a near relative nor the guardian of the prisoner.',
  },
  not_resident_here: {
    zh: '户籍地和居住地均不在本区，请向户籍地或居住地司法行政机关申请。',
    en: 'Neither household registration nor residence is in this district; please apply where you live or are registered.',
  },
  visitor_suspended: {
    zh: '会见人正处于暂停会见期间。',
    en: 'A visitor is suspended from visits at present.',
  },
  other: { zh: '其他原因，见说明。', en: 'Another reason, as the note says.' },
} as const satisfies Record<string, Text>;

/** Why the prison may refuse, in words for the applicant. */
export const prisonRefusalTexts = {
  relationship_not_proved: districtRefusalTexts.relationship_not_proved,
  documents_doubtful: districtRefusalTexts.documents_doubtful,
  not_near_relative: districtRefusalTexts.not_near_relative,
  category_restricts_visitors: {
    zh: '按规定，该类服刑人员的会见人范围受限，申请人不在范围内。',
    en: 'For prisoners of this category fewer relatives may visit, and the applicant is not among them.',
  },
  foreign_national_separate_rule: {
    zh: '外国籍服刑人员的会见另有规定，请向监狱刑罚执行部门申请。',
    en: 'Visits to foreign nationals follow a separate rule; please apply to the prison’s sentence execution section.',
  },
  prisoner_barred_investigation: {
    zh: '服刑人员正在接受立案侦查、起诉或审判，期间不能会见。',
    en: 'The prisoner is under investigation, prosecution or trial and cannot have visits meanwhile.',
  },
  solitary_confinement: {
    zh: '服刑人员正处于禁闭期间，不能会见。',
    en: 'The prisoner is in solitary confinement and cannot have visits meanwhile.',
  },
  isolation_investigation: {
    zh: '服刑人员正处于隔离审查期间，不能会见。',
    en: 'The prisoner is in isolation during an inquiry and cannot have visits meanwhile.',
  },
  strict_training: {
    zh: '服刑人员正处于严管集训期间，不能会见。',
    en: 'The prisoner is in strict training and cannot have visits meanwhile.',
  },
  in_transit: {
    zh: '服刑人员正在押解途中，不能会见。',
    en: 'The prisoner is being moved and cannot have visits meanwhile.',
  },
  discipline_bar: {
    zh: '服刑人员因受处罚，暂停会见的期限未满。',
    en: 'The prisoner was disciplined, and the time without visits that follows is not over.',
  },
  contraband_bar: {
    zh: '服刑人员曾在会见中夹带违禁物品，暂停会见的期限未满。',
    en: 'Contraband was carried at an earlier visit, and the time without visits that follows is not over.',
  },
  visitor_suspended: districtRefusalTexts.visitor_suspended,
  prison_suspension: {
    zh: '因突发事件、公共卫生或重大活动，监狱暂停会见，恢复时间另行通知。',
    en: 'The prison has stopped all visits for the time being; it will say when they begin again.',
  },
  language_not_allowed: {
    zh: '申请使用的语言暂无条件监督或翻译。',
    en: 'The language asked for cannot be supervised or interpreted at present.',
  },
  prisoner_declines: { zh: '服刑人员本人不同意会见。', en: 'The prisoner does not want this visit.' },
  safety: {
    zh: '可能影响监管安全或不利于改造。',
    en: 'The visit could endanger security or harm the prisoner’s reform.',
  },
  other: districtRefusalTexts.other,
} as const satisfies Record<string, Text>;

/** Why more papers are asked for; the note says which. */
export const supplementTexts = {
  documents_incomplete: { zh: '材料不齐全，请补充。', en: 'Papers are missing.' },
  documents_unreadable: {
    zh: '材料照片或扫描件不清晰，请重新提交。',
    en: 'A picture or scan cannot be read; please hand it in again.',
  },
  relationship_not_proved: {
    zh: '请补充能够证明关系的材料。',
    en: 'Please bring papers that prove how you are related.',
  },
  details_unclear: { zh: '申请内容需要说明。', en: 'Something in the application needs to be explained.' },
  other: districtRefusalTexts.other,
} as const satisfies Record<string, Text>;

export type DistrictRefusalReason = keyof typeof districtRefusalTexts;
export type PrisonRefusalReason = keyof typeof prisonRefusalTexts;
export type SupplementReason = keyof typeof supplementTexts;
export type ReasonCode = DistrictRefusalReason | PrisonRefusalReason | SupplementReason;

const codesOf = <C extends string>(texts: Record<C, Text>) => Object.keys(texts) as [C, ...C[]];
export const districtRefusalReasons = codesOf(districtRefusalTexts);
export const prisonRefusalReasons = codesOf(prisonRefusalTexts);
export const supplementReasons = codesOf(supplementTexts);

const version = z.int().positive();
const note = z.string().trim().max(500).default('');
const noteNeeded = say('请填写说明。', 'Please write a note.');
const otherNeedsNote = (body: { reasonCode: string; note: string }) =>
  body.reasonCode !== 'other' || body.note !== '';
const noteOfOther = { ...noteNeeded, path: ['note'] };

const askSupplement = z.strictObject({
  version,
  decision: z.literal('ask_supplement'),
  reasonCode: z.enum(supplementReasons),
  /** What to bring or to explain. */
  note: note.refine((text) => text !== '', noteNeeded),
});

export const districtReviewBody = z.discriminatedUnion('decision', [
  z.strictObject({ version, decision: z.literal('forward'), note }),
  z
    .strictObject({
      version,
      decision: z.literal('refuse'),
      reasonCode: z.enum(districtRefusalReasons),
      note,
    })
    .refine(otherNeedsNote, noteOfOther),
  askSupplement,
]);

export const prisonReviewBody = z.discriminatedUnion('decision', [
  z.strictObject({
    version,
    decision: z.literal('approve'),
    /** For the applicant. */
    note,
    conditions: approvalConditions.default(noConditions),
  }),
  z
    .strictObject({
      version,
      decision: z.literal('refuse'),
      reasonCode: z.enum(prisonRefusalReasons),
      note,
    })
    .refine(otherNeedsNote, noteOfOther),
  askSupplement,
]);

/** A decision as it stands in the application's record. */
export const reviewDecision = z
  .object({
    id: z.string(),
    body: z.enum(bodies),
    decision: z.enum(decisions),
    reasonCode: z.string().nullable(),
    /** The reason for the applicant, in the language of the request. */
    reason: z.string().nullable(),
    note: z.string(),
    /** What an approval is bound to; null where it is bound to nothing. */
    conditions: approvalConditions.nullable(),
    decidedBy: z.string(),
    decidedAt: z.string(),
    wasDueAt: z.string().nullable(),
    late: z.boolean(),
    rulesUsed: z.array(z.object({ key: z.string(), versionId: z.string() })),
  })
  .meta({ id: 'ReviewDecision' });
export type ReviewDecision = z.infer<typeof reviewDecision>;
