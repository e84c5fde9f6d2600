import { expect } from 'chai';
import {
  bookingRoutes,
  findTouchedBookings,
  findUnfitBookings,
  loadBookedTimes,
} from '../../server/bookings/index.ts';
import type { Booking } from '../../server/bookings/schema.ts';
import { calendarRoutes } from '../../server/calendar/index.ts';
import type { SessionTemplate, SlotsAnswer } from '../../server/calendar/schema.ts';
import { watchFlaggedBy } from '../../server/custody/routes.ts';
import type { Role } from '../../server/edge/index.ts';
import type { Foundation } from '../../server/foundation.ts';
import { ruleRoutes } from '../../server/rules/index.ts';
import type { Rule } from '../../server/rules/schema.ts';
import { forEachDatabase, type TestDatabase } from '../support/databases.ts';
import { openTestFoundation } from '../support/foundation.ts';
import { testClock } from '../support/test-clock.ts';
import type { TestClient } from '../support/test-server.ts';
import { addApplication, addPrisoner, emptyCalendar, seedDistrict } from './a-district.ts';
import { serveAsAnyone } from './serve-as-anyone.ts';

type Problem = {
  code: string;
  title: string;
  errors?: { path: string; message: string }[];
};

const clock = testClock('2026-09-22T01:00:00.000Z');
const at = (date: string, time = '08:30') => new Date(`${date}T${time}:00+08:00`).toISOString();
/** A Monday between this Tuesday and the holidays of October. */
const monday = at('2026-09-28');
const somewhere = { startsAt: monday, visitRoomId: 'room-1', terminalId: 'wujiawa-terminal-1' };

describe('The booking routes', () => {
  forEachDatabase((_name, open) => {
    let database: TestDatabase;
    let foundation: Foundation;
    let close: () => Promise<void>;
    let as: (role: Role, prisonId?: string) => TestClient['request'];

    before(async () => {
      database = await open();
      foundation = await openTestFoundation(database, clock);
      await seedDistrict(foundation);
      const served = await serveAsAnyone(foundation, [
        ...bookingRoutes(foundation),
        ...calendarRoutes(foundation, {
          findTouchedBookings,
          loadBookedTimes,
          watchFlagged: watchFlaggedBy(foundation),
        }),
        ...ruleRoutes(foundation, { findUnfitBookings }),
      ]);
      close = served.close;
      as = (role, prisonId) => (method, path, body, headers) =>
        served.client.request(method, path, body, {
          cookie: `role=${role}; prison=${prisonId ?? ''}`,
          ...headers,
        });
    });
    after(async () => {
      await close();
      await foundation.ledger.headsKept();
      await database.close();
    });
    afterEach(() => emptyCalendar(database.db));

    const district: TestClient['request'] = (...request) => as('district_officer')(...request);
    const bookOne = async (applicationId?: string) => {
      const body = { applicationId: applicationId ?? (await addApplication(foundation)), ...somewhere };
      return district<Booking>('POST', '/api/bookings', body);
    };
    /** Everything that a refused request could have changed. */
    const traces = async () => ({
      bookings: await database.db('bookings').orderBy('id'),
      occupancies: await database.db('occupancies').orderBy(['subject_kind', 'subject_id', 'step']),
      entries: (await database.db('ledger_entries')).length,
      numbers: await database.db('number_series'),
    });

    /** Refused in both languages with this code, and nothing is changed. */
    async function expectRefused(
      request: (...request: Parameters<TestClient['request']>) => ReturnType<TestClient['request']>,
      path: string,
      body: unknown,
      { status, code }: { status: number; code: string },
    ): Promise<void> {
      const before = await traces();
      const method = body === undefined ? 'GET' : 'POST';
      for (const [language, letters] of [
        ['zh', /\p{Script=Han}/u],
        ['en', /^[^\p{Script=Han}]+$/u],
      ] as const) {
        const answer = await request(method, path, body, { 'accept-language': language });
        const problem = answer.body as Problem;
        expect({ status: answer.status, code: problem.code }, path).to.deep.equal({ status, code });
        expect(problem.title).to.match(letters).and.not.match(/[{}]/);
        for (const { message } of problem.errors ?? []) expect(message).to.match(letters);
      }
      expect(await traces()).to.deep.equal(before);
    }

    it('book, show, move and cancel a visit, and say what may be done next', async () => {
      const booked = await bookOne();
      expect(booked.status).to.equal(201);
      const { move, cancel, keep } = booked.body.actions;
      expect([move, cancel]).to.deep.equal([{ allowed: true }, { allowed: true }]);
      expect(keep).to.deep.include({ allowed: false, code: 'not_permitted' });
      const path = `/api/bookings/${booked.body.id}`;
      const moved = await district<Booking>('POST', `${path}/move`, {
        ...somewhere,
        version: 1,
        startsAt: at('2026-09-29', '10:00'),
      });
      expect(moved.body).to.deep.include({
        version: 2,
        startsAt: at('2026-09-29', '10:00'),
        endsAt: at('2026-09-29', '10:30'),
      });
      const cancelled = await district<Booking>('POST', `${path}/cancel`, {
        version: 2,
        reasonCode: 'other',
        note: '改用现场会见',
      });
      expect(cancelled.body).to.deep.include({ state: 'cancelled', cancelReason: 'other', version: 3 });
      expect(cancelled.body.actions.move).to.deep.include({ allowed: false, code: 'booking_not_open' });
      expect((await district<Booking>('GET', path)).body).to.deep.equal(cancelled.body);
    });

    it('refuse what cannot be booked, each with its reason', async () => {
      const applicationId = await addApplication(foundation);
      const wrong: [object, number, string][] = [
        [{ startsAt: at('2026-09-28', '08:31') }, 422, 'between_slots'],
        [{ startsAt: at('2026-09-28', '20:00') }, 422, 'outside_visit_hours'],
        [{ startsAt: at('2026-09-27') }, 422, 'outside_visit_hours'],
        [{ startsAt: at('2026-10-01') }, 422, 'closed_on_holiday'],
        [{ startsAt: at('2026-09-22', '10:00') }, 422, 'too_soon'],
        [{ startsAt: at('2026-09-21') }, 422, 'in_the_past'],
        [{ startsAt: at('2026-10-30') }, 422, 'too_late'],
        [{ visitRoomId: 'room-99' }, 422, 'unknown_visit_room'],
        [{ terminalId: 'terminal-99' }, 422, 'unknown_terminal'],
        [{ terminalId: 'sichahe-terminal-1' }, 422, 'unknown_terminal'],
        [{ startsAt: '2026-09-28 08:30' }, 400, 'malformed_request'],
        [{ visitRoomId: '' }, 400, 'malformed_request'],
        [{ applicationId: 'nobody' }, 404, 'not_found'],
        [{ applicationId: await addApplication(foundation, { state: 'prison_review' }) }, 409, 'wrong_state'],
        [{ applicationId: await addApplication(foundation, { grade: 'strict' }) }, 422, 'quota_used'],
      ];
      for (const [changed, status, code] of wrong)
        await expectRefused(
          district,
          '/api/bookings',
          { applicationId, ...somewhere, ...changed },
          { status, code },
        );
    });

    it('refuse a second click, a taken place and a prisoner who is elsewhere', async () => {
      const prisonerId = await addPrisoner(foundation, { grade: 'lenient' });
      const applicationId = await addApplication(foundation, { prisonerId });
      await bookOne(applicationId);
      const refused = { path: '/api/bookings', status: 409 };
      const book = (body: object, code: string) =>
        expectRefused(district, refused.path, { ...somewhere, ...body }, { status: refused.status, code });
      await book({ applicationId }, 'already_booked');
      const other = await addApplication(foundation);
      await book({ applicationId: other, terminalId: 'wujiawa-terminal-2' }, 'visit_room_taken');
      await book({ applicationId: other, visitRoomId: 'room-2' }, 'terminal_taken');
      const samePrisoner = await addApplication(foundation, { prisonerId });
      await book({ applicationId: samePrisoner, visitRoomId: 'room-2' }, 'prisoner_taken');
    });

    it('refuse a stale page, a second cancellation, a reason that says nothing, and what is not there', async () => {
      const { body: booked } = await bookOne();
      const path = `/api/bookings/${booked.id}`;
      const stale = { status: 409, code: 'stale_page' };
      const cancel = { version: 1, reasonCode: 'visitor_cancelled' };
      await expectRefused(district, `${path}/cancel`, { ...cancel, version: 2 }, stale);
      await expectRefused(district, `${path}/move`, { ...somewhere, version: 2 }, stale);
      const malformed = { status: 400, code: 'malformed_request' };
      await expectRefused(district, `${path}/cancel`, { version: 1, reasonCode: 'other' }, malformed);
      await expectRefused(district, `${path}/cancel`, { version: 1, reasonCode: 'no reason' }, malformed);
      const gone = { status: 404, code: 'not_found' };
      await expectRefused(district, '/api/bookings/nothing', undefined, gone);
      await expectRefused(district, '/api/bookings/nothing/cancel', cancel, gone);
      await expectRefused(district, '/api/bookings/nothing/move', { ...somewhere, version: 1 }, gone);
      expect((await district('POST', `${path}/cancel`, cancel)).status).to.equal(200);
      const twice = { status: 409, code: 'booking_not_open' };
      await expectRefused(district, `${path}/cancel`, { ...cancel, version: 2 }, twice);
    });

    it('show a prison its own bookings only, and let it cancel but not move them', async () => {
      const { body: booked } = await bookOne();
      const path = `/api/bookings/${booked.id}`;
      const days = 'from=2026-09-28&to=2026-09-28';
      const cancel = { version: 1, reasonCode: 'prison_cancelled' };
      const other = as('prison_approver', 'sichahe');
      const gone = { status: 404, code: 'not_found' };
      await expectRefused(other, path, undefined, gone);
      await expectRefused(other, `${path}/cancel`, cancel, gone);
      await expectRefused(other, `/api/bookings?${days}&prisonId=wujiawa`, undefined, gone);
      expect((await other<Booking[]>('GET', `/api/bookings?${days}`)).body).to.deep.equal([]);
      const own = as('prison_approver', 'wujiawa');
      const [seen] = (await own<Booking[]>('GET', `/api/bookings?${days}`)).body;
      expect(seen?.actions.move).to.deep.include({ allowed: false, code: 'not_permitted' });
      expect(seen?.actions.cancel).to.deep.equal({ allowed: true });
      const forbidden = { status: 403, code: 'not_permitted' };
      await expectRefused(own, `${path}/move`, { ...somewhere, version: 1 }, forbidden);
      await expectRefused(as('auditor'), `${path}/cancel`, cancel, forbidden);
      await expectRefused(as('administrator'), path, undefined, forbidden);
      expect((await own('POST', `${path}/cancel`, cancel)).status).to.equal(200);
    });

    it('offer every slot with what is free in it, or why not', async () => {
      const applicationId = await addApplication(foundation, { mobilityNeeds: ['step_free'] });
      await bookOne();
      const offer = async (from: string, to: string, of = applicationId) =>
        (await district<SlotsAnswer>('GET', `/api/slots?applicationId=${of}&from=${from}&to=${to}`)).body;
      const { slots, days, bookingId } = await offer('2026-09-24', '2026-10-10');
      expect(bookingId).to.equal(null);
      expect(days).to.have.lengthOf(17);
      // Mid-Autumn from the 25th to the 27th, National Day from the 1st to the 7th.
      expect(days.filter((day) => day.kind === 'holiday')).to.have.lengthOf(10);
      const codes = (startsAt: string) =>
        slots.find((slot) => slot.startsAt === startsAt)?.reasons.map(({ code }) => code);
      expect(codes(at('2026-09-24'))).to.deep.equal(['too_soon']);
      // The booking there has the only step-free room.
      expect(codes(monday)).to.deep.equal(['no_step_free_room_free']);
      expect(codes(at('2026-10-01')), 'closed').to.equal(undefined);
      expect(slots.find((slot) => slot.startsAt === at('2026-09-28', '09:15'))).to.deep.equal({
        startsAt: at('2026-09-28', '09:15'),
        endsAt: at('2026-09-28', '09:45'),
        makeup: false,
        free: true,
        visitRoomIds: ['room-1'],
        terminalIds: ['wujiawa-terminal-1', 'wujiawa-terminal-2'],
        reasons: [],
      });
      const unhindered = await offer('2026-09-28', '2026-09-28', await addApplication(foundation));
      expect(unhindered.slots[0]).to.deep.include({
        visitRoomIds: ['room-2'],
        terminalIds: ['wujiawa-terminal-2'],
      });
    });

    it('offer to a booked application the slots that it can move to, its own among them', async () => {
      const applicationId = await addApplication(foundation);
      const { body: booked } = await bookOne(applicationId);
      const path = `/api/slots?applicationId=${applicationId}&from=2026-09-28&to=2026-09-28`;
      const { body } = await district<SlotsAnswer>('GET', path);
      expect(body.bookingId).to.equal(booked.id);
      expect(body.slots.map(({ free }) => free)).to.deep.equal([true, true, true, true]);
    });

    it('refuse days that are none, in the wrong order, or too many', async () => {
      const malformed = { status: 400, code: 'malformed_request' };
      const applicationId = await addApplication(foundation);
      for (const days of [
        'from=2026-09-28&to=2026-09-27',
        'from=2026-09-28&to=2027-09-28',
        'from=2026-02-30&to=2026-03-01',
        'from=&to=',
        'from=2026-09-28',
      ]) {
        await expectRefused(
          district,
          `/api/slots?applicationId=${applicationId}&${days}`,
          undefined,
          malformed,
        );
        await expectRefused(district, `/api/bookings?${days}`, undefined, malformed);
      }
    });

    it('tell all staff the rules, and the sessions of the prisons that they work with', async () => {
      const { body: rules } = await as('auditor')<Rule[]>('GET', '/api/rules');
      const retention = rules.find(({ key }) => key === 'recording_retention_days');
      expect(retention).to.deep.include({ unit: 'days', mustBeConfirmed: true });
      expect(retention?.versions[0]).to.deep.include({ value: 180, confirmed: false, standing: 'in_force' });
      const { body: days } = await as('prison_officer', 'wujiawa')<SessionTemplate[]>(
        'GET',
        '/api/session-templates?prisonId=wujiawa',
      );
      expect(days.map(({ weekdays }) => weekdays)).to.deep.equal([[1, 2, 3, 4, 5]]);
      const gone = { status: 404, code: 'not_found' };
      const other = as('prison_officer', 'sichahe');
      await expectRefused(other, '/api/session-templates?prisonId=wujiawa', undefined, gone);
      await expectRefused(district, '/api/session-templates?prisonId=nowhere', undefined, gone);
    });
  });
});
