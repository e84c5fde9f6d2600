import { z } from 'zod';
import { say } from '../edge/index.ts';
import { definitionOf } from './rule-definitions.ts';
import { type RuleChange, ruleKeys, ruleScope } from './schema.ts';

const common = z.strictObject({
  scope: ruleScope,
  source: z
    .string()
    .trim()
    .max(200)
    .refine((text) => text !== '', say('请注明依据或出处。', 'Say where the value comes from.')),
  effectiveFrom: z.iso.date(),
  lastDay: z.iso.date().nullable().default(null),
  confirmed: z.boolean(),
});

const [first, ...others] = ruleKeys.map((key) =>
  common.extend({ key: z.literal(key), value: definitionOf(key).value }),
);
if (first === undefined) throw new Error('there are no rules');

/** Each key brings the schema of its own value. */
export const ruleChange: z.ZodType<RuleChange> = z.discriminatedUnion('key', [first, ...others]);
