import { expect } from 'chai';
import { inTransaction } from '../../db/connection.ts';
import { bookVisit } from '../../server/bookings/book-visit.ts';
import { cancelVisit } from '../../server/bookings/cancel-visit.ts';
import { moveVisit } from '../../server/bookings/move-visit.ts';
import { fromStoredTime } from '../../server/clock.ts';
import type { Foundation } from '../../server/foundation.ts';
import { addNotices } from '../../server/notices/index.ts';
import { textsOf } from '../../server/notices/sealed-texts.ts';
import { deliveriesTable, noticesTable } from '../../server/notices/tables.ts';
import { registerVisitor } from '../../server/people/index.ts';
import { addApplication, addVisitor, officer, seedDistrict } from '../bookings/a-district.ts';
import { forEachDatabase, type TestDatabase } from '../support/databases.ts';
import { openTestFoundation } from '../support/foundation.ts';
import { idNumberOf } from '../support/id-numbers.ts';
import { testClock } from '../support/test-clock.ts';

const tenOClock = '2026-11-10T02:00:00.000Z';
const place = { startsAt: tenOClock, visitRoomId: 'room-1', terminalId: 'wujiawa-terminal-1' };

describe('A step that concerns visitors', () => {
  forEachDatabase((_name, open) => {
    let database: TestDatabase;
    let foundation: Foundation;
    beforeEach(async function () {
      this.timeout(60_000);
      database = await open();
      foundation = await openTestFoundation(database, testClock('2026-11-03T01:00:00.000Z'));
      await seedDistrict(foundation);
    });
    afterEach(() => database.close());

    const told = async () => {
      const rows = await noticesTable(database.db).orderBy('id');
      const deliveries = await deliveriesTable(database.db);
      return rows.map((row) => ({
        kind: row.kind,
        visitorId: row.visitor_id,
        sms: deliveries.find(({ notice_id: id }) => id === row.id)?.state,
        texts: textsOf(foundation.sealing, row),
      }));
    };
    const person = (serial: number, phone: string) =>
      inTransaction(database.db, (trx) =>
        registerVisitor(trx, foundation, { name: '某丙', idNumber: idNumberOf('1990-01-01', serial), phone }),
      );

    it('tells each of them, and texts each telephone once', async () => {
      const first = await addVisitor(foundation);
      const visitorIds = [
        first,
        (await person(701, '13800000000')).id,
        (await person(702, '02159610000')).id,
      ];
      const applicationId = await addApplication(foundation, { visitorIds });
      await bookVisit(foundation, officer, { applicationId, ...place });
      const notices = await told();
      expect(notices.map(({ kind, visitorId, sms }) => [kind, visitorId, sms])).to.have.deep.members([
        ['visit_booked', visitorIds[0], 'waiting'],
        ['visit_booked', visitorIds[1], 'same_phone'],
        ['visit_booked', visitorIds[2], 'no_mobile'],
      ]);
      expect(notices[0]?.texts.message).to.contain('11月10日（周二）10:00');
    });

    it('keeps the words of its moment, readable with the key alone', async () => {
      const applicationId = await addApplication(foundation);
      await bookVisit(foundation, officer, { applicationId, ...place });
      const { db } = database;
      await db('visit_rooms').update({ name_zh: '另一间', name_en: 'another' });
      const [notice] = await told();
      expect(notice?.texts.full.zh).to.contain('room-1').and.to.contain('某甲');
      const [row] = await noticesTable(db);
      expect(JSON.stringify(row)).to.not.match(/某甲|某乙|会见/);
    });

    it('does not text what no longer holds', async () => {
      const applicationId = await addApplication(foundation);
      const id = await bookVisit(foundation, officer, { applicationId, ...place });
      await moveVisit(foundation, officer, id, {
        version: 1,
        ...place,
        startsAt: '2026-11-11T02:00:00.000Z',
      });
      const states = async () => (await told()).map(({ kind, sms }) => `${kind} ${sms}`);
      expect(await states()).to.deep.equal(['visit_booked superseded', 'visit_moved waiting']);
      expect((await told())[1]?.texts.full.zh).to.contain('原定时间2026年11月10日（周二）10:00作废');
      await cancelVisit(foundation, officer, id, {
        version: 2,
        reasonCode: 'prison_cancelled',
        note: '内部',
      });
      expect((await states()).slice(1)).to.deep.equal(['visit_moved superseded', 'visit_cancelled waiting']);
      expect((await told())[2]?.texts.full.zh)
        .to.contain('监狱取消')
        .and.to.not.contain('内部');
    });

    it('tells the same person once, however often it is done; and nobody when it is undone', async () => {
      const applicationId = await addApplication(foundation);
      const tell = (undo: boolean) =>
        inTransaction(database.db, async (trx) => {
          const about = { to: 'everyone', prisonId: 'wujiawa', applicationId, facts: {} } as const;
          await addNotices(trx, foundation, { ...about, kind: 'application_forwarded' });
          if (undo) throw new Error('the step failed');
        }).catch(() => undefined);
      await tell(true);
      expect(await told()).to.deep.equal([]);
      for (const _ of [1, 2, 3]) await tell(false);
      expect((await told()).map(({ kind }) => kind)).to.deep.equal(['application_forwarded']);
      expect(fromStoredTime((await noticesTable(database.db))[0]?.created_at ?? '').isValid).to.equal(true);
    });
  });
});
