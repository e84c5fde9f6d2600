import { endRelativeSession, relativeIdleMinutes } from '../accounts/index.ts';
import { cookieNames, edgeRefusals, type Route, route } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { loadVisitors, type VisitorRow } from '../people/index.ts';
import { type Relative, relative, relativeSignInBody } from './schema.ts';
import { openRelativeSignIn } from './sign-in.ts';

/** Longer than any session: it is the server that ends one. */
const cookieSeconds = 4 * 3600;

/** How relatives come in and go out. */
export function relativeSessionRoutes(foundation: Foundation): Route[] {
  const { db } = foundation;
  const signIn = openRelativeSignIn(foundation);
  return [
    route({
      method: 'post',
      path: '/api/kiosk/session',
      who: ['anyone'],
      summary: 'Sign in a visitor with an identity number and the query code of an application.',
      body: relativeSignInBody,
      answer: relative,
      async handle({ body, cookies, address, presented }) {
        const { visitor, token } = await signIn(body, address);
        // Whoever stood here before has gone; and a token that was laid here beforehand is never taken over.
        await endRelativeSession(db, presented.relativeToken);
        cookies.set(cookieNames.relative, token, cookieSeconds);
        return toRelative(visitor);
      },
    }),
    route({
      method: 'get',
      path: '/api/kiosk/session',
      who: ['relative'],
      summary: 'Which visitor is signed in; asking keeps the session.',
      answer: relative,
      async handle({ principal }) {
        const visitor = (await loadVisitors(db, [principal.id])).get(principal.id);
        if (visitor === undefined) throw edgeRefusals.not_signed_in();
        return toRelative(visitor);
      },
    }),
    route({
      method: 'delete',
      path: '/api/kiosk/session',
      who: ['anyone'],
      summary: 'Sign out a visitor.',
      answer: 'nothing',
      async handle({ presented, cookies }) {
        await endRelativeSession(db, presented.relativeToken);
        cookies.clear(cookieNames.relative);
      },
    }),
  ];
}

function toRelative({ name, id_number_masked: idNumberMasked }: VisitorRow): Relative {
  return { name, idNumberMasked, idleSeconds: relativeIdleMinutes * 60 };
}
