import { bookVisit } from '../../server/bookings/book-visit.ts';
import { cancelVisit } from '../../server/bookings/cancel-visit.ts';
import { bookingRoutes, outcomeRoutes } from '../../server/bookings/index.ts';
import { moveVisit } from '../../server/bookings/move-visit.ts';
import type { BookingOutcome } from '../../server/bookings/outcome-schema.ts';
import type { CancelReason } from '../../server/bookings/schema.ts';
import { isoNow } from '../../server/clock.ts';
import { watchFlaggedBy } from '../../server/custody/routes.ts';
import type { Role } from '../../server/edge/index.ts';
import { quotaRoutes } from '../../server/quota/routes.ts';
import type { QuotaOfPrisoner } from '../../server/quota/schema.ts';
import { changeVisit } from '../../server/visits/change-visit.ts';
import type { ClosingOutcome, Side } from '../../server/visits/codes.ts';
import { emptyCalendar, officer, seedDistrict, setRule } from '../bookings/a-district.ts';
import { serveAsAnyone } from '../bookings/serve-as-anyone.ts';
import type { TestDatabase } from '../support/databases.ts';
import { openTestFoundation } from '../support/foundation.ts';
import { type TestClock, testClock } from '../support/test-clock.ts';
import type { Answer } from '../support/test-server.ts';

/** Tuesday, 3 November 2026, 09:00 in Shanghai. */
export const tuesday = '2026-11-03T01:00:00.000Z';
/** Slots are at 08:30, 09:15, 10:00 and 10:45. */
export const at = (date: string, time = '08:30') => new Date(`${date}T${time}:00+08:00`).toISOString();

export type Problem = { code: string; title: string };
export const codeOf = ({ status, body }: Answer<unknown>): string =>
  status < 300 ? `${status} done` : `${status} ${(body as Problem).code}`;

/** Prisoners with their quotas, over HTTP, on a database of their own with two prisons. */
export type Allowance = Awaited<ReturnType<typeof openAllowance>>;

export async function openAllowance(
  database: TestDatabase,
  size: { rooms?: number; terminals?: number } = {},
) {
  const { db } = database;
  const clock: TestClock = testClock(tuesday);
  const foundation = await openTestFoundation(database, clock);
  await seedDistrict(foundation, size);
  await setRule(foundation, 'max_lead_days', 366);
  const served = await serveAsAnyone(foundation, [
    ...quotaRoutes(foundation, { watchFlagged: watchFlaggedBy(foundation) }),
    ...outcomeRoutes(foundation),
    ...bookingRoutes(foundation),
  ]);
  const ask = <T = Problem>(
    role: Role,
    method: 'GET' | 'POST',
    path: string,
    body?: unknown,
    { prison = role.startsWith('prison') ? 'wujiawa' : '', language = 'en' } = {},
  ) =>
    served.client.request<T>(method, path, body, {
      cookie: `role=${role}; prison=${prison}`,
      'accept-language': language,
    });
  return {
    db,
    clock,
    foundation,
    ask,
    book: (applicationId: string, startsAt: string, room = 1) =>
      bookVisit(foundation, officer, {
        applicationId,
        startsAt,
        visitRoomId: `room-${room}`,
        terminalId: `wujiawa-terminal-${room}`,
      }),
    async move(id: string, startsAt: string, room = 1) {
      const { version } = await db('bookings').where({ id }).first('version');
      const place = { startsAt, visitRoomId: `room-${room}`, terminalId: `wujiawa-terminal-${room}` };
      await moveVisit(foundation, officer, id, { version, ...place });
    },
    async cancel(id: string, reasonCode: CancelReason = 'visitor_cancelled') {
      const { version } = await db('bookings').where({ id }).first('version');
      await cancelVisit(foundation, officer, id, { version, reasonCode, note: '' });
    },
    /** Closes a visit that never began, as the staff of a side would. */
    async close(id: string, outcome: ClosingOutcome, side: Side = 'district') {
      const by = { id: officer.id, name: officer.displayName, role: 'district_officer' as const, side };
      const event = { type: 'close_without_visit', outcome, note: '', by, at: isoNow(clock) } as const;
      await changeVisit(foundation, id, { event }, { mediaNodeSound: true, diskHasRoom: true });
    },
    async quota(prisonerId: string, month: string, role: Role = 'prison_approver') {
      const path = `/api/prisoners/${prisonerId}/quota?month=${month}`;
      return (await ask<QuotaOfPrisoner>(role, 'GET', path)).body;
    },
    async outcome(bookingId: string, role: Role = 'district_officer') {
      return (await ask<BookingOutcome>(role, 'GET', `/api/bookings/${bookingId}/outcome`)).body;
    },
    enter: (prisonerId: string, day: string, role: Role = 'prison_officer') =>
      ask<QuotaOfPrisoner & Problem>(role, 'POST', `/api/prisoners/${prisonerId}/on-site-visits`, {
        day,
        remark: '家属到监会见',
      }),
    grant: (prisonerId: string, month: string, note = '母亲病重') =>
      ask<QuotaOfPrisoner & Problem>(
        'prison_approver',
        'POST',
        `/api/prisoners/${prisonerId}/quota-exceptions`,
        { month, reasonCode: 'family_illness', note },
      ),
    /** How the history of a month reads: what happened, and the numbers after it. */
    async history(prisonerId: string, month: string): Promise<string[]> {
      const rows = await db('quota_changes').where({ prisoner_id: prisonerId, month }).orderBy('id');
      return rows.map(
        (row) =>
          `${row.cause} ${row.used_before}/${row.allowed_before} → ${row.used_after}/${row.allowed_after}`,
      );
    },
    async entries(kind: string): Promise<LedgerEntry[]> {
      const rows: { entry: string }[] = await db('ledger_entries').where({ kind }).orderBy('entry_index');
      return rows.map(({ entry }) => JSON.parse(entry));
    },
    async emptyCalendar(): Promise<void> {
      for (const table of ['visit_events', 'visits']) await db(table).delete();
      await emptyCalendar(db);
    },
    /** Everything that a refused request could have changed. */
    async everything(): Promise<string> {
      const tables = [];
      for (const table of watched) tables.push(await db(table).select());
      return JSON.stringify(tables);
    },
    async shut() {
      await served.close();
      await foundation.ledger.headsKept();
      await database.close();
    },
  };
}

type LedgerEntry = {
  index: number;
  corrects?: number;
  subjects: { kind: string; id: string }[];
  facts: Record<string, unknown>;
  rules?: { key: string }[];
};

const watched = [
  'bookings',
  'on_site_visits',
  'quota_exceptions',
  'quota_changes',
  'no_show_excuses',
  'ledger_books',
];
