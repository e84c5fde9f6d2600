import { z } from 'zod';
import { allowedAction } from '../edge/allowed-action.ts';
import { bilingual } from '../edge/bilingual.ts';
import type { Text } from '../edge/language.ts';

/** The rules that this version uses; what each means and its default is in rule-definitions.ts. */
export const ruleKeys = [
  'visits_per_month',
  'duration_minutes',
  'extension_minutes',
  'turnover_minutes',
  'max_visitors',
  'min_lead_working_days',
  'max_lead_days',
  'district_review_working_days',
  'prison_review_working_days',
  'answer_working_days',
  'early_start_minutes',
  'late_grace_minutes',
  'supervisor_loss_seconds',
  'warning_minutes',
  'recording_retention_days',
] as const;
export type RuleKey = (typeof ruleKeys)[number];

export const ruleTexts: Record<RuleKey, Text> = {
  visits_per_month: { zh: '每月会见次数', en: 'Visits a month' },
  duration_minutes: { zh: '每次会见时长', en: 'Length of a visit' },
  extension_minutes: { zh: '监狱可一次性延长', en: 'The prison may extend once by' },
  turnover_minutes: { zh: '场次间隔', en: 'Turnover between visits' },
  max_visitors: { zh: '每次会见人数上限', en: 'Visitors at a visit, at most' },
  min_lead_working_days: { zh: '最短提前预约', en: 'Book at least this long before' },
  max_lead_days: { zh: '最长提前预约', en: 'Book at most this long before' },
  district_review_working_days: { zh: '区级初审期限', en: 'Time for the district review' },
  prison_review_working_days: { zh: '监狱审批期限', en: 'Time for the prison review' },
  answer_working_days: { zh: '答复申请人期限', en: 'Time to answer the applicant' },
  early_start_minutes: { zh: '可提前开始', en: 'A visit may start early by' },
  late_grace_minutes: { zh: '迟到宽限', en: 'Grace for being late' },
  supervisor_loss_seconds: { zh: '监督中断即暂停', en: 'Pause when a supervisor is away for' },
  warning_minutes: { zh: '结束前提醒', en: 'Warn before the end at' },
  recording_retention_days: { zh: '录音录像保存期限', en: 'Recordings are kept for' },
};

/** For whom a value holds, from the widest to the narrowest: the narrowest that fits is used. */
export const ruleScopeKinds = ['all', 'prison', 'grade', 'category'] as const;
export type RuleScopeKind = (typeof ruleScopeKinds)[number];

export const ruleScopeTexts: Record<RuleScopeKind, Text> = {
  all: { zh: '全部', en: 'Everywhere' },
  prison: { zh: '监狱', en: 'One prison' },
  grade: { zh: '处遇级别', en: 'Treatment grade' },
  category: { zh: '罪犯类别', en: 'Prisoner category' },
};

export const ruleUnits = ['visits', 'minutes', 'seconds', 'days', 'working_days', 'people'] as const;
export type RuleUnit = (typeof ruleUnits)[number];

export const ruleUnitTexts: Record<RuleUnit, Text> = {
  visits: { zh: '次', en: 'visits' },
  minutes: { zh: '分钟', en: 'minutes' },
  seconds: { zh: '秒', en: 'seconds' },
  days: { zh: '天', en: 'days' },
  working_days: { zh: '个工作日', en: 'working days' },
  people: { zh: '人', en: 'people' },
};

export const ruleScope = z.object({
  kind: z.enum(ruleScopeKinds),
  /** Which prison, grade or category; empty for `all`. */
  id: z.string().max(48),
});
export type RuleScope = z.infer<typeof ruleScope>;

/** A new version of a rule, as an administrator asks for it; `effectiveFrom` is a day in Asia/Shanghai. */
export type RuleChange = {
  key: RuleKey;
  value: number | number[];
  scope: RuleScope;
  source: string;
  effectiveFrom: string;
  confirmed: boolean;
};

const ruleValue = z.union([z.int(), z.array(z.int())]);

/** One version of a rule's value, with where it comes from and since when it holds. */
export const ruleVersion = z
  .object({
    id: z.string(),
    value: ruleValue,
    scope: ruleScope,
    source: z.string(),
    effectiveFrom: z.string(),
    /** Whether the bureau has confirmed the value; until then it is a proposal. */
    confirmed: z.boolean(),
    /** `superseded` by a later version of the same scope, `in_force`, still `to_come`, or `withdrawn` before it held. */
    standing: z.enum(['superseded', 'in_force', 'to_come', 'withdrawn']),
    /** Who added it and when; nobody added a default. */
    added: z.object({ at: z.string(), by: z.string().nullable() }),
    withdrawn: z.object({ at: z.string(), by: z.string() }).nullable(),
    actions: z.object({ withdraw: allowedAction }),
  })
  .meta({ id: 'RuleVersion' });
export type RuleVersion = z.infer<typeof ruleVersion>;

export const rule = z
  .object({
    key: z.enum(ruleKeys),
    text: bilingual,
    unit: z.enum(ruleUnits),
    /** The value may not be relied on before the bureau has confirmed it. */
    mustBeConfirmed: z.boolean(),
    /** For whom the value can differ. */
    scopeKinds: z.array(z.enum(ruleScopeKinds)),
    /** The least and the most; for a list of numbers, of each, and how many there may be. */
    bounds: z.object({ least: z.int(), most: z.int(), listOf: z.int().nullable() }),
    /** Newest first within a scope. */
    versions: z.array(ruleVersion),
    actions: z.object({ addVersion: allowedAction }),
  })
  .meta({ id: 'Rule' });
export type Rule = z.infer<typeof rule>;

export const rulePreview = z
  .object({
    /** Booked visits of the scope from the day on; nothing is done to any of them. */
    lookedAt: z.int(),
    /** Those that fit the rules without the change and would not fit with it. */
    unfit: z.array(
      z.object({
        bookingId: z.string(),
        number: z.string(),
        prisonId: z.string(),
        startsAt: z.string(),
        reason: z.object({ code: z.string(), text: z.string() }),
      }),
    ),
  })
  .meta({ id: 'RulePreview' });
export type RulePreview = z.infer<typeof rulePreview>;

/** A rule version that a decision was made by, in words. */
export const ruleInWords = z
  .object({
    versionId: z.string(),
    key: z.enum(ruleKeys),
    text: bilingual,
    unit: z.enum(ruleUnits),
    value: ruleValue,
    scope: ruleScope,
    source: z.string(),
    effectiveFrom: z.string(),
    confirmed: z.boolean(),
  })
  .meta({ id: 'RuleInWords' });
export type RuleInWords = z.infer<typeof ruleInWords>;
