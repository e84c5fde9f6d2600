import type { Knex } from 'knex';
import { type Clock, isoNow } from '../clock.ts';
import { cookieNames, type Identify, type Presented } from '../edge/index.ts';
import { relativeOfSession } from './relative-sessions.ts';
import { staffOfSession, stationOfKey } from './tables.ts';
import { hashToken } from './tokens.ts';

/** Who a request's cookies belong to. An unknown, expired or revoked secret is nobody's. */
export function identifyBy(db: Knex, clock: Clock): Identify {
  return async (cookies) => {
    const presented: Presented = {};
    const session = cookies[cookieNames.staff];
    if (session) presented.staff = await staffOfSession(db, hashToken(session), isoNow(clock));
    const relative = cookies[cookieNames.relative];
    if (relative) presented.relative = await relativeOfSession(db, clock, relative);
    for (const kind of ['visit_room', 'terminal'] as const) {
      const key = cookies[cookieNames[kind]];
      const station = key ? await stationOfKey(db, hashToken(key)) : undefined;
      if (station?.kind === kind) presented[kind] = station;
    }
    return presented;
  };
}
