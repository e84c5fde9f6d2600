import { expect } from 'chai';
import { v7 as uuid } from 'uuid';
import { bookVisit } from '../../server/bookings/book-visit.ts';
import { offerSlots } from '../../server/bookings/offer-slots.ts';
import type { Foundation } from '../../server/foundation.ts';
import { forEachDatabase, type TestDatabase } from '../support/databases.ts';
import { openTestFoundation } from '../support/foundation.ts';
import { testClock } from '../support/test-clock.ts';
import {
  addApplication,
  emptyCalendar,
  officer,
  outcomeOf,
  seedDistrict,
  setRule,
  testRuleSource,
} from './a-district.ts';

/** Tuesday, 09:00 in Shanghai; the earliest day three working days on is Friday the 6th. */
const clock = testClock('2026-11-03T01:00:00.000Z');
const at = (date: string, time = '08:30') => new Date(`${date}T${time}:00+08:00`).toISOString();

describe('A visit that is booked on an application', () => {
  forEachDatabase((_name, open) => {
    let database: TestDatabase;
    let foundation: Foundation;
    before(async () => {
      database = await open();
      foundation = await openTestFoundation(database, clock);
      await seedDistrict(foundation);
    });
    afterEach(async () => {
      await emptyCalendar(database.db);
      await database.db('rules').where({ source: testRuleSource }).delete();
    });
    after(async () => {
      await foundation.ledger.headsKept();
      await database.close();
    });

    const book = (applicationId: string, startsAt: string) =>
      outcomeOf(
        bookVisit(foundation, officer, {
          applicationId,
          startsAt,
          visitRoomId: 'room-1',
          terminalId: 'wujiawa-terminal-1',
        }),
      );
    const visitorOf = async (applicationId: string): Promise<string> =>
      (await database.db('application_visitors').where({ application_id: applicationId }).first()).visitor_id;
    const putOnFile = async (applicationId: string, validUntil: string | null, selfService = false) =>
      database.db('application_documents').insert({
        id: uuid(),
        application_id: applicationId,
        visitor_id: await visitorOf(applicationId),
        kind: 'id_card',
        media_type: 'image/png',
        file_name: 'card.png',
        bytes: 1,
        sha256: '0'.repeat(64),
        uploaded_by: selfService ? null : officer.id,
        uploaded_by_visitor_id: selfService ? await visitorOf(applicationId) : null,
        uploaded_at: '2026-11-01T00:00:00.000Z',
        valid_until: validUntil,
      });
    const verify = async (applicationId: string, endedAt: string | null, verifiedAt: string) => {
      const { prisoner_id: prisonerId } = await database
        .db('applications')
        .where({ id: applicationId })
        .first();
      const id = uuid();
      // Each is verified by an application of its own.
      const by = await addApplication(foundation, { prisonerId });
      await database.db('verified_relationships').insert({
        id,
        visitor_id: await visitorOf(applicationId),
        prisoner_id: prisonerId,
        relationship: 'spouse',
        organisation: '',
        verified_at: verifiedAt,
        verified_by_application_id: by,
        revalidate_on: '2028-11-01',
        ended_at: endedAt,
      });
    };

    it('takes place up to the last day of the identity card, and is told so', async () => {
      const applicationId = await addApplication(foundation);
      await putOnFile(applicationId, '2026-11-10');
      expect(await book(applicationId, at('2026-11-11'))).to.equal('document_expired');
      const days = { from: '2026-11-10', to: '2026-11-11' };
      const { slots } = await offerSlots(foundation, { applicationId, ...days }, 'zh');
      const reasons = slots.map(({ reasons: [first] }) => first?.code);
      expect(reasons).to.deep.equal([...Array(4).fill(undefined), ...Array(4).fill('document_expired')]);
      expect(slots.at(-1)?.reasons[0]?.text).to.include('2026-11-10').and.include('规则第4项');
      expect(await book(applicationId, at('2026-11-10'))).to.equal('done');
    });

    it('counts the card that is valid longest: one that was renewed, or that has no last day', async () => {
      const applicationId = await addApplication(foundation);
      await putOnFile(applicationId, '2026-11-10');
      await putOnFile(applicationId, '2026-11-12');
      expect(await book(applicationId, at('2026-11-13'))).to.equal('document_expired');
      await putOnFile(applicationId, null);
      expect(await book(applicationId, at('2026-11-13'))).to.equal('done');
    });

    it('is not helped by a card that the family handed in by themselves and that nobody gave a last day', async () => {
      const applicationId = await addApplication(foundation);
      await putOnFile(applicationId, '2026-11-10');
      await putOnFile(applicationId, null, true);
      expect(await book(applicationId, at('2026-11-11'))).to.equal('document_expired');
      const onlyByThemselves = await addApplication(foundation);
      await putOnFile(onlyByThemselves, null, true);
      expect(await book(onlyByThemselves, at('2026-11-11'))).to.equal('done');
    });

    it('is refused once the relationship was marked as ended, until it is proved again', async () => {
      const applicationId = await addApplication(foundation);
      await verify(applicationId, null, '2026-11-01T00:00:00.000Z');
      await verify(applicationId, '2026-11-02T02:00:00.000Z', '2026-11-02T00:00:00.000Z');
      expect(await book(applicationId, at('2026-11-10'))).to.equal('relationship_ended');
      await verify(applicationId, null, '2026-11-02T03:00:00.000Z');
      expect(await book(applicationId, at('2026-11-10'))).to.equal('done');
    });

    it('that is urgent is booked at the shorter notice of its own rule', async () => {
      const ordinary = await addApplication(foundation);
      const urgent = await addApplication(foundation);
      await database.db('applications').where({ id: urgent }).update({ urgency: 'critical_illness' });
      expect(await book(ordinary, at('2026-11-03', '10:00'))).to.equal('too_soon');
      await setRule(foundation, 'urgent_min_lead_working_days', 1);
      expect(await book(urgent, at('2026-11-03', '10:00'))).to.equal('too_soon');
      await database.db('rules').where({ source: testRuleSource }).delete();
      expect(await book(urgent, at('2026-11-03', '10:00'))).to.equal('done');
    });
  });
});
