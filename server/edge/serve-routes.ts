import { parseCookie, stringifySetCookie } from 'cookie';
import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import multer from 'multer';
import type { Logger } from 'pino';
import { admit, type Presented } from './access.ts';
import { cookieNames } from './cookie-names.ts';
import { edgeRefusals } from './edge-refusals.ts';
import { languageOf } from './language.ts';
import { comesFromOwnPage } from './origin.ts';
import { answerProblem } from './problem.ts';
import type { BytesAnswer, Cookies, FileAnswer, Route, UploadedFile } from './route.ts';
import { parse } from './validation.ts';

/** Finds out from a request's cookies who it comes from. */
export type Identify = (cookies: Record<string, string | undefined>) => Promise<Presented>;

export type EdgeOptions = {
  identify: Identify;
  log: Logger;
  /** Cookies travel over https only. */
  secureCookies: boolean;
};

const bodyLimit = '200kb';

/** Puts the edge round the declared routes: origin, identity, access, validation, answer, errors. */
export function serveRoutes(routes: readonly Route[], options: EdgeOptions): Router {
  const router = Router();
  router.use('/api', (_request, response, next) => {
    // What the system says depends on who asks and when: no cache may keep it, refusals neither.
    response.setHeader('cache-control', 'no-store');
    next();
  });
  for (const route of routes) {
    router[route.method](route.path, ...guarded(route, options));
  }
  router.use('/api', (_request, _response) => {
    throw edgeRefusals.not_found();
  });
  router.use(answerProblem(options.log));
  return router;
}

function guarded(route: Route, options: EdgeOptions): RequestHandler[] {
  // Identity comes before the body is read: a stranger's upload is refused unread.
  const readBody = route.upload ? readUpload(route.upload) : express.json({ limit: bodyLimit });
  return [
    async (request, response, next) => {
      if (request.method !== 'GET' && !comesFromOwnPage(request)) throw edgeRefusals.foreign_origin();
      const cookies = parseCookie(request.headers.cookie ?? '');
      const admitted = admit(route.who, await options.identify(cookies));
      if ('refused' in admitted) throw edgeRefusals[admitted.refused]();
      response.locals.principal = admitted.principal;
      response.locals.cookies = cookies;
      next();
    },
    readBody,
    async (request, response) => {
      const language = languageOf(request.headers['accept-language']);
      const answer = await route.handle({
        principal: response.locals.principal,
        params: route.params && parse(route.params, 'params', request.params, language),
        query: route.query && parse(route.query, 'query', request.query, language),
        body: route.body && parse(route.body, 'body', request.body, language),
        upload: route.upload && uploaded(request),
        language,
        cookies: cookiesOf(response, options.secureCookies),
        presented: {
          sessionToken: response.locals.cookies[cookieNames.staff],
          relativeToken: response.locals.cookies[cookieNames.relative],
        },
        address: request.ip ?? '',
      } as unknown as Parameters<Route['handle']>[0]);
      sendAnswer(route, response, answer);
    },
  ];
}

function readUpload({ field, maximumBytes }: { field: string; maximumBytes: number }): RequestHandler {
  const read = multer({
    storage: multer.memoryStorage(),
    limits: { files: 1, fileSize: maximumBytes, fields: 10, fieldSize: 2_000 },
    defParamCharset: 'utf8',
  }).single(field);
  return (request, response, next) =>
    read(request, response, (error: unknown) => {
      if (error === undefined) return next();
      // The form is kept in memory alone: whatever went wrong, it is the form.
      const tooLarge = (error as { code?: string }).code === 'LIMIT_FILE_SIZE';
      next(
        tooLarge
          ? edgeRefusals.too_large({ megabytes: maximumBytes / 1_000_000 })
          : edgeRefusals.malformed_request(),
      );
    });
}

function uploaded(request: Request): UploadedFile | undefined {
  return request.file && { fileName: request.file.originalname, content: request.file.buffer };
}

function cookiesOf(response: Response, secure: boolean): Cookies {
  const send = (name: string, value: string, maxAge: number) =>
    response.append(
      'set-cookie',
      stringifySetCookie({ name, value, maxAge, httpOnly: true, sameSite: 'strict', path: '/', secure }),
    );
  return {
    set: send,
    renew(name, maxAgeSeconds) {
      const value = response.locals.cookies[name];
      if (value !== undefined) send(name, value, maxAgeSeconds);
    },
    clear: (name) => send(name, '', 0),
  };
}

function sendAnswer(route: Route, response: Response, answer: unknown): void {
  if (route.answer === 'nothing') {
    response.status(204).end();
  } else if (route.answer === 'file') {
    sendFile(response, answer as FileAnswer | BytesAnswer);
  } else {
    // Parsing drops every field that the schema does not name: nothing leaves by accident.
    response.status(route.status ?? 200).json(route.answer.parse(answer));
  }
}

function sendFile(response: Response, answer: FileAnswer | BytesAnswer): void {
  response.type(answer.mediaType);
  if (answer.fileName) response.attachment(answer.fileName).type(answer.mediaType);
  if ('bytes' in answer) response.send(answer.bytes);
  else response.sendFile(answer.path, { cacheControl: false, dotfiles: 'allow' });
}
