import { expect } from 'chai';
import { inTransaction } from '../../db/connection.ts';
import { down, up } from '../../db/migrations/013-self-service.ts';
import { addApplication, addVisitor, seedDistrict } from '../bookings/a-district.ts';
import { forEachDatabase, type TestDatabase } from '../support/databases.ts';
import { openTestFoundation } from '../support/foundation.ts';
import { testClock } from '../support/test-clock.ts';

describe('The migration to self-service', () => {
  forEachDatabase((_name, open) => {
    let database: TestDatabase;
    let applicationId: string;
    let visitorId: string;

    beforeEach(async () => {
      database = await open();
      const foundation = await openTestFoundation(database, testClock('2026-11-24T02:00:00.000Z'));
      await seedDistrict(foundation);
      visitorId = await addVisitor(foundation);
      applicationId = await addApplication(foundation, { visitorIds: [visitorId] });
      await foundation.ledger.headsKept();
    });
    afterEach(() => database.close());

    const all = async () => ({
      applications: await database.db('applications').orderBy('id'),
      visitors: await database.db('application_visitors').orderBy('application_id'),
    });
    const failureOf = (work: Promise<unknown>) =>
      work.then(
        () => undefined,
        (error: Error) => error,
      );

    it('keeps every application with who entered it, and goes back without a loss', async () => {
      const { db } = database;
      const before = await all();
      await inTransaction(db, down);
      expect(await db('applications').first()).to.not.have.property('created_by_visitor_id');
      await inTransaction(db, up);
      expect(await all()).to.deep.equal(before);
      expect(await failureOf(db('applications').where({ id: applicationId }).delete())).to.be.instanceOf(
        Error,
      );
    });

    it('has each thing entered by exactly one, who is known', async () => {
      const { db } = database;
      const row = { ...(await db('applications').first()), id: 'another', number: 'SQ-2026-900000' };
      const { created_by: staffId } = row;
      for (const wrong of [
        { created_by: staffId, created_by_visitor_id: visitorId },
        { created_by: null, created_by_visitor_id: null },
        { created_by: null, created_by_visitor_id: 'nobody' },
      ]) {
        expect(await failureOf(db('applications').insert({ ...row, ...wrong }))).to.be.instanceOf(Error);
      }
      await db('applications').insert({ ...row, created_by: null, created_by_visitor_id: visitorId });
    });

    it('does not go back once a visitor has entered something', async () => {
      const { db } = database;
      await db('applications').update({ created_by: null, created_by_visitor_id: visitorId });
      const before = await all();
      expect((await failureOf(inTransaction(db, down)))?.message).to.match(/visitors entered/);
      expect(await all()).to.deep.equal(before);
    });
  });
});
