import { expect } from 'chai';
import { inTransaction } from '../../db/connection.ts';
import { bookVisit } from '../../server/bookings/book-visit.ts';
import { cancelVisit } from '../../server/bookings/cancel-visit.ts';
import { bookingsOfDay, endBooking, loadBooking, markAttended } from '../../server/bookings/index.ts';
import { moveVisit } from '../../server/bookings/move-visit.ts';
import type { Foundation } from '../../server/foundation.ts';
import type { Outcome } from '../../server/visits/codes.ts';
import { forEachDatabase, type TestDatabase } from '../support/databases.ts';
import { openTestFoundation } from '../support/foundation.ts';
import { testClock } from '../support/test-clock.ts';
import {
  addApplication,
  addPrisoner,
  addVisitor,
  emptyCalendar,
  officer,
  outcomeOf,
  seedDistrict,
  setRule,
  stepFreeRoom,
  testRuleSource,
} from './a-district.ts';
import { expectNoOverlap, expectOccupanciesMatch } from './invariants.ts';

/** Tuesday; the earliest day three working days on is Friday the 6th. */
const tuesday = '2026-11-03T01:00:00.000Z';
const clock = testClock(tuesday);
/** Slots are at 08:30, 09:15, 10:00 and 10:45. */
const at = (date: string, time = '08:30') => new Date(`${date}T${time}:00+08:00`).toISOString();
const place = (startsAt: string, visitRoomId = 'room-1', terminalId = 'wujiawa-terminal-1') => ({
  startsAt,
  visitRoomId,
  terminalId,
});

describe('Booking a visit', () => {
  forEachDatabase((_name, open) => {
    let database: TestDatabase;
    let foundation: Foundation;
    const book = (applicationId: string, where: ReturnType<typeof place>) =>
      bookVisit(foundation, officer, { applicationId, ...where });
    const cancel = (id: string, version = 1) =>
      cancelVisit(foundation, officer, id, { version, reasonCode: 'visitor_cancelled', note: '' });
    const end = (id: string, outcome: Outcome) =>
      inTransaction(database.db, (trx) =>
        endBooking(trx, foundation, id, {
          outcome,
          wasLive: outcome === 'COMPLETED_NORMALLY',
          by: { kind: 'staff', id: officer.id },
        }),
      );

    before(async () => {
      clock.set(tuesday);
      database = await open();
      foundation = await openTestFoundation(database, clock);
      await seedDistrict(foundation);
    });
    beforeEach(() => clock.set(tuesday));
    afterEach(async () => {
      const { db } = database;
      await expectNoOverlap(db);
      await expectOccupanciesMatch(db);
      // Each scenario begins with an empty calendar and the default rules.
      await emptyCalendar(db);
      await db('rules').where({ source: testRuleSource }).delete();
    });
    after(async () => {
      await foundation.ledger.headsKept();
      await database.close();
    });
    const entriesOf = async (bookingId: string, kind: string) =>
      (await database
        .db('ledger_entries')
        .join('ledger_subjects', (on) =>
          on
            .on('ledger_subjects.book_id', 'ledger_entries.book_id')
            .on('ledger_subjects.entry_index', 'ledger_entries.entry_index'),
        )
        .where({ subject_kind: 'booking', subject_id: bookingId, kind })
        .pluck('entry')) as string[];

    it('takes prisoner, visitors, room and terminal, with the turnover, and writes one ledger entry with its rules', async () => {
      const visitorIds = [await addVisitor(foundation), await addVisitor(foundation)];
      const applicationId = await addApplication(foundation, { visitorIds });
      const id = await book(applicationId, place(at('2026-11-10')));
      const booking = await loadBooking(database.db, id);
      expect(booking?.number).to.match(/^HJ-2026-\d{6}$/);
      expect(booking).to.deep.include({
        state: 'booked',
        visitorIds,
        endsAt: at('2026-11-10', '09:00'),
        occupiedUntil: at('2026-11-10', '09:15'),
        version: 1,
      });
      const [entryText, ...more] = await entriesOf(id, 'visit_booked');
      expect(more).to.deep.equal([]);
      const entry = JSON.parse(entryText ?? '');
      expect(entry.book).to.equal('wujiawa');
      expect(entry.subjects.map((subject: { kind: string }) => subject.kind)).to.deep.equal([
        'booking',
        'application',
        'prisoner',
        'visitor',
        'visitor',
      ]);
      const row = await database.db('bookings').first();
      expect(JSON.parse(row.rules_used)).to.deep.equal(entry.rules);
      expect(entry.rules.map((rule: { key: string }) => rule.key)).to.include.members([
        'visits_per_month',
        'duration_minutes',
        'turnover_minutes',
        'min_lead_working_days',
        'max_lead_days',
      ]);
    });

    it('is refused while somebody or something has another visit, each with its own reason', async () => {
      const shared = await addVisitor(foundation);
      const prisonerId = await addPrisoner(foundation, { grade: 'lenient' });
      await book(
        await addApplication(foundation, { prisonerId, visitorIds: [shared] }),
        place(at('2026-11-10')),
      );
      const elsewhere = place(at('2026-11-10'), 'room-2', 'wujiawa-terminal-2');
      const samePrisoner = await addApplication(foundation, { prisonerId });
      expect(await outcomeOf(book(samePrisoner, elsewhere))).to.equal('prisoner_taken');
      const sameVisitor = await addApplication(foundation, {
        visitorIds: [await addVisitor(foundation), shared],
      });
      expect(await outcomeOf(book(sameVisitor, elsewhere))).to.equal('visitor_taken');
      const stranger = await addApplication(foundation);
      const sameRoom = place(at('2026-11-10'), 'room-1', 'wujiawa-terminal-2');
      expect(await outcomeOf(book(stranger, sameRoom))).to.equal('visit_room_taken');
      const sameTerminal = place(at('2026-11-10'), 'room-2', 'wujiawa-terminal-1');
      expect(await outcomeOf(book(stranger, sameTerminal))).to.equal('terminal_taken');
      expect(await outcomeOf(book(stranger, elsewhere))).to.equal('done');
    });

    it('says until when the room is taken', async () => {
      await book(await addApplication(foundation), place(at('2026-11-10')));
      const refusal = await book(await addApplication(foundation), place(at('2026-11-10'))).catch(
        (error) => error,
      );
      expect(refusal.say('en')).to.equal(
        'The visit room is taken until 2026-11-10 09:15. Choose another room or slot.',
      );
      expect(refusal.say('zh')).to.match(/2026-11-10 09:15/);
    });

    it('twice for one application is refused the second time, and so is a booking after the visit', async () => {
      const applicationId = await addApplication(foundation, { grade: 'lenient' });
      const id = await book(applicationId, place(at('2026-11-10')));
      expect(await outcomeOf(book(applicationId, place(at('2026-11-10'))))).to.equal('already_booked');
      expect(await outcomeOf(book(applicationId, place(at('2026-11-11'))))).to.equal('already_booked');
      await end(id, 'COMPLETED_NORMALLY');
      expect(await outcomeOf(book(applicationId, place(at('2026-11-11'))))).to.equal('already_served');
      expect(await database.db('bookings')).to.have.lengthOf(1);
    });

    it('keeps the monthly quota of the grade, by the month of Shanghai', async () => {
      // Long enough ahead, so that the slots of two months can be asked for.
      await setRule(foundation, 'max_lead_days', 60);
      const prisonerId = await addPrisoner(foundation, { grade: 'lenient' });
      const again = () => addApplication(foundation, { prisonerId });
      expect(await outcomeOf(book(await again(), place(at('2026-11-10'))))).to.equal('done');
      expect(await outcomeOf(book(await again(), place(at('2026-11-30'))))).to.equal('done');
      expect(await outcomeOf(book(await again(), place(at('2026-11-20'))))).to.equal('quota_used');
      expect(await outcomeOf(book(await again(), place(at('2026-12-01'))))).to.equal('done');
      const strict = await addApplication(foundation, { grade: 'strict' });
      expect(await outcomeOf(book(strict, place(at('2026-11-20'))))).to.equal('quota_used');
    });

    it('has its quota back after a cancellation, and assistance sessions use none', async () => {
      const prisonerId = await addPrisoner(foundation);
      const applicationId = await addApplication(foundation, { prisonerId });
      await cancel(await book(applicationId, place(at('2026-11-10'))));
      const id = await book(applicationId, place(at('2026-11-10')));
      await end(id, 'ESTABLISHMENT_CANCELLED');
      const session = await addApplication(foundation, { prisonerId, kind: 'assistance_session' });
      expect(await outcomeOf(book(session, place(at('2026-11-11'))))).to.equal('done');
      expect(await outcomeOf(book(applicationId, place(at('2026-11-12'))))).to.equal('done');
    });

    it('keeps the shortest and the longest time ahead', async () => {
      const applicationId = await addApplication(foundation);
      expect(await outcomeOf(book(applicationId, place(at('2026-11-03', '10:00'))))).to.equal('too_soon');
      expect(await outcomeOf(book(applicationId, place(at('2026-11-02'))))).to.equal('in_the_past');
      expect(await outcomeOf(book(applicationId, place(at('2026-11-05', '10:45'))))).to.equal('too_soon');
      expect(await outcomeOf(book(applicationId, place(at('2026-12-04'))))).to.equal('too_late');
      expect(await outcomeOf(book(applicationId, place(at('2026-12-03'))))).to.equal('done');
      expect(await outcomeOf(book(await addApplication(foundation), place(at('2026-11-06'))))).to.equal(
        'done',
      );
    });

    it('of a slot that has begun is possible within the grace, where no time ahead is asked for', async () => {
      await setRule(foundation, 'min_lead_working_days', 0);
      clock.set(at('2026-11-03', '09:15'));
      clock.advance({ minutes: 15 });
      expect(
        await outcomeOf(book(await addApplication(foundation), place(at('2026-11-03', '09:15')))),
      ).to.equal('done');
      clock.advance({ milliseconds: 1 });
      const late = place(at('2026-11-03', '09:15'), 'room-2', 'wujiawa-terminal-2');
      expect(await outcomeOf(book(await addApplication(foundation), late))).to.equal('in_the_past');
    });

    it('is refused in a room that the visitors cannot get into', async () => {
      const applicationId = await addApplication(foundation, { mobilityNeeds: ['wheelchair'] });
      const upstairs = place(at('2026-11-10'), 'room-2');
      expect(await outcomeOf(book(applicationId, upstairs))).to.equal('visit_room_not_step_free');
      expect(await outcomeOf(book(applicationId, place(at('2026-11-10'), stepFreeRoom)))).to.equal('done');
    });

    it('can be moved, to a place that overlaps its own too; the old place is free', async () => {
      const id = await book(await addApplication(foundation), place(at('2026-11-10')));
      await moveVisit(foundation, officer, id, { version: 1, ...place(at('2026-11-10'), 'room-2') });
      await moveVisit(foundation, officer, id, { version: 2, ...place(at('2026-11-12')) });
      expect(await outcomeOf(book(await addApplication(foundation), place(at('2026-11-10'))))).to.equal(
        'done',
      );
      const taken = { version: 3, ...place(at('2026-11-10')) };
      expect(await outcomeOf(moveVisit(foundation, officer, id, taken))).to.equal('visit_room_taken');
      expect((await loadBooking(database.db, id))?.startsAt).to.equal(at('2026-11-12'));
      expect(await entriesOf(id, 'visit_moved')).to.have.lengthOf(2);
    });

    it('cannot be moved or cancelled from a stale page, twice, once attended, or moved once it should have begun', async () => {
      const elsewhere = place(at('2026-11-12'));
      const id = await book(await addApplication(foundation), place(at('2026-11-10')));
      const move = (version: number) => moveVisit(foundation, officer, id, { version, ...elsewhere });
      expect(await outcomeOf(move(7))).to.equal('stale_page');
      expect(await outcomeOf(cancel(id, 7))).to.equal('stale_page');
      clock.set(at('2026-11-10'));
      expect(await outcomeOf(move(1))).to.equal('visit_time_passed');
      expect(await outcomeOf(cancel(id))).to.equal('done');
      expect(await outcomeOf(cancel(id, 2))).to.equal('booking_not_open');
      expect(await outcomeOf(move(2))).to.equal('booking_not_open');
      const other = await book(await addApplication(foundation), place(at('2026-11-17')));
      await inTransaction(database.db, async (trx) => {
        const booking = await loadBooking(trx, other, { forUpdate: true });
        if (booking) await markAttended(trx, booking);
      });
      expect(await outcomeOf(cancel(other, 2))).to.equal('booking_not_open');
    });

    it('is found by day and prison, with the names of all that it joins', async () => {
      const id = await book(await addApplication(foundation), place(at('2026-11-10', '10:45')));
      await book(
        await addApplication(foundation, { prisonId: 'sichahe' }),
        place(at('2026-11-10'), 'room-2', 'sichahe-terminal-1'),
      );
      const from = clock.now().setZone('Asia/Shanghai').set({ day: 10 }).startOf('day');
      const day = { from, to: from.plus({ days: 1 }) };
      expect((await bookingsOfDay(database.db, day)).map((one) => one.prison.id)).to.deep.equal([
        'sichahe',
        'wujiawa',
      ]);
      const [only] = await bookingsOfDay(database.db, { ...day, prisonId: 'wujiawa' });
      expect(only).to.deep.include({
        id,
        state: 'booked',
        terminal: { id: 'wujiawa-terminal-1', name: { zh: 'wujiawa-terminal-1', en: 'wujiawa-terminal-1' } },
      });
      expect(only?.visitors[0]).to.deep.include({ name: '某乙', relationship: 'spouse' });
    });
  });
});
