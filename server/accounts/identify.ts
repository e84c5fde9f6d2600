import type { Knex } from 'knex';
import { type Clock, isoNow } from '../clock.ts';
import { type Identify, type Presented, sessionCookie } from '../edge/index.ts';
import { staffOfSession, stationOfKey } from './tables.ts';
import { hashToken } from './tokens.ts';

export const stationCookies = { visit_room: 'visit_room_key', terminal: 'terminal_key' } as const;

/** Who a request's cookies belong to. An unknown, expired or revoked secret is nobody's. */
export function identifyBy(db: Knex, clock: Clock): Identify {
  return async (cookies) => {
    const presented: Presented = {};
    const session = cookies[sessionCookie];
    if (session) presented.staff = await staffOfSession(db, hashToken(session), isoNow(clock));
    for (const kind of ['visit_room', 'terminal'] as const) {
      const key = cookies[stationCookies[kind]];
      const station = key ? await stationOfKey(db, hashToken(key)) : undefined;
      if (station?.kind === kind) presented[kind] = station;
    }
    return presented;
  };
}
