import { expect } from 'chai';
import type { CheckIn } from '../../server/check-in/schema.ts';
import { undertaking } from '../../server/check-in/undertaking.ts';
import type { VisitDetail } from '../../server/visits/schema.ts';
import type { MediaNode } from '../../sfu/media-node.ts';
import { forEachDatabase, type TestDatabase } from '../support/databases.ts';
import { minute, openVisitHouse, startMediaNode, type VisitHouse } from '../visits/a-visit-house.ts';
import { timeOfTest } from '../visits/times.ts';

describe('Check-in', () => {
  forEachDatabase((_name, open) => {
    let database: TestDatabase;
    let house: VisitHouse;
    let mediaNode: MediaNode;
    const time = timeOfTest(minute(0));
    const page = () => house.get<CheckIn>('officer', `/api/visits/${house.visitId}/check-in`);
    const checkVisitors = async (change: Record<string, unknown> = {}, someone = 'officer' as const) => {
      const { visitors } = await page();
      return house.post(someone, 'check-in/visitors', {
        textVersion: undertaking.version,
        visitors: visitors.map(({ id }) => ({
          visitorId: id,
          method: 'id_card_seen',
          undertakingSigned: true,
          ...change,
        })),
      });
    };
    const confirmPrisoner = async (prisonerId?: string) =>
      house.post('wujiawa.officer', 'check-in/prisoner', {
        prisonerId: prisonerId ?? (await page()).prisoner.id,
      });

    before(async () => {
      mediaNode = await startMediaNode();
    });
    after(() => mediaNode.close());
    beforeEach(async () => {
      database = await open();
      house = await openVisitHouse(database, { clock: time, alarms: time.alarms, mediaNode });
    });
    afterEach(async () => {
      await house.close();
      await database.close();
    });

    it('shows who is expected, masked, and what is missing', async () => {
      const { visitors, prisoner, missing, keysTurned, actions } = await page();
      expect(visitors).to.have.length(1);
      expect(visitors[0]?.idNumberMasked).to.match(/\*{6,}/);
      expect(visitors[0]).to.include({ adult: true, identityCheck: null, undertaking: null });
      expect(missing.map(({ step }) => step)).to.deep.equal([
        'visitor_identity',
        'visitor_undertaking',
        'prisoner_identity',
      ]);
      expect(missing[2]?.subjectId).to.equal(prisoner.id);
      expect(keysTurned).to.deep.equal([]);
      expect(actions.checkInVisitors).to.deep.equal({ allowed: true });
      expect(actions.confirmPrisoner).to.include({ allowed: false, code: 'not_yours_to_say' });
    });

    it('turns the district key with the last visitor and the prison key with the prisoner', async () => {
      expect(await checkVisitors()).to.include({ status: 200 });
      expect((await page()).keysTurned).to.deep.equal(['district']);
      expect(await house.visitRow()).to.include({ state: 'checked_in' });
      expect(await confirmPrisoner()).to.include({ status: 200 });
      const done = await page();
      expect(done).to.deep.include({ keysTurned: ['district', 'prison'], missing: [] });
      expect(done.visitors[0]?.identityCheck).to.deep.include({ method: 'id_card_seen' });
      expect(await house.visitRow()).to.include({ state: 'ready' });
      expect(await database.db('bookings').first('state')).to.deep.equal({ state: 'attended' });
    });

    it('writes each step with its ledger entry, in the order of the timeline', async () => {
      await checkVisitors();
      await confirmPrisoner();
      const kinds = ['visitors_checked', 'key_turned', 'prisoner_confirmed', 'key_turned', 'became_ready'];
      expect(await house.timeline()).to.deep.equal(kinds);
      const entries = await database.db('ledger_entries').orderBy('entry_index');
      const ours = entries.filter(({ kind }) => /^visit_(?!booked)/.test(kind));
      expect(ours.map(({ kind }) => kind)).to.deep.equal(kinds.map((kind) => `visit_${kind}`));
      const first = JSON.parse(ours[0].entry);
      expect(first.actor).to.include({ kind: 'staff', role: 'district_officer' });
      const visitor = first.subjects.find(({ kind }: { kind: string }) => kind === 'visitor');
      expect(visitor.commitment).to.be.a('string');
      expect(first.facts.visitors[0]).to.include({
        method: 'id_card_seen',
        undertaking: undertaking.version,
      });
      expect(ours[0].entry).to.not.include('某乙');
    });

    it('is not open before an hour before the visit', async () => {
      time.set(minute(-60.1));
      expect(await checkVisitors()).to.include({ status: 409, code: 'too_early' });
      expect(await confirmPrisoner()).to.include({ status: 409, code: 'too_early' });
      time.set(minute(-60));
      expect(await checkVisitors()).to.include({ status: 200 });
    });

    it('refuses visitors after the grace for being late, naming the rule; staff then close the visit as forfeited', async () => {
      time.set(minute(15.1));
      expect(await checkVisitors()).to.include({ status: 409, code: 'too_late' });
      expect(await house.visitRow()).to.equal(undefined);
      expect(
        await house.post('officer', 'close-without-visit', { outcome: 'VISITOR_DID_NOT_ARRIVE' }),
      ).to.include({ status: 200 });
      const visit = await house.get<VisitDetail>('officer');
      expect(visit).to.include({ state: 'ended', outcome: 'VISITOR_DID_NOT_ARRIVE' });
      const closed = visit.timeline.find(({ kind }) => kind === 'closed_without_visit');
      expect(closed?.facts).to.include({ forfeited: true });
      const booking = await database.db('bookings').first();
      expect(booking).to.include({ state: 'ended' });
      expect(Boolean(booking.given_back)).to.equal(true);
    });

    it('takes the prisoner after that grace: the prison brings him', async () => {
      await checkVisitors();
      time.set(minute(20));
      expect(await confirmPrisoner()).to.include({ status: 200 });
    });

    const refusals: [string, () => Promise<{ status: number; code: string }>, string][] = [
      [
        'an adult who has not signed',
        () => checkVisitors({ undertakingSigned: false }),
        'undertaking_needed',
      ],
      ['somebody who is not booked', () => checkVisitors({ visitorId: 'somebody' }), 'not_a_visitor'],
      [
        'a way that is not in the list',
        () => checkVisitors({ method: 'face_recognition' }),
        'malformed_request',
      ],
      ['another prisoner', () => confirmPrisoner('somebody'), 'wrong_prisoner'],
      [
        'an old text of the undertaking',
        () =>
          house.post('officer', 'check-in/visitors', {
            textVersion: 'old',
            visitors: [{ visitorId: 'x', method: 'id_card_seen', undertakingSigned: true }],
          }),
        'undertaking_changed',
      ],
      [
        'the prison officer of another prison',
        () => house.post('sichahe.officer', 'check-in/prisoner', { prisonerId: 'x' }),
        'not_found',
      ],
      [
        'a district officer for the prison',
        () => house.post('officer', 'check-in/prisoner', { prisonerId: 'x' }),
        'not_permitted',
      ],
      [
        'a supervisor for the counter',
        () => house.post('supervisor', 'check-in/visitors', {}),
        'not_permitted',
      ],
    ];
    for (const [who, attempt, code] of refusals) {
      it(`refuses ${who}, and nothing is kept`, async () => {
        expect((await attempt()).code).to.equal(code);
        expect(await house.visitRow()).to.equal(undefined);
        expect(await database.db('identity_checks')).to.deep.equal([]);
        expect(await database.db('undertakings')).to.deep.equal([]);
      });
    }

    it('refuses a visitor twice, and a key twice', async () => {
      await checkVisitors();
      expect(await checkVisitors()).to.include({ code: 'key_already_turned' });
      await confirmPrisoner();
      expect(await confirmPrisoner()).to.include({ code: 'key_already_turned' });
    });

    it('turns a key once, however many turn it at the same moment', async () => {
      const prisonerId = (await page()).prisoner.id;
      const codes = await Promise.all([1, 2, 3].map(() => confirmPrisoner(prisonerId)));
      expect(codes.map(({ code }) => code).sort()).to.deep.equal([
        'done',
        'key_already_turned',
        'key_already_turned',
      ]);
      expect((await house.timeline()).filter((kind) => kind === 'key_turned')).to.have.length(1);
    });

    it('takes a key back, with its reason, and asks for the checks again', async () => {
      await house.turnKeys();
      expect(await house.post('officer', 'check-in/turn-key-back', { reason: 'person_left' })).to.include({
        status: 200,
      });
      const back = await page();
      expect(back.keysTurned).to.deep.equal(['prison']);
      expect(back.visitors[0]?.identityCheck).to.equal(null);
      expect(back.visitors[0]?.undertaking).to.not.equal(null);
      expect(await house.visitRow()).to.include({ state: 'checked_in' });
      expect(await house.post('officer', 'check-in/turn-key-back', { reason: 'mistake' })).to.include({
        code: 'key_not_turned',
      });
      expect(await checkVisitors()).to.include({ status: 200 });
      expect(await house.visitRow()).to.include({ state: 'ready' });
    });

    it('refuses a booking that was cancelled', async () => {
      await page();
      await database.db('bookings').update({ state: 'cancelled' });
      expect(await confirmPrisoner('x')).to.include({ code: 'visit_cancelled' });
    });

    it('keeps a visit out of a room in which another is not over', async () => {
      const { db } = database;
      await house.turnKeys();
      await db('visits').update({ live_visit_room_id: 'room-1' });
      await house.post('officer', 'check-in/turn-key-back', { reason: 'mistake' });
      const booking = await db('bookings').first();
      await db('bookings').insert({ ...booking, id: 'other', number: 'other', live_application_id: null });
      const visit = await db('visits').first();
      await db('visits').insert({ ...visit, id: 'other', state: 'live', live_visit_room_id: 'room-1' });
      expect(await checkVisitors()).to.include({ status: 409, code: 'place_still_in_use' });
      expect(await house.visitRow()).to.include({ state: 'checked_in' });
      expect((await page()).visitors[0]?.identityCheck).to.equal(null);
    });
  });
});
