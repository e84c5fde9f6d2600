import type { Knex } from 'knex';
import { type Clock, isoNow, toStoredTime } from '../clock.ts';
import type { RelativePrincipal } from '../edge/index.ts';
import { hashToken, newToken } from './tokens.ts';

/** Whoever walks away from a kiosk is signed out; each request begins the time anew. */
export const relativeIdleMinutes = 20;
/** No errand at a counter takes longer: a token that was carried off is worth nothing tomorrow. */
const longestHours = 4;
/** A session is written at most so often, however often it is used. */
const writtenEveryMinutes = 1;

type SessionRow = {
  token_hash: string;
  visitor_id: string;
  application_id: string;
  created_at: string;
  expires_at: string;
};
const sessionsTable = (db: Knex) => db<SessionRow>('relative_sessions');

/** Opens a session for a visitor whose code of an application was right. @returns its token, which is kept nowhere */
export async function openRelativeSession(
  trx: Knex.Transaction,
  clock: Clock,
  { visitorId, applicationId }: { visitorId: string; applicationId: string },
): Promise<string> {
  const token = newToken();
  await sessionsTable(trx).where('expires_at', '<', isoNow(clock)).delete();
  await sessionsTable(trx).insert({
    token_hash: hashToken(token),
    visitor_id: visitorId,
    application_id: applicationId,
    created_at: isoNow(clock),
    expires_at: expiry(clock),
  });
  return token;
}

/** Whose session it is, which lasts from now on; undefined once it has ended. */
export async function relativeOfSession(
  db: Knex,
  clock: Clock,
  token: string,
): Promise<RelativePrincipal | undefined> {
  const row = await sessionsTable(db)
    .where({ token_hash: hashToken(token) })
    .where('expires_at', '>', isoNow(clock))
    .where('created_at', '>', toStoredTime(clock.now().minus({ hours: longestHours })))
    .first();
  if (row === undefined) return undefined;
  const worthWriting = toStoredTime(clock.now().plus({ minutes: relativeIdleMinutes - writtenEveryMinutes }));
  if (row.expires_at <= worthWriting) {
    await sessionsTable(db)
      .where({ token_hash: row.token_hash })
      .update({ expires_at: expiry(clock) });
  }
  return { kind: 'relative', id: row.visitor_id, role: 'relative' };
}

/** Signs out whoever holds this token. */
export async function endRelativeSession(db: Knex, token: string | undefined): Promise<void> {
  if (token === undefined) return;
  await sessionsTable(db)
    .where({ token_hash: hashToken(token) })
    .delete();
}

/** Signs out everybody who came in with the code of this application. */
export async function endRelativeSessionsOf(trx: Knex.Transaction, applicationId: string): Promise<void> {
  await sessionsTable(trx).where({ application_id: applicationId }).delete();
}

function expiry(clock: Clock): string {
  return toStoredTime(clock.now().plus({ minutes: relativeIdleMinutes }));
}
