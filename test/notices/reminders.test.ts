import { expect } from 'chai';
import { cancelVisit } from '../../server/bookings/cancel-visit.ts';
import { barAtTheGate } from '../../server/bookings/index.ts';
import { moveVisit } from '../../server/bookings/move-visit.ts';
import { remindOfVisits } from '../../server/notices/remind-of-visits.ts';
import { textsOf } from '../../server/notices/sealed-texts.ts';
import { noticesTable } from '../../server/notices/tables.ts';
import { setRule } from '../bookings/a-district.ts';
import { forEachDatabase, type TestDatabase } from '../support/databases.ts';
import { openTestFoundation } from '../support/foundation.ts';
import { type MessageOffice, openMessageOffice, staff } from './a-message-office.ts';

/** The visit is on Tuesday, 10 November 2026, 10:00; two working days before is Friday, the 6th. */
const thursday = '2026-11-05T15:59:00.000Z';
const friday = '2026-11-05T16:01:00.000Z';

describe('A reminder', () => {
  forEachDatabase((_name, open) => {
    let database: TestDatabase;
    let office: MessageOffice;
    beforeEach(async function () {
      this.timeout(60_000);
      database = await open();
      office = await openMessageOffice(database);
    });
    afterEach(() => office.close());
    const remind = () => remindOfVisits(office.foundation);
    const reminders = () => noticesTable(database.db).where({ kind: 'reminder' }).orderBy('id');

    it('is written when a visit is two working days away, once, with a line in the book', async () => {
      await office.book();
      office.clock.set(thursday);
      expect(await remind()).to.equal(0);
      office.clock.set(friday);
      expect(await remind()).to.equal(1);
      expect(await remind()).to.equal(0);
      const [reminder] = await reminders();
      if (reminder === undefined) throw new Error('no reminder');
      expect(textsOf(office.foundation.sealing, reminder).full.zh).to.contain('2026年11月10日（周二）10:00');
      const entries = await office.entries('visit_reminded');
      expect(entries.map(({ facts }) => [facts.startsAt, facts.notices])).to.deep.equal([
        ['2026-11-10T02:00:00.000Z', 1],
      ]);
    });

    it('is written once when several copies of the server do it at the same moment', async () => {
      for (const _ of Array(5)) await office.book();
      office.clock.set(friday);
      const copies = await Promise.all(
        Array.from({ length: 3 }, () => openTestFoundation(database, office.clock)),
      );
      const counts = await Promise.all([...copies, ...copies].map((copy) => remindOfVisits(copy)));
      expect(counts.reduce((sum, count) => sum + count, 0)).to.equal(5);
      expect(await reminders()).to.have.length(5);
      expect(await office.entries('visit_reminded')).to.have.length(5);
    });

    it('that cannot be written keeps nobody else from being reminded', async () => {
      const { bookingId } = await office.book();
      const [visitorId] = await database
        .db('bookings')
        .join('application_visitors', 'application_visitors.application_id', 'bookings.application_id')
        .where({ 'bookings.id': bookingId })
        .pluck('visitor_id');
      await database.db('visitors').where({ id: visitorId }).update({ phone_sealed: 'unreadable' });
      await office.book();
      await office.book('sichahe');
      office.clock.set(friday);
      expect(await remind()).to.equal(2);
    });

    it('is not of a visit that is barred, to which a family would travel for nothing, until it can begin', async () => {
      await office.book();
      office.clock.set(friday);
      await database.db('closures').insert({
        id: 'closure',
        scope_kind: 'prison',
        scope_id: 'wujiawa',
        prison_id: 'wujiawa',
        closed_from: '2026-11-09T16:00:00.000Z',
        closed_until: '2026-11-10T16:00:00.000Z',
        reason_code: 'maintenance',
        note: '',
        created_by: staff.id,
        created_at: friday,
        lift_note: '',
      });
      const asServed = () =>
        remindOfVisits(office.foundation, async (db, id) => (await barAtTheGate(db, id)) !== undefined);
      expect(await asServed()).to.equal(0);
      await database.db('closures').update({ lifted_at: friday, lifted_by: staff.id });
      expect(await asServed()).to.equal(1);
    });

    it('comes late rather than never, and not for a visit that is over or cancelled', async () => {
      await office.book();
      const { bookingId } = await office.book();
      await cancelVisit(office.foundation, staff, bookingId, {
        version: 1,
        reasonCode: 'prison_cancelled',
        note: '',
      });
      office.clock.set('2026-11-10T01:59:00.000Z');
      expect(await remind()).to.equal(1);
      await office.book();
      office.clock.set('2026-11-10T02:00:00.000Z');
      expect(await remind()).to.equal(0);
    });

    it('is written again for the new time of a visit that was moved, a day after its visitors were told', async () => {
      const { bookingId } = await office.book();
      office.clock.set(friday);
      await remind();
      const place = { visitRoomId: 'room-1', terminalId: 'wujiawa-terminal-1' };
      await moveVisit(office.foundation, staff, bookingId, {
        version: 1,
        startsAt: '2026-11-11T02:00:00.000Z',
        ...place,
      });
      await setRule(office.foundation, 'reminder_working_days', 5);
      expect(await remind()).to.equal(0);
      office.clock.advance({ hours: 25 });
      expect(await remind()).to.equal(1);
      expect(await reminders()).to.have.length(2);
    });
  });
});
