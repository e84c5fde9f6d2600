import { expect } from 'chai';
import { cancelVisit } from '../../server/bookings/cancel-visit.ts';
import { moveVisit } from '../../server/bookings/move-visit.ts';
import { acknowledgeDayList } from '../../server/day-lists/acknowledge-day-list.ts';
import { acknowledgementOf } from '../../server/day-lists/acknowledgement-of.ts';
import { openDayLists } from '../../server/day-lists/open-day-lists.ts';
import { presentDayList } from '../../server/day-lists/present-day-list.ts';
import type { AcknowledgeBody, DayList } from '../../server/day-lists/schema.ts';
import type { StaffPrincipal } from '../../server/edge/index.ts';
import { outcomeOf, setRule } from '../bookings/a-district.ts';
import { type MessageOffice, openMessageOffice, staff } from '../notices/a-message-office.ts';
import { forEachDatabase, type TestDatabase } from '../support/databases.ts';

/** The visits are on Tuesday, 10 November 2026; the working day before is Monday, acknowledged by 16:00. */
const day = '2026-11-10';
const monday3 = '2026-11-09T07:59:00.000Z';
const monday4 = '2026-11-09T08:01:00.000Z';

describe('The list of a day', () => {
  forEachDatabase((_name, open) => {
    let database: TestDatabase;
    let office: MessageOffice;
    let prisonOfficer: StaffPrincipal;
    beforeEach(async function () {
      this.timeout(60_000);
      database = await open();
      office = await openMessageOffice(database);
      prisonOfficer = await addOfficer('wujiawa');
      office.clock.set(monday3);
    });
    afterEach(() => office.close());

    async function addOfficer(prisonId: string): Promise<StaffPrincipal> {
      const id = `${prisonId}.officer`;
      const row = { id, username: id, display_name: id, role: 'prison_officer', password_hash: '' };
      await database.db('staff').insert({ ...row, prison_id: prisonId, created_at: monday3 });
      return { kind: 'staff', id, username: id, displayName: id, role: 'prison_officer', prisonId };
    }
    const list = (who = prisonOfficer, wanted: { wardId?: string; day?: string } = {}) =>
      presentDayList(
        office.foundation,
        { prisonId: 'wujiawa', day, ...wanted },
        { staff: who, language: 'en' },
      );
    const seenOn = ({ visits }: DayList): AcknowledgeBody['seen'] =>
      visits
        .filter(({ standing }) => standing !== 'begun')
        .map(({ bookingId, version, standing }) => ({ bookingId, version, gone: standing === 'gone' }));
    const acknowledge = (seen: AcknowledgeBody['seen'], who = prisonOfficer) =>
      acknowledgeDayList(office.foundation, who, { prisonId: 'wujiawa', day }, { wardId: null, seen });
    const standings = async () =>
      Object.fromEntries((await list()).visits.map(({ bookingId, standing }) => [bookingId, standing]));
    const alerts = async () =>
      (await openDayLists(database.db, office.clock.now())).map(({ prison, day: of, state, visits }) => [
        prison.id,
        of,
        state,
        visits,
      ]);
    const move = (bookingId: string, startsAt: string, version = 1) =>
      moveVisit(office.foundation, staff, bookingId, {
        version,
        startsAt,
        visitRoomId: 'room-19',
        terminalId: 'wujiawa-terminal-19',
      });

    it('says who is wanted where and when, and by when the prison acknowledges it', async () => {
      await office.book();
      await office.book('sichahe');
      const shown = await list();
      expect(shown).to.deep.include({ state: 'waiting', acknowledgeBy: '2026-11-09T08:00:00.000Z' });
      expect(shown.visits).to.have.length(1);
      expect(shown.visits[0]).to.deep.include({
        standing: 'new',
        visitors: 1,
        startsAt: '2026-11-10T02:00:00.000Z',
      });
      expect(shown.visits[0]?.ward.id).to.equal('wujiawa-ward');
      expect(shown.visits[0]?.terms.language).to.equal('mandarin');
      expect((await list(prisonOfficer, { day: '2026-11-12' })).state).to.equal('empty');
      expect(await outcomeOf(list(await addOfficer('sichahe')))).to.equal('not_found');
      expect(await outcomeOf(list(prisonOfficer, { wardId: 'sichahe-ward' }))).to.equal('not_found');
    });

    it('is acknowledged as it was seen, with a line in the book that names nobody', async () => {
      const { bookingId } = await office.book();
      await acknowledge(seenOn(await list()));
      const shown = await list();
      expect(shown.state).to.equal('acknowledged');
      expect(shown.acknowledgements).to.deep.equal([
        { by: 'wujiawa.officer', at: monday3, ward: null, visits: 1 },
      ]);
      expect(shown.actions.acknowledge).to.deep.include({ allowed: false, code: 'nothing_to_acknowledge' });
      const [entry] = await office.entries('day_list_acknowledged');
      expect(entry?.facts).to.deep.include({
        day,
        visits: 1,
        seen: [{ bookingId, version: 1, gone: false }],
      });
      expect(JSON.stringify(entry)).to.not.match(/某/);
      expect(
        await acknowledgementOf(office.foundation, {
          id: bookingId,
          prisonId: 'wujiawa',
          startsAt: '2026-11-10T02:00:00.000Z',
        }),
      ).to.deep.equal({
        standing: 'acknowledged',
        overdue: false,
        acknowledgeBy: '2026-11-09T08:00:00.000Z',
        last: { by: 'wujiawa.officer', at: monday3 },
      });
    });

    it('has to be acknowledged anew for what is added, moved, moved away or cancelled afterwards', async () => {
      const [stays, moves, goes, falls] = [
        (await office.book()).bookingId,
        (await office.book()).bookingId,
        (await office.book()).bookingId,
        (await office.book()).bookingId,
      ];
      await acknowledge(seenOn(await list()));
      await move(moves, '2026-11-10T02:45:00.000Z');
      await move(goes, '2026-11-11T02:45:00.000Z');
      await cancelVisit(office.foundation, staff, falls, {
        version: 1,
        reasonCode: 'prison_cancelled',
        note: '',
      });
      const { bookingId: added } = await office.book();
      expect(await standings()).to.deep.equal({
        [stays]: 'acknowledged',
        [moves]: 'changed',
        [goes]: 'gone',
        [falls]: 'gone',
        [added]: 'new',
      });
      office.clock.set(monday4);
      expect((await list()).state).to.equal('outdated');
      const moved = ['wujiawa', '2026-11-11', 'waiting', 1];
      expect(await alerts()).to.deep.equal([['wujiawa', day, 'outdated', 4], moved]);
      await acknowledge(seenOn(await list()));
      expect(await standings()).to.deep.equal({
        [stays]: 'acknowledged',
        [moves]: 'acknowledged',
        [added]: 'acknowledged',
      });
      expect(await alerts()).to.deep.equal([moved]);
    });

    it('raises an alert when its hour has passed, and no longer when the prison has acknowledged it', async () => {
      await office.book();
      expect(await alerts()).to.deep.equal([['wujiawa', day, 'waiting', 1]]);
      office.clock.set(monday4);
      expect(await alerts()).to.deep.equal([['wujiawa', day, 'missing', 1]]);
      expect(await openDayLists(database.db, office.clock.now(), 'sichahe')).to.deep.equal([]);
      await acknowledge(seenOn(await list()));
      expect(await alerts()).to.deep.equal([]);
    });

    it('is not acknowledged as it is not: what changed in between, twice, for others, by others, or too late', async () => {
      const { bookingId } = await office.book();
      const seen = seenOn(await list());
      const { bookingId: added } = await office.book();
      const before = await database.db('ledger_books').select('id', 'size').orderBy('id');
      expect(await outcomeOf(acknowledge(seen))).to.equal('list_changed');
      const current = seenOn(await list());
      const older = current.map((one) => (one.bookingId === added ? { ...one, version: 0 } : one));
      expect(await outcomeOf(acknowledge(older))).to.equal('list_changed');
      expect(
        await outcomeOf(acknowledge([...current, { bookingId: 'x', version: 1, gone: false }])),
      ).to.equal('list_changed');
      expect(await outcomeOf(acknowledge(current, await addOfficer('sichahe')))).to.equal('not_found');
      expect(await outcomeOf(acknowledge(current, staff))).to.equal('not_permitted');
      expect(await database.db('ledger_books').select('id', 'size').orderBy('id')).to.deep.equal(before);
      expect(await database.db('day_list_acknowledgements')).to.have.length(0);
      const twice = await Promise.all([outcomeOf(acknowledge(current)), outcomeOf(acknowledge(current))]);
      expect(twice.sort()).to.deep.equal(['done', 'nothing_to_acknowledge']);
      office.clock.set('2026-11-11T02:00:00.000Z');
      await database.db('bookings').where({ id: bookingId }).update({ version: 9 });
      expect(await outcomeOf(acknowledge(seenOn(await list())))).to.equal('day_over');
    });

    it('is due on the working day before, by the hour that the rule says, over holidays too', async () => {
      await setRule(office.foundation, 'acknowledgement_hour', 11);
      const dueFor = async (of: string) => (await list(prisonOfficer, { day: of })).acknowledgeBy;
      expect(await dueFor('2026-11-16')).to.equal('2026-11-13T03:00:00.000Z');
      // 1 to 7 October 2026 are days off.
      expect(await dueFor('2026-10-08')).to.equal('2026-09-30T03:00:00.000Z');
    });
  });
});
