import { expect } from 'chai';
import { bookVisit } from '../../server/bookings/book-visit.ts';
import { cancelVisit } from '../../server/bookings/cancel-visit.ts';
import type { Foundation } from '../../server/foundation.ts';
import { answerOffer } from '../../server/waiting-list/answer-offer.ts';
import { joinWaitingList } from '../../server/waiting-list/join-waiting-list.ts';
import { leaveWaitingList } from '../../server/waiting-list/leave-waiting-list.ts';
import { offerFreedSlots } from '../../server/waiting-list/offer-freed-slots.ts';
import { presentEntries } from '../../server/waiting-list/present-entries.ts';
import type { WaitingEntry } from '../../server/waiting-list/schema.ts';
import { addApplication, officer, outcomeOf, seedDistrict, setRule } from '../bookings/a-district.ts';
import { forEachDatabase, type TestDatabase } from '../support/databases.ts';
import { openTestFoundation } from '../support/foundation.ts';
import { testClock } from '../support/test-clock.ts';

/** A Tuesday, 09:00. */
const start = '2026-09-22T01:00:00.000Z';
const day = '2026-09-29';
const slotsOfDay = ['08:30', '09:15', '10:00', '10:45'];
const at = (time: string, date = day) => new Date(`${date}T${time}:00+08:00`).toISOString();

describe('The waiting list', () => {
  forEachDatabase((_name, open) => {
    const clock = testClock(start);
    let database: TestDatabase;
    let foundation: Foundation;
    /** The bookings that fill the day. */
    let taken: string[];

    beforeEach(async () => {
      clock.set(start);
      database = await open();
      foundation = await openTestFoundation(database, clock);
      await seedDistrict(foundation, { rooms: 1, terminals: 1 });
      taken = [];
      for (const time of slotsOfDay) taken.push(await book(await addApplication(foundation), at(time)));
    });
    afterEach(async () => {
      await foundation.ledger.headsKept();
      await database.close();
    });

    const book = (applicationId: string, startsAt: string) =>
      bookVisit(foundation, officer, {
        applicationId,
        startsAt,
        visitRoomId: 'room-1',
        terminalId: 'wujiawa-terminal-1',
      });
    const free = (n: number) =>
      cancelVisit(foundation, officer, taken[n] ?? '', {
        version: 1,
        reasonCode: 'visitor_cancelled',
        note: '',
      });
    const wish = { fromDay: day, toDay: day, weekday: null, part: null };
    const join = async (facts: { urgency?: string; priority?: string } = {}) => {
      const applicationId = await addApplication(foundation);
      await database
        .db('applications')
        .where({ id: applicationId })
        .update({ urgency: facts.urgency ?? 'none', priority_reasons: facts.priority ?? '' });
      const entryId = await joinWaitingList(foundation, officer, { applicationId, ...wish });
      clock.advance({ minutes: 1 });
      return { applicationId, entryId };
    };
    const entry = async (id: string): Promise<WaitingEntry> => {
      const reader = { staff: officer, language: 'en' as const };
      const [found] = await presentEntries(database.db, { id, all: true }, reader);
      if (found === undefined) throw new Error('no such entry');
      return found;
    };
    const turn = () => offerFreedSlots(foundation);
    const kinds = () => database.db('ledger_entries').orderBy('entry_index').pluck('kind');

    it('takes nobody for whom something that suits is free', async () => {
      await free(0);
      expect(await outcomeOf(join())).to.equal('slot_free_now');
    });

    it('takes an application once, none that is booked, and none for days that have passed', async () => {
      const { applicationId } = await join();
      const again = joinWaitingList(foundation, officer, { applicationId, ...wish });
      expect(await outcomeOf(again)).to.equal('already_waiting');
      const booked = await addApplication(foundation);
      await book(booked, at('08:30', '2026-09-30'));
      const ofBooked = () => joinWaitingList(foundation, officer, { applicationId: booked, ...wish });
      expect(await outcomeOf(ofBooked())).to.equal('booked_already');
      await database.db('bookings').where({ application_id: booked }).update({
        state: 'ended',
        live_application_id: null,
      });
      expect(await outcomeOf(ofBooked())).to.equal('served_already');
      const past = { ...wish, fromDay: '2026-09-01', toDay: '2026-09-02' };
      const late = joinWaitingList(foundation, officer, { applicationId: booked, ...past });
      expect(await outcomeOf(late)).to.equal('days_passed');
    });

    it('holds a freed slot for whoever has been in line longest, and for nobody else', async () => {
      const first = await join();
      const second = await join();
      await turn();
      expect((await entry(first.entryId)).state).to.equal('waiting');
      await free(2);
      await turn();
      const held = await entry(first.entryId);
      expect(held).to.deep.include({ state: 'offered', place: null });
      expect(held.offers[0]).to.deep.include({ startsAt: at('10:00'), answer: null });
      expect(await entry(second.entryId)).to.deep.include({ state: 'waiting', place: 1 });
      const other = book(await addApplication(foundation), at('10:00'));
      expect(await outcomeOf(other)).to.equal('visit_room_taken');
    });

    it('offers to an urgent family first, then to one with a priority, then to the others', async () => {
      const ordinary = await join();
      const priority = await join({ priority: 'elderly' });
      const urgent = await join({ urgency: 'critical_illness' });
      const places = await Promise.all(
        [urgent, priority, ordinary].map(async ({ entryId }) => (await entry(entryId)).place),
      );
      expect(places).to.deep.equal([1, 2, 3]);
    });

    it('books the slot when the family accepts, and only once', async () => {
      const { entryId, applicationId } = await join();
      await free(1);
      await turn();
      const bookingId = (await entry(entryId)).offers[0]?.bookingId ?? '';
      const accept = () => answerOffer(foundation, officer, entryId, { bookingId, answer: 'accepted' });
      await accept();
      expect(await entry(entryId)).to.deep.include({ state: 'booked' });
      const row = await database.db('bookings').where({ id: bookingId }).first();
      expect(row).to.include({ state: 'booked', live_application_id: applicationId, held_until: null });
      expect(await outcomeOf(accept())).to.equal('no_offer');
      expect((await kinds()).slice(-2)).to.deep.equal(['slot_offered', 'visit_booked']);
    });

    it('takes an urgent family at its word on the day of the visit itself: the notice was that of the offer', async () => {
      await setRule(foundation, 'urgent_min_lead_working_days', 1);
      const { entryId } = await join({ urgency: 'critical_illness' });
      clock.set(at('09:00', '2026-09-28'));
      await free(2);
      await turn();
      const bookingId = (await entry(entryId)).offers[0]?.bookingId ?? '';
      clock.set(at('08:00'));
      const accepted = answerOffer(foundation, officer, entryId, { bookingId, answer: 'accepted' });
      expect(await outcomeOf(accepted)).to.equal('done');
    });

    it('offers what one family declines to the next, and never again to the first', async () => {
      const first = await join();
      const second = await join();
      await free(1);
      await turn();
      const bookingId = (await entry(first.entryId)).offers[0]?.bookingId ?? '';
      await answerOffer(foundation, officer, first.entryId, { bookingId, answer: 'declined' });
      await turn();
      expect(await entry(first.entryId)).to.deep.include({ state: 'waiting', place: 1 });
      expect((await entry(second.entryId)).offers[0]?.startsAt).to.equal(at('09:15'));
    });

    it('gives a slot to the next when nobody answers in time, and sends the silent family to the end', async () => {
      const first = await join();
      const second = await join();
      await free(1);
      await turn();
      clock.advance({ hours: 24, minutes: 1 });
      await turn();
      expect((await entry(first.entryId)).offers[0]?.answer).to.equal('expired');
      expect((await entry(second.entryId)).state).to.equal('offered');
      const released = await database.db('bookings').where({ cancel_reason: 'offer_expired' });
      expect(released).to.have.length(1);
      const late = answerOffer(foundation, officer, first.entryId, {
        bookingId: released[0].id,
        answer: 'accepted',
      });
      expect(await outcomeOf(late)).to.equal('no_offer');
    });

    it('asks for an answer before a held family books another slot or leaves', async () => {
      const { entryId, applicationId } = await join();
      await free(1);
      await turn();
      expect(await outcomeOf(book(applicationId, at('08:30', '2026-09-30')))).to.equal('slot_held');
      expect(await outcomeOf(leaveWaitingList(foundation, officer, entryId))).to.equal('answer_first');
    });

    it('lets a family leave, and lets those go whose days have passed or who have booked otherwise', async () => {
      const leaving = await join();
      await leaveWaitingList(foundation, officer, leaving.entryId);
      expect(await outcomeOf(leaveWaitingList(foundation, officer, leaving.entryId))).to.equal('not_waiting');
      const booked = await join();
      const lapsing = await join();
      await book(booked.applicationId, at('08:30', '2026-09-30'));
      clock.set('2026-10-09T01:00:00.000Z');
      await turn();
      const states = await Promise.all(
        [leaving, booked, lapsing].map(async ({ entryId }) => (await entry(entryId)).state),
      );
      expect(states).to.deep.equal(['left', 'booked', 'lapsed']);
    });

    it('serves the others when something is wrong with one family', async () => {
      const first = await join();
      const broken = await join();
      const third = await join();
      const unreadable = async ({ applicationId }: { applicationId: string }) =>
        database
          .db('visitors')
          .whereIn(
            'id',
            database.db('application_visitors').where({ application_id: applicationId }).select('visitor_id'),
          )
          .update({ phone_sealed: 'unreadable' });
      await unreadable(broken);
      await free(1);
      await free(2);
      await turn();
      expect((await entry(broken.entryId)).state).to.equal('waiting');
      expect((await entry(third.entryId)).state).to.equal('offered');
      await unreadable(first);
      clock.advance({ hours: 24, minutes: 1 });
      await turn();
      expect((await entry(first.entryId)).state).to.equal('offered');
      expect((await entry(third.entryId)).offers[0]?.answer).to.equal('expired');
    });

    it('holds one slot for one family when several servers take a turn at once', async () => {
      const families = [await join(), await join(), await join()];
      await free(0);
      await free(3);
      await Promise.all([turn(), turn(), turn()]);
      const states = await Promise.all(families.map(async ({ entryId }) => (await entry(entryId)).state));
      expect(states).to.deep.equal(['offered', 'offered', 'waiting']);
      expect(await database.db('bookings').where({ state: 'held' })).to.have.length(2);
    });
  });
});
