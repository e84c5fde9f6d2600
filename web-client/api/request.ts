import type { z } from 'zod';
import { currentLanguage } from '../language/current-language.ts';
import { ProblemError, problemShape, Unreachable } from './problem.ts';

type Query = Record<string, string | number | boolean | undefined>;

/** Reads a resource. Every answer is parsed with the schema that the server made it from. */
export async function get<S extends z.ZodType>(path: string, answer: S, query?: Query): Promise<z.output<S>> {
  return answer.parse(await jsonOf(await send('GET', withQuery(path, query))));
}

/** Asks for a change and reads its answer. */
export async function post<S extends z.ZodType>(
  path: string,
  body: unknown,
  answer: S,
): Promise<z.output<S>> {
  return answer.parse(await jsonOf(await send('POST', path, body)));
}

/** Keeps something as it is now; it arrives even if the page is closed meanwhile. */
export async function put<S extends z.ZodType>(path: string, body: unknown, answer: S): Promise<z.output<S>> {
  return answer.parse(await jsonOf(await send('PUT', path, body, { keepalive: true })));
}

/** Asks for a change that answers nothing. */
export async function tell(method: 'POST' | 'DELETE', path: string, body?: unknown): Promise<void> {
  await send(method, path, body);
}

/** Fetches a file as it is. */
export async function getFile(path: string): Promise<Blob> {
  return (await send('GET', path)).blob();
}

export function withQuery(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text === '' ? path : `${path}?${text}`;
}

async function send(
  method: string,
  path: string,
  body?: unknown,
  options: Pick<RequestInit, 'keepalive'> = {},
): Promise<Response> {
  const response = await fetch(path, {
    ...options,
    method,
    headers: {
      'accept-language': currentLanguage(),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  }).catch(() => {
    throw new Unreachable();
  });
  if (!response.ok) throw await problemIn(response);
  return response;
}

async function problemIn(response: Response): Promise<Error> {
  const problem = problemShape.safeParse(await response.json().catch(() => undefined));
  // Without a problem document it was not our server that answered: a proxy, or nothing behind it.
  return problem.success ? new ProblemError(response.status, problem.data) : new Unreachable();
}

function jsonOf(response: Response): Promise<unknown> {
  return response.json();
}
