import { z } from 'zod';
import type { Language, Text } from '../../server/edge/language.ts';

const standardTexts = { zh: z.locales.zhCN().localeError, en: z.locales.en().localeError };

type FieldRule = { validator(rule: unknown, value: unknown): Promise<void> };

/** Checks a field of a form with the very schema that the server checks it with, and says what the server would say. */
export function ruleOf(schema: z.ZodType, language: Language): FieldRule {
  return {
    async validator(_rule, value) {
      const result = schema.safeParse(value ?? '', {
        error: (issue) => ownText(issue)?.[language] ?? standardTexts[language](issue),
      });
      if (!result.success) throw new Error(result.error.issues[0]?.message);
    },
  };
}

function ownText(issue: z.core.$ZodRawIssue): Text | undefined {
  return issue.code === 'custom' ? (issue.params as { text?: Text } | undefined)?.text : undefined;
}
