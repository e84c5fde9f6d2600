import { expect } from 'chai';
import { bookVisit } from '../../server/bookings/book-visit.ts';
import { findEarliest } from '../../server/bookings/find-earliest.ts';
import type { EarliestAnswer } from '../../server/bookings/schema.ts';
import type { Foundation } from '../../server/foundation.ts';
import { forEachDatabase, type TestDatabase } from '../support/databases.ts';
import { openTestFoundation } from '../support/foundation.ts';
import { testClock } from '../support/test-clock.ts';
import { addApplication, addPrisoner, addVisitor, officer, seedDistrict, setRule } from './a-district.ts';

/** A Tuesday, 09:00; with three working days of notice the first day is Friday the 25th, whose holiday it is. */
const clock = testClock('2026-09-22T01:00:00.000Z');
const at = (date: string, time = '08:30') => new Date(`${date}T${time}:00+08:00`).toISOString();

describe('The search for the earliest times', () => {
  forEachDatabase((_name, open) => {
    let database: TestDatabase;
    let foundation: Foundation;

    beforeEach(async () => {
      database = await open();
      foundation = await openTestFoundation(database, clock);
      await seedDistrict(foundation, { rooms: 1, terminals: 1 });
    });
    afterEach(async () => {
      await foundation.ledger.headsKept();
      await database.close();
    });

    const search = (applicationId: string, wishes: object = {}): Promise<EarliestAnswer> =>
      findEarliest(foundation, { applicationId, count: 3, ...wishes }, 'en');
    const starts = ({ times }: EarliestAnswer) => times.map(({ startsAt }) => startsAt);
    const take = (applicationId: string, startsAt: string) =>
      bookVisit(foundation, officer, {
        applicationId,
        startsAt,
        visitRoomId: 'room-1',
        terminalId: 'wujiawa-terminal-1',
      });

    it('gives the first slots after the notice that are no holiday', async () => {
      const answer = await search(await addApplication(foundation));
      expect(starts(answer)).to.deep.equal([
        at('2026-09-28'),
        at('2026-09-28', '09:15'),
        at('2026-09-28', '10:00'),
      ]);
    });

    it('names each reason against the slots before, and the next possible time after them', async () => {
      const { hindrances } = await search(await addApplication(foundation));
      const [tooSoon] = hindrances;
      expect(tooSoon).to.deep.include({ code: 'too_soon', next: at('2026-09-28') });
      expect(tooSoon?.text).to.include('2026-09-');
    });

    it('passes over what somebody else has, and says so', async () => {
      await take(await addApplication(foundation), at('2026-09-28'));
      const answer = await search(await addApplication(foundation, { prisonId: 'wujiawa' }));
      expect(starts(answer)[0]).to.equal(at('2026-09-28', '09:15'));
      const room = answer.hindrances.find(({ code }) => code === 'no_visit_room_free');
      expect(room).to.deep.include({ slots: 1, first: at('2026-09-28'), next: at('2026-09-28', '09:15') });
    });

    it('keeps to the weekday and the time of day that the family asked for', async () => {
      const applicationId = await addApplication(foundation);
      expect(starts(await search(applicationId, { weekday: 2 }))[0]).to.equal(at('2026-09-29'));
      expect(starts(await search(applicationId, { part: 'afternoon' }))).to.deep.equal([]);
      expect(starts(await search(applicationId, { from: '2026-09-30' }))[0]).to.equal(at('2026-09-30'));
    });

    it('goes on to the next month when the month’s visits are used up', async () => {
      const prisonerId = await addPrisoner(foundation);
      await take(await addApplication(foundation, { prisonerId }), at('2026-09-28'));
      const answer = await search(await addApplication(foundation, { prisonerId }));
      expect(starts(answer)[0]).to.equal(at('2026-10-08'));
      const quota = answer.hindrances.find(({ code }) => code === 'quota_used');
      expect(quota?.next).to.equal(at('2026-10-08'));
    });

    it('searches no further than visits are booked, and gives every reason when it finds nothing', async () => {
      await setRule(foundation, 'max_lead_days', 10);
      const visitorIds = [await addVisitor(foundation)];
      const applicationId = await addApplication(foundation, { visitorIds, grade: 'strict' });
      const answer = await search(applicationId);
      expect(answer).to.deep.include({ times: [], searchedTo: '2026-10-02' });
      expect(answer.hindrances.map(({ code, next }) => ({ code, next }))).to.deep.include({
        code: 'quota_used',
        next: null,
      });
    });
  });
});
