import type { Response } from 'express';
import { isConnectionLost } from '../../db/dialect.ts';
import { edgeRefusals } from './edge-refusals.ts';
import type { Language } from './language.ts';
import { Refusal } from './refusal.ts';
import { type FieldError, MalformedRequest } from './validation.ts';

/** An RFC 9457 problem: what went wrong for programs (`code`) and for people (`title`). */
export type Problem = {
  type: 'about:blank';
  status: number;
  code: string;
  title: string;
  errors?: FieldError[];
  facts?: Record<string, string | number>;
};

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

export function sendProblem(response: Response, problem: Problem): void {
  response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

function problemOfRefusal(refusal: Refusal, language: Language): Problem {
  const problem: Problem = {
    type: 'about:blank',
    status: refusal.status,
    code: refusal.code,
    title: refusal.say(language),
  };
  if (Object.keys(refusal.facts).length > 0) problem.facts = refusal.facts;
  return problem;
}

/** Errors of express and its parsers, and of the database, that have a plain meaning. */
function refusalBehind(error: unknown): Refusal | undefined {
  if (isConnectionLost(error)) return edgeRefusals.database_away();
  const { type, status, name, limit } = error as {
    type?: string;
    status?: number;
    name?: string;
    limit?: number;
  };
  if (type === 'entity.too.large') return edgeRefusals.too_large({ megabytes: (limit ?? 0) / 1_000_000 });
  if (name === 'MulterError' || (status !== undefined && status >= 400 && status < 500)) {
    return edgeRefusals.malformed_request();
  }
  return undefined;
}
