import { z } from 'zod';
import { allowedAction } from '../edge/allowed-action.ts';
import { bilingual } from '../edge/bilingual.ts';
import { type AnyRuleValue, type RuleKey, ruleKeys, ruleScopeKinds, ruleUnits } from './codes.ts';

export {
  type AnyRuleValue,
  type RuleKey,
  type RuleScopeKind,
  type RuleUnit,
  ruleKeys,
  ruleScopeKinds,
  ruleScopeTexts,
  ruleTexts,
  ruleUnits,
  ruleUnitTexts,
} from './codes.ts';
export { valueInWords } from './value-in-words.ts';

export const ruleScope = z.object({
  kind: z.enum(ruleScopeKinds),
  /** Which prison, grade or category; empty for `all`. */
  id: z.string().max(48),
});
export type RuleScope = z.infer<typeof ruleScope>;

/** A new version of a rule, as an administrator asks for it; its days are those of Asia/Shanghai. */
export type RuleChange = {
  key: RuleKey;
  value: AnyRuleValue;
  scope: RuleScope;
  source: string;
  effectiveFrom: string;
  /** Of a rule for a time; null if it holds until a later version takes its place. */
  lastDay: string | null;
  confirmed: boolean;
};

const ruleValue = z.union([z.int(), z.array(z.int()), z.boolean(), z.array(z.string())]);

/** One version of a rule's value, with where it comes from and since when it holds. */
export const ruleVersion = z
  .object({
    id: z.string(),
    value: ruleValue,
    scope: ruleScope,
    source: z.string(),
    effectiveFrom: z.string(),
    /** The last day in Asia/Shanghai, of a version that holds for a time. */
    lastDay: z.string().nullable(),
    /** Whether the bureau has confirmed the value; until then it is a proposal. */
    confirmed: z.boolean(),
    /**
     * `superseded` by a later version of the same scope, `set_aside` as long as one holds for a time, `in_force`, still
     * `to_come`, `over` after its last day, or `withdrawn` before it held.
     */
    standing: z.enum(['superseded', 'set_aside', 'in_force', 'to_come', 'over', 'withdrawn']),
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
    /** The least and the most; for a list of numbers, of each, and how many there may be. Null if it is no number. */
    bounds: z.object({ least: z.int(), most: z.int(), listOf: z.int().nullable() }).nullable(),
    /** The codes that a value can have, in words; empty if it is a number or yes or no. */
    options: z.array(z.object({ code: z.string(), text: bilingual })),
    /** Newest first within a scope. */
    versions: z.array(ruleVersion),
    actions: z.object({ addVersion: allowedAction }),
  })
  .meta({ id: 'Rule' });
export type Rule = z.infer<typeof rule>;

/** A booked visit that a change of rules or of the calendar would touch, and why; in the language of the request. */
export const bookingInPreview = z.object({
  bookingId: z.string(),
  number: z.string(),
  prisonId: z.string(),
  startsAt: z.string(),
  reason: z.object({ code: z.string(), text: z.string() }),
});
export type BookingInPreview = z.infer<typeof bookingInPreview>;

export const rulePreview = z
  .object({
    /** Booked visits of the scope from the day on; nothing is done to any of them. */
    lookedAt: z.int(),
    /** Those that fit the rules without the change and would not fit with it. */
    unfit: z.array(bookingInPreview),
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
    /** The value with its unit, or its codes, as people say it. */
    words: bilingual,
    scope: ruleScope,
    source: z.string(),
    effectiveFrom: z.string(),
    lastDay: z.string().nullable(),
    confirmed: z.boolean(),
  })
  .meta({ id: 'RuleInWords' });
export type RuleInWords = z.infer<typeof ruleInWords>;
