import { z } from 'zod';
import { edgeRefusals } from './edge-refusals.ts';
import type { Language, Text } from './language.ts';
import type { Refusal } from './refusal.ts';

const localeErrors = { zh: z.locales.zhCN().localeError, en: z.locales.en().localeError };

/** One thing that is wrong: where, and what to do about it. */
type FieldError = { path: string; message: string };

/** A malformed request, with each fault in the user's language. */
export class MalformedRequest extends Error {
  readonly refusal: Refusal = edgeRefusals.malformed_request();
  readonly errors: FieldError[];
  constructor(errors: FieldError[]) {
    super('malformed_request');
    this.errors = errors;
  }
}

/** @throws MalformedRequest */
export function parse<S extends z.ZodType>(
  schema: S,
  part: 'params' | 'query' | 'body',
  value: unknown,
  language: Language,
): z.output<S> {
  const result = schema.safeParse(value, {
    error: (issue) => ownText(issue, language) ?? localeErrors[language](issue),
  });
  if (result.success) return result.data;
  throw new MalformedRequest(
    result.error.issues.map((issue) => ({ path: [part, ...issue.path].join('.'), message: issue.message })),
  );
}

function ownText(issue: z.core.$ZodRawIssue, language: Language): string | undefined {
  if (issue.code !== 'custom') return undefined;
  return (issue.params as { text?: Text } | undefined)?.text?.[language];
}
