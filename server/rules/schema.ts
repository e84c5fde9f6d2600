import { z } from 'zod';
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

/** One version of a rule's value, with where it comes from and since when it holds. */
export const ruleVersion = z
  .object({
    id: z.string(),
    value: z.union([z.int(), z.array(z.int())]),
    /** `id` is empty for `all`. */
    scope: z.object({ kind: z.enum(ruleScopeKinds), id: z.string() }),
    source: z.string(),
    effectiveFrom: z.string(),
    /** Whether the bureau has confirmed the value; until then it is a proposal. */
    confirmed: z.boolean(),
    /** `superseded` by a later version of the same scope, `in_force`, or still `to_come`. */
    standing: z.enum(['superseded', 'in_force', 'to_come']),
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
    /** Newest first within a scope. */
    versions: z.array(ruleVersion),
  })
  .meta({ id: 'Rule' });
export type Rule = z.infer<typeof rule>;
