import { bookingRoutes, findUnfitBookings } from '../../server/bookings/index.ts';
import type { Role } from '../../server/edge/index.ts';
import type { Foundation } from '../../server/foundation.ts';
import { ruleRoutes } from '../../server/rules/index.ts';
import { emptyCalendar, seedDistrict } from '../bookings/a-district.ts';
import { serveAsAnyone } from '../bookings/serve-as-anyone.ts';
import type { TestDatabase } from '../support/databases.ts';
import { openTestFoundation } from '../support/foundation.ts';
import { type TestClock, testClock } from '../support/test-clock.ts';
import type { TestClient } from '../support/test-server.ts';

export const start = '2026-09-07T01:00:00.000Z';
export const at = (date: string, time = '08:30') => new Date(`${date}T${time}:00+08:00`).toISOString();
export const everywhere = { kind: 'all', id: '' };
export const wujiawa = { kind: 'prison', id: 'wujiawa' };
export const lenient = { kind: 'grade', id: 'lenient' };

/** Longer visits from the Monday after on. */
export const change = {
  key: 'duration_minutes',
  value: 45,
  scope: everywhere,
  source: '区司法局 2026 年第 3 号通知',
  effectiveFrom: '2026-09-14',
  confirmed: true,
};

export type RuleOffice = {
  database: TestDatabase;
  foundation: Foundation;
  clock: TestClock;
  as(role: Role, prisonId?: string): TestClient['request'];
  /** Everything that a change of a rule could leave behind. */
  traces(): Promise<unknown>;
  /** The defaults again, no bookings, and the first morning. */
  startAgain(): Promise<void>;
  close(): Promise<void>;
};

export async function openRuleOffice(open: () => Promise<TestDatabase>): Promise<RuleOffice> {
  const clock = testClock(start);
  const database = await open();
  const foundation = await openTestFoundation(database, clock);
  await seedDistrict(foundation);
  const served = await serveAsAnyone(foundation, [
    ...bookingRoutes(foundation),
    ...ruleRoutes(foundation, { findUnfitBookings }),
  ]);
  return {
    database,
    foundation,
    clock,
    as: (role, prisonId) => (method, path, body, headers) =>
      served.client.request(method, path, body, {
        cookie: `role=${role}; prison=${prisonId ?? ''}`,
        ...headers,
      }),
    traces: async () => ({
      rules: await database.db('rules').orderBy('id'),
      entries: (await database.db('ledger_entries')).length,
    }),
    async startAgain() {
      clock.set(start);
      await emptyCalendar(database.db);
      await database.db('rules').whereNotNull('created_by').delete();
    },
    async close() {
      await served.close();
      await foundation.ledger.headsKept();
      await database.close();
    },
  };
}
