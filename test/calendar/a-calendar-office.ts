import { bookVisit } from '../../server/bookings/book-visit.ts';
import { bookingRoutes, findTouchedBookings, loadBookedTimes } from '../../server/bookings/index.ts';
import { calendarRoutes } from '../../server/calendar/index.ts';
import type { CalendarPreview, SessionTemplate } from '../../server/calendar/schema.ts';
import { watchFlaggedBy } from '../../server/custody/routes.ts';
import type { Role } from '../../server/edge/index.ts';
import type { Foundation } from '../../server/foundation.ts';
import { addApplication, addPrisoner, officer, outcomeOf, seedDistrict } from '../bookings/a-district.ts';
import { serveAsAnyone } from '../bookings/serve-as-anyone.ts';
import type { TestDatabase } from '../support/databases.ts';
import { openTestFoundation } from '../support/foundation.ts';
import { type TestClock, testClock } from '../support/test-clock.ts';
import type { Answer, TestClient } from '../support/test-server.ts';

/** Monday, 2 November 2026, 09:00 in Shanghai. */
export const start = '2026-11-02T01:00:00.000Z';
export const at = (date: string, time = '08:30') => new Date(`${date}T${time}:00+08:00`).toISOString();

export type Problem = { code: string; title: string };

/** Like the mornings that the district has, on working weekdays and for every ward. */
export const morning = {
  name: '上午',
  weekdays: [1, 2, 3, 4, 5],
  opensAt: '08:30',
  closesAt: '11:30',
  openOnHolidays: false,
  validTo: null as string | null,
  everyWeeks: 1,
  wardIds: [] as string[],
  capacity: null as number | null,
};

export type CalendarOffice = Awaited<ReturnType<typeof openCalendarOffice>>;

/** The calendar of two prisons and a centre over HTTP, on a database of its own; Wujiawa has a second ward. */
export async function openCalendarOffice(database: TestDatabase, places = { rooms: 3, terminals: 3 }) {
  const { db } = database;
  const clock: TestClock = testClock(start);
  const foundation: Foundation = await openTestFoundation(database, clock);
  await seedDistrict(foundation, places);
  await db('wards').insert({ id: 'ward-2', prison_id: 'wujiawa', name_zh: '二监区', name_en: 'Ward 2' });
  const served = await serveAsAnyone(foundation, [
    ...bookingRoutes(foundation),
    ...calendarRoutes(foundation, {
      findTouchedBookings,
      loadBookedTimes,
      watchFlagged: watchFlaggedBy(foundation),
    }),
  ]);
  const as =
    (role: Role, prison = ''): TestClient['request'] =>
    (method, path, body, headers) =>
      served.client.request(method, path, body, { cookie: `role=${role}; prison=${prison}`, ...headers });
  const approver = as('prison_approver', 'wujiawa');
  const supervisor = as('district_supervisor');

  const office = {
    db,
    clock,
    foundation,
    as,
    approver,
    supervisor,
    administrator: as('administrator'),

    close: async () => {
      await served.close();
      await foundation.ledger.headsKept();
      await database.close();
    },
    /** The district's mornings, by the one template that it has. */
    async sessionId(): Promise<string> {
      const { body } = await approver<SessionTemplate[]>('GET', '/api/session-templates?prisonId=wujiawa');
      return body.find(({ validTo }) => validTo === null)?.id ?? '';
    },
    /** What comes of booking a prisoner of a ward at a time. */
    async book(
      startsAt: string,
      {
        ward = 'wujiawa-ward',
        room = 1,
        terminal = 1,
      }: { ward?: string; room?: number; terminal?: number } = {},
    ): Promise<string> {
      const prisonerId = await addPrisoner(foundation);
      await db('prisoners').where({ id: prisonerId }).update({ ward_id: ward });
      const applicationId = await addApplication(foundation, { prisonerId });
      return outcomeOf(
        bookVisit(foundation, officer, {
          applicationId,
          startsAt,
          visitRoomId: `room-${room}`,
          terminalId: `wujiawa-terminal-${terminal}`,
        }),
      );
    },
    async preview(who: TestClient['request'], change: object): Promise<CalendarPreview> {
      const answer = await who<CalendarPreview>('POST', '/api/calendar/preview', change);
      if (answer.status !== 200) throw new Error(`preview: ${JSON.stringify(answer.body)}`);
      return answer.body;
    },
    shut: (who: TestClient['request'], body: object): Promise<Answer<Problem>> =>
      who<Problem>('POST', '/api/closures', { reasonCode: 'maintenance', ...body }),
    async kindsIn(bookId: string): Promise<string[]> {
      return db('ledger_entries').where({ book_id: bookId }).orderBy('entry_index').pluck('kind');
    },
  };
  return office;
}
