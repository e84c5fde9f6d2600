import { z } from 'zod';

export const problemShape = z.object({
  code: z.string(),
  title: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).default([]),
});
export type Problem = z.infer<typeof problemShape>;

/** The server refused: `title` is written for the user, in the user's language. */
export class ProblemError extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: Problem['errors'];
  constructor(status: number, problem: Problem) {
    super(problem.title);
    this.name = 'ProblemError';
    this.status = status;
    this.code = problem.code;
    this.errors = problem.errors;
  }
}

/** No answer came at all: the line or the server is away. */
export class Unreachable extends Error {
  constructor() {
    super('unreachable');
    this.name = 'Unreachable';
  }
}

/** Field errors by the name of the field in the request's body: `visitors.0.idNumber`. */
export function fieldErrorsOf(error: unknown): { field: (string | number)[]; message: string }[] {
  if (!(error instanceof ProblemError)) return [];
  return error.errors.map(({ path, message }) => ({
    field: path
      .split('.')
      .slice(1)
      .map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
    message,
  }));
}
