import { z } from 'zod';
import type { AnyRuleValue, RuleKey } from './codes.ts';
import { bars } from './definitions/bars.ts';
import type { RuleDefinition } from './definitions/define.ts';
import { howOften } from './definitions/how-often.ts';
import { recordings } from './definitions/recordings.ts';
import { reviews } from './definitions/reviews.ts';
import { when } from './definitions/when.ts';
import { whoMayVisit } from './definitions/who-may-visit.ts';
import type { Rule } from './schema.ts';

/**
 * Every rule that an office sets. The Shanghai rule itself is not public: each default is taken from a similar rule
 * elsewhere, and stands unconfirmed until the bureau confirms it.
 */
export const ruleDefinitions = {
  ...whoMayVisit,
  ...howOften,
  ...when,
  ...reviews,
  ...bars,
  ...recordings,
} satisfies Record<RuleKey, unknown>;

export type RuleValue<K extends RuleKey> = z.output<(typeof ruleDefinitions)[K]['value']>;

/** The definition without the type of its value, for code that goes through all rules. */
export function definitionOf(key: RuleKey): RuleDefinition<z.ZodType<AnyRuleValue>> {
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

/** What a number may be, for a form: read out of the schema that checks it. Null for what is no number. */
export function boundsOf(key: RuleKey): Rule['bounds'] {
  const { unit, value } = definitionOf(key);
  return unit === 'yes_no' || unit === 'codes' ? null : boundsShape.parse(z.toJSONSchema(value));
}

/** The codes that a value can have, in the order of their list. */
export function optionsOf(key: RuleKey): Rule['options'] {
  return Object.entries(definitionOf(key).options ?? {}).map(([code, { zh, en }]) => ({
    code,
    text: { zh, en },
  }));
}
