import type { NextFunction, Request, Response } from 'express';
import type { Logger } from 'pino';
import { z } from 'zod';
import { isConnectionLost, isDiskUnusable } from '../../db/dialect.ts';
import { edgeRefusals } from './edge-refusals.ts';
import { factsIn, type Language, languageOf } from './language.ts';
import { Refusal } from './refusal.ts';
import { MalformedRequest } from './validation.ts';

/** What went wrong, for programs (`code`) and for people (`title`). */
export const problemSchema = z
  .object({
    type: z.literal('about:blank'),
    status: z.int(),
    code: z.string(),
    title: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457. `title` is in the language of the request.' });
export type Problem = z.infer<typeof problemSchema>;

const unexpected = {
  zh: '系统内部错误，本次操作未生效。请重试；若反复出现，请将时间告知系统管理员。',
  en: 'Something went wrong inside; nothing was changed. Try again; if it happens again, tell the administrator the time.',
};

/** Undefined for a fault of ours, which is logged and not explained. */
export function problemOf(error: unknown, language: Language): Problem | undefined {
  if (error instanceof MalformedRequest) {
    return { ...problemOfRefusal(error.refusal, language), errors: error.errors };
  }
  const refusal = error instanceof Refusal ? error : refusalBehind(error);
  return refusal && problemOfRefusal(refusal, language);
}

export function unexpectedProblem(language: Language): Problem {
  return { type: 'about:blank', status: 500, code: 'internal_error', title: unexpected[language] };
}

/** The last word on every request that failed: a problem in the language of the request, and a line in the log if we are at fault. */
export function answerProblem(log: Logger) {
  return (error: unknown, request: Request, response: Response, _next: NextFunction) => {
    const language = languageOf(request.headers['accept-language']);
    const problem = problemOf(error, language) ?? unexpectedProblem(language);
    if (problem.status >= 500) {
      log.error(
        { err: error, method: request.method, path: request.path, code: problem.code },
        'request failed',
      );
    }
    // Half an answer is on its way: whoever waits for the rest must not take it for a whole one.
    if (response.headersSent) response.destroy();
    else response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  };
}

function problemOfRefusal(refusal: Refusal, language: Language): Problem {
  const problem: Problem = {
    type: 'about:blank',
    status: refusal.status,
    code: refusal.code,
    title: refusal.say(language),
  };
  if (Object.keys(refusal.facts).length > 0) problem.facts = factsIn(refusal.facts, language);
  return problem;
}

/** Errors of express and its parsers, of the database and of the disk, that have a plain meaning. */
function refusalBehind(error: unknown): Refusal | undefined {
  if (isConnectionLost(error)) return edgeRefusals.database_away();
  if (isDiskUnusable(error)) return edgeRefusals.disk_unusable();
  const { type, status, limit } = error as { type?: string; status?: number; limit?: number };
  if (type === 'entity.too.large') return edgeRefusals.too_large({ megabytes: (limit ?? 0) / 1_000_000 });
  if (status === 404) return edgeRefusals.not_found();
  if (status === 416) return edgeRefusals.range_not_satisfiable();
  return status !== undefined && status >= 400 && status < 500 ? edgeRefusals.malformed_request() : undefined;
}
