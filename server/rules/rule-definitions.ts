import { z } from 'zod';
import { say } from '../edge/language.ts';
import type { RuleKey, RuleScopeKind, RuleUnit } from './schema.ts';

type RuleDefinition<S extends z.ZodType = z.ZodType> = {
  value: S;
  unit: RuleUnit;
  /** For whom a value of its own can be given. */
  scopeKinds: readonly RuleScopeKind[];
  /** Where the default comes from, with the row of the rules table (规则依据表) that names the source in full. */
  source: string;
  default: z.output<S>;
  /** Defaults that differ for a narrower scope. */
  narrower?: readonly { kind: Exclude<RuleScopeKind, 'all'>; id: string; value: z.output<S> }[];
  mustBeConfirmed?: true;
};

const define = <S extends z.ZodType>(definition: RuleDefinition<S>) => definition;

const count = z.int().min(0).max(1000);
const atLeastOne = z.int().min(1).max(1000);

const everybody = ['all', 'prison', 'grade', 'category'] as const;
const places = ['all', 'prison'] as const;

/**
 * Every rule that an office sets. The Shanghai rule itself is not public: each default is taken from a similar rule
 * elsewhere, and stands unconfirmed until the bureau confirms it.
 */
export const ruleDefinitions = {
  visits_per_month: define({
    value: count,
    unit: 'visits',
    scopeKinds: everybody,
    source: '上海监狱 2024 通告：每月一次；四川雷马屏监狱：按处遇级别（第 6 项）',
    default: 1,
    narrower: [
      { kind: 'grade', id: 'strict', value: 0 },
      { kind: 'grade', id: 'observation', value: 1 },
      { kind: 'grade', id: 'ordinary', value: 1 },
      { kind: 'grade', id: 'lenient', value: 2 },
    ],
  }),
  duration_minutes: define({
    value: atLeastOne.max(180),
    unit: 'minutes',
    scopeKinds: everybody,
    source: '青浦区实践、铜陵 2018、广东视频会见办法：30 分钟（第 7 项）',
    default: 30,
  }),
  extension_minutes: define({
    value: count.max(60),
    unit: 'minutes',
    scopeKinds: everybody,
    source: '建议值：在场次间隔之内（第 7 项）',
    default: 10,
  }),
  turnover_minutes: define({
    value: count.max(120),
    unit: 'minutes',
    scopeKinds: places,
    source: '建议值：30 分钟会见加 15 分钟间隔（第 9 项）',
    default: 15,
  }),
  max_visitors: define({
    value: atLeastOne,
    unit: 'people',
    scopeKinds: everybody,
    source: '上海监狱 2024 通告及各地规定：不超过三人（第 8 项）',
    default: 3,
  }),
  min_lead_working_days: define({
    value: count.max(60),
    unit: 'working_days',
    scopeKinds: everybody,
    source: '各地 3 至 10 日不等（第 5e 项）',
    default: 3,
  }),
  max_lead_days: define({
    value: atLeastOne.max(366),
    unit: 'days',
    scopeKinds: everybody,
    source: '建议值（第 5e 项）',
    default: 30,
  }),
  district_review_working_days: define({
    value: atLeastOne.max(60),
    unit: 'working_days',
    scopeKinds: places,
    source: '江西省远程帮教会见系统通知 2023（第 5 项）',
    default: 2,
  }),
  prison_review_working_days: define({
    value: atLeastOne.max(60),
    unit: 'working_days',
    scopeKinds: places,
    source: '湖南城步、安徽、广东：3 个工作日（第 5b 项）',
    default: 3,
  }),
  answer_working_days: define({
    value: atLeastOne.max(60),
    unit: 'working_days',
    scopeKinds: places,
    source: '湖南城步、司法部 2019 补充规定（第 5c 项）',
    default: 2,
  }),
  early_start_minutes: define({
    value: count.max(120),
    unit: 'minutes',
    scopeKinds: places,
    source: '建议值：会见人应提前到场（第 11 项）',
    default: 15,
  }),
  late_grace_minutes: define({
    value: count.max(120),
    unit: 'minutes',
    scopeKinds: places,
    source: '司法部 2019 补充规定：迟到视为放弃；宽限为建议值（第 11 项）',
    default: 15,
  }),
  supervisor_loss_seconds: define({
    // Signalling notices any loss within eight seconds and pauses then: every value that can be set here is kept.
    value: z.int().min(8).max(300),
    unit: 'seconds',
    scopeKinds: ['all'],
    source: '呼和浩特第三监狱：全程监督；秒数为建议值（第 16 项）',
    default: 30,
  }),
  warning_minutes: define({
    value: z
      .array(atLeastOne)
      .max(5)
      .refine(
        (minutes) => new Set(minutes).size === minutes.length,
        say('同一提醒时间不能填写两次。', 'The same minute is given twice.'),
      ),
    unit: 'minutes',
    scopeKinds: places,
    source: '建议值（第 7 项）',
    default: [5, 1],
  }),
  recording_retention_days: define({
    value: z.int().min(90).max(36_500),
    unit: 'days',
    scopeKinds: ['all'],
    source: '未查到会见专门规定；建议 180 天，不少于反恐怖主义法第 32 条的 90 天（第 17b 项）',
    default: 180,
    mustBeConfirmed: true,
  }),
} satisfies Record<RuleKey, unknown>;

export type RuleValue<K extends RuleKey> = z.output<(typeof ruleDefinitions)[K]['value']>;

/** The definition without the type of its value, for code that goes through all rules. */
export function definitionOf(key: RuleKey): RuleDefinition<z.ZodType<number | number[]>> {
  return ruleDefinitions[key];
}

const boundsShape = z.union([
  z
    .object({
      type: z.literal('array'),
      maxItems: z.int(),
      items: z.object({ minimum: z.int(), maximum: z.int() }),
    })
    .transform(({ items, maxItems }) => ({ least: items.minimum, most: items.maximum, listOf: maxItems })),
  z
    .object({ type: z.literal('integer'), minimum: z.int(), maximum: z.int() })
    .transform(({ minimum, maximum }) => ({ least: minimum, most: maximum, listOf: null })),
]);

/** What a value may be, for a form: read out of the schema that checks it. */
export function boundsOf(key: RuleKey): { least: number; most: number; listOf: number | null } {
  return boundsShape.parse(z.toJSONSchema(definitionOf(key).value));
}
