import { expect } from 'chai';
import { inTransaction } from '../../db/connection.ts';
import { down, up } from '../../db/migrations/017-quota.ts';
import { endBooking } from '../../server/bookings/index.ts';
import { addApplication, officer } from '../bookings/a-district.ts';
import { forEachDatabase } from '../support/databases.ts';
import { type Allowance, at, openAllowance, tuesday } from './an-allowance.ts';

describe('Visits that were over before there were quotas in this form', () => {
  forEachDatabase((_name, open) => {
    let office: Allowance;
    before(async function () {
      this.timeout(60_000);
      office = await openAllowance(await open());
    });
    after(() => office.shut());

    it('are known by how they came out, and none has a make-up', async () => {
      office.clock.set(tuesday);
      const ids: string[] = [];
      for (const day of ['10', '11', '12', '13', '16', '17'])
        ids.push(await office.book(await addApplication(office.foundation), at(`2026-11-${day}`)));
      const [held = '', missed = '', failed = '', calledOff = '', cancelled = '', absent = ''] = ids;
      office.clock.set(at('2026-11-17', '10:00'));
      const by = { kind: 'staff', id: officer.id } as const;
      await inTransaction(office.db, (trx) =>
        endBooking(trx, office.foundation, held, { outcome: 'COMPLETED_NORMALLY', wasLive: true, by }),
      );
      await office.close(missed, 'VISITOR_DID_NOT_ARRIVE');
      await office.close(failed, 'SUPERVISOR_ABSENT');
      await office.close(calledOff, 'ESTABLISHMENT_CANCELLED', 'prison');
      await office.cancel(cancelled);
      await office.cancel(absent, 'visitor_did_not_arrive');
      const toCome = await office.book(await addApplication(office.foundation), at('2026-11-24'));

      await down(office.db);
      await up(office.db);
      const rows = await office.db('bookings').orderBy('starts_at').select('id', 'ending', 'makeup_until');
      expect(rows.map(({ id, ending }) => [id, ending])).to.deep.equal([
        [held, 'took_place'],
        [missed, 'forfeited'],
        [failed, 'failed'],
        [calledOff, 'called_off'],
        [cancelled, 'cancelled'],
        [absent, 'forfeited'],
        [toCome, null],
      ]);
      expect(rows.every(({ makeup_until }) => makeup_until === null)).to.equal(true);
    });
  });
});
