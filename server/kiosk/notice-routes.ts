import { z } from 'zod';
import { type Route, route } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { markSeen, noticesOfVisitor } from '../notices/index.ts';
import { ownNotice } from '../notices/schema.ts';
import { seenBody } from './schema.ts';

/** The newest ones: older ones are in the case, where the counter finds them. */
const mostShown = 20;

/** What the office has told the relative who is signed in. */
export function ownNoticeRoutes(foundation: Foundation): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/kiosk/notices',
      who: ['relative'],
      summary: 'What the signed-in visitor was told, the newest first, at most 20.',
      answer: z.array(ownNotice),
      handle: ({ principal }) => noticesOfVisitor(foundation.db, foundation, principal.id, mostShown),
    }),
    route({
      method: 'post',
      path: '/api/kiosk/notices/seen',
      who: ['relative'],
      summary: 'The visitor has opened these notices; those of others are left alone.',
      body: seenBody,
      answer: 'nothing',
      handle: ({ principal, body }) => markSeen(foundation, principal.id, body.noticeIds),
    }),
  ];
}
