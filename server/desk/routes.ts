import type { Knex } from 'knex';
import type { DateTime } from 'luxon';
import { type Route, roles, route, type StaffPrincipal } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { type DeskCount, desk, deskCodes } from './schema.ts';

export type DeskQuestion = { principal: StaffPrincipal; now: DateTime };

/** What a capability has waiting for one member of staff; nothing for roles that have no part in it. */
export type DeskCounter = (db: Knex, question: DeskQuestion) => Promise<DeskCount[]>;

/** The desk is made of what each capability counts: it knows none of them itself. */
export function deskRoutes({ db, clock }: Foundation, counters: readonly DeskCounter[]): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/desk',
      who: roles,
      summary: 'What waits for the caller: counts, how many are overdue, and where they are listed.',
      answer: desk,
      async handle({ principal }) {
        const counts: DeskCount[] = [];
        for (const counter of counters) counts.push(...(await counter(db, { principal, now: clock.now() })));
        const place = ({ code }: DeskCount) => deskCodes.indexOf(code);
        return { counts: counts.sort((a, b) => place(a) - place(b)) };
      },
    }),
  ];
}
