import { expect } from 'chai';
import { v7 as uuid } from 'uuid';
import { bookVisit } from '../../server/bookings/book-visit.ts';
import { loadBookingDetails } from '../../server/bookings/booking-details.ts';
import { moveVisit } from '../../server/bookings/move-visit.ts';
import { offerSlots } from '../../server/bookings/offer-slots.ts';
import { loadBooking } from '../../server/bookings/tables.ts';
import { isoNow } from '../../server/clock.ts';
import type { Foundation } from '../../server/foundation.ts';
import { noConditions } from '../../server/reviews/conditions.ts';
import { planVisit } from '../../server/visits/plan-visit.ts';
import { forEachDatabase, type TestDatabase } from '../support/databases.ts';
import { openTestFoundation } from '../support/foundation.ts';
import { testClock } from '../support/test-clock.ts';
import { addApplication, officer, outcomeOf, seedDistrict, terminalsOf } from './a-district.ts';

const [terminal = ''] = terminalsOf('wujiawa');
const monday = '2026-11-30';
/** 08:30 and 09:15 in Shanghai: the grid of 30 minutes and 15 of turnover. */
const [first, second] = [`${monday}T00:30:00.000Z`, `${monday}T01:15:00.000Z`];

describe('A visit that the prison approved for fewer minutes', () => {
  forEachDatabase((_name, open) => {
    let database: TestDatabase;
    let foundation: Foundation;
    beforeEach(async () => {
      database = await open();
      foundation = await openTestFoundation(database, testClock('2026-11-24T02:00:00.000Z'));
      await seedDistrict(foundation);
    });
    afterEach(async () => {
      await foundation.ledger.headsKept();
      await database.close();
    });

    async function approvedFor(durationMinutes: number): Promise<string> {
      const id = await addApplication(foundation);
      await foundation.db('application_decisions').insert({
        id: uuid(),
        application_id: id,
        body: 'prison',
        decision: 'approve',
        note: '',
        decided_by: officer.id,
        decided_at: isoNow(foundation.clock),
        rules_used: '[]',
        conditions: JSON.stringify({ ...noConditions, durationMinutes }),
      });
      return id;
    }
    const place = { startsAt: first, visitRoomId: 'room-1', terminalId: terminal };
    const rowOf = (id: string) => foundation.db('bookings').where({ id }).first();

    it('begins on the grid of the rule and ends earlier, its turnover after it', async () => {
      const applicationId = await approvedFor(20);
      const days = { applicationId, from: monday, to: monday };
      const { slots } = await offerSlots(foundation, days, 'en');
      expect(slots.map(({ startsAt, endsAt }) => [startsAt, endsAt]).slice(0, 2)).to.deep.equal([
        [first, `${monday}T00:50:00.000Z`],
        [second, `${monday}T01:35:00.000Z`],
      ]);
      const id = await bookVisit(foundation, officer, { applicationId, ...place });
      expect(await rowOf(id)).to.include({
        starts_at: first,
        ends_at: `${monday}T00:50:00.000Z`,
        occupied_until: `${monday}T01:05:00.000Z`,
      });
      const [details] = await loadBookingDetails(foundation.db, { id });
      expect(details?.terms.durationMinutes).to.equal(20);
    });

    it('stays that short when it is moved, and when it is planned', async () => {
      const applicationId = await approvedFor(20);
      const id = await bookVisit(foundation, officer, { applicationId, ...place });
      await moveVisit(foundation, officer, id, { ...place, version: 1, startsAt: second });
      expect(await rowOf(id)).to.include({
        ends_at: `${monday}T01:35:00.000Z`,
        occupied_until: `${monday}T01:50:00.000Z`,
      });
      const booking = await loadBooking(foundation.db, id);
      const plan = booking && (await planVisit(foundation.db, booking));
      expect(plan?.allowedMs).to.equal(20 * 60_000);
    });

    it('cannot begin between the slots of the grid, however short it is', async () => {
      const applicationId = await approvedFor(10);
      const between = { applicationId, ...place, startsAt: `${monday}T00:45:00.000Z` };
      expect(await outcomeOf(bookVisit(foundation, officer, between))).to.equal('between_slots');
    });

    it('is as long as the rule says where that has become shorter than the condition', async () => {
      const applicationId = await approvedFor(45);
      const id = await bookVisit(foundation, officer, { applicationId, ...place });
      expect(await rowOf(id)).to.include({ ends_at: `${monday}T01:00:00.000Z` });
    });
  });
});
