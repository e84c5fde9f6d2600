import type { TFunction } from 'i18next';
import { ProblemError, Unreachable } from '../api/problem.ts';
import { SignallingRefused } from '../call/signalling-refused.ts';

/** What to tell the user of a request that failed. The server's own words come first. */
export function sayError(error: unknown, t: TFunction<'shell'>): string {
  if (error instanceof ProblemError || error instanceof SignallingRefused) return error.message;
  return t(error instanceof Unreachable ? 'unreachable' : 'unexpected');
}
