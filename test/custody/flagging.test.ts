import { expect } from 'chai';
import { countFlagged } from '../../server/bookings/index.ts';
import type { Booking, FlaggedAnswer } from '../../server/bookings/schema.ts';
import type { SlotsAnswer } from '../../server/calendar/schema.ts';
import { describeCheckIn } from '../../server/check-in/describe-check-in.ts';
import { isoNow } from '../../server/clock.ts';
import { addApplication, officer, outcomeOf, setRule } from '../bookings/a-district.ts';
import { forEachDatabase } from '../support/databases.ts';
import {
  approver,
  at,
  type CustodyOffice,
  district,
  districtOfficer,
  openCustodyOffice,
  type Problem,
  prisonOfficer,
  sichahe,
  today,
} from './a-custody-office.ts';

const codes = ({ attention }: Booking) => attention.map(({ code }) => code);
const place = (startsAt: string) => ({ startsAt, visitRoomId: 'room-2', terminalId: 'wujiawa-terminal-2' });

describe('A booked visit that stops being valid', () => {
  forEachDatabase((_name, open) => {
    let office: CustodyOffice;
    beforeEach(async function () {
      this.timeout(60_000);
      office = await openCustodyOffice(await open());
    });
    afterEach(() => office.close());

    const post = <T = Booking & Problem>(
      who: readonly ['prison_approver' | 'district_officer', string?],
      path: string,
      body: object,
    ) => office.ask<T>(who, 'POST', path, body);
    const bar = (kind: string, from: string, to: string | null = null) => ({
      change: 'bar',
      kind,
      from,
      to,
      note: '说明',
    });

    it('is shown before the change is confirmed, and that keeps nothing', async () => {
      const id = await office.prisoner({ grade: 'lenient' });
      const inside = await office.booked(id, at('2026-12-02'));
      await office.booked(id, at('2026-12-22'));
      const before = await office.everything();
      const preview = await office.change(id, bar('strict_training', today, '2026-12-10'), { preview: true });
      expect(
        preview.body.flagged.map(({ bookingId, reasons }) => [bookingId, reasons[0]?.code]),
      ).to.deep.equal([[inside.id, 'strict_training']]);
      expect(preview.body.flagged[0]?.reasons[0]?.text).to.match(/until 2026-12-10/);
      expect(await office.everything()).to.equal(before);
      expect(codes(await office.readBooking(inside.id))).to.deep.equal([]);
    });

    it('is flagged with the rule, until when, the next day and what to do; it stays booked, and the family is told', async () => {
      const id = await office.prisoner();
      const booking = await office.booked(id, at('2026-12-02'));
      await office.change(id, bar('strict_training', today, '2026-12-10'));
      for (const [language, says] of [
        ['en', /rule 10.*2026-12-11/],
        ['zh', /规则第10项.*2026-12-11/],
      ] as const) {
        const path = `/api/bookings/${booking.id}`;
        const { body } = await office.ask<Booking>(district, 'GET', path, undefined, language);
        expect(body.state).to.equal('booked');
        expect(body.attention[0]).to.deep.include({ code: 'strict_training', canBeKept: false });
        expect(body.attention[0]?.text).to.match(says).and.not.match(/[{}]/);
      }
      const notices = await office
        .db('notices')
        .where({ booking_id: booking.id, kind: 'visit_needs_review' });
      expect(notices).to.have.length(1);
      const desk = await office.ask<FlaggedAnswer>(district, 'GET', '/api/flagged-bookings');
      expect([desk.body.count, desk.body.bookings.map((one) => one.id)]).to.deep.equal([1, [booking.id]]);
      const elsewhere = await office.ask<FlaggedAnswer>(sichahe, 'GET', '/api/flagged-bookings');
      expect(elsewhere.body.count).to.equal(0);
      expect(await countFlagged(office.db, { now: office.clock.now(), prisonId: 'wujiawa' })).to.equal(1);
      const list = '/api/bookings?from=2026-12-01&to=2026-12-31&needsReview=';
      expect((await office.ask<Booking[]>(district, 'GET', `${list}true`)).body).to.have.length(1);
    });

    it('bars the days of a bar in what is offered, booked and moved to, and no other', async () => {
      const id = await office.prisoner({ grade: 'lenient' });
      await office.change(id, bar('isolation_investigation', '2026-12-01', '2026-12-10'));
      const applicationId = await addApplication(office.foundation, { prisonerId: id });
      const { body } = await office.ask<SlotsAnswer>(
        district,
        'GET',
        `/api/slots?applicationId=${applicationId}&from=2026-11-30&to=2026-12-11`,
      );
      for (const { startsAt, reasons } of body.slots) {
        const inside = startsAt >= at('2026-12-01', '00:00') && startsAt < at('2026-12-11', '00:00');
        expect(
          reasons.some(({ code }) => code === 'isolation_investigation'),
          startsAt,
        ).to.equal(inside);
      }
      const before = await office.everything();
      const refused = await office.book(applicationId, at('2026-12-10'));
      expect([refused.status, refused.body.code]).to.deep.equal([422, 'isolation_investigation']);
      expect(refused.body.title).to.match(/The first possible day is 2026-12-11/);
      expect(await office.everything()).to.equal(before);
      const booked = await office.book(applicationId, at('2026-12-11'));
      const moved = await post(district, `/api/bookings/${booked.body.id}/move`, {
        version: 1,
        ...place(at('2026-12-09')),
      });
      expect(moved.body.code).to.equal('isolation_investigation');
    });

    it('is flagged by a transfer and by a release, for which no other day helps', async () => {
      const [moved, gone] = [await office.prisoner(), await office.prisoner()];
      const ofMoved = await office.booked(moved, at('2026-12-02'));
      const ofGone = await office.booked(gone, at('2026-12-03'));
      const before = await office.booked(await office.prisoner(), at('2026-12-04'));
      await office.change(moved, { change: 'transfer', toPrisonId: 'sichahe', day: today });
      await office.change(gone, { change: 'release', day: '2026-12-03' });
      expect(codes(await office.readBooking(ofMoved.id))).to.deep.equal(['prisoner_transferred']);
      expect(codes(await office.readBooking(ofGone.id))).to.deep.equal(['prisoner_released']);
      expect(codes(await office.readBooking(before.id))).to.deep.equal([]);
      const move = await post(district, `/api/bookings/${ofMoved.id}/move`, {
        version: 1,
        ...place(at('2026-12-08')),
      });
      expect(move.body.code).to.equal('prisoner_transferred');
      expect(move.body.title).to.match(/sichahe/);
    });

    it('is free again when the bar is ended', async () => {
      const id = await office.prisoner();
      const booking = await office.booked(id, at('2026-12-02'));
      const entered = await office.change(id, bar('investigation', today));
      expect(codes(await office.readBooking(booking.id))).to.deep.equal(['investigation']);
      const end = {
        change: 'end_bar',
        barId: entered.body.bars[0]?.id,
        reason: 'ground_gone',
        from: '2026-12-02',
      };
      const preview = await office.change(id, end, { preview: true });
      expect(preview.body.cleared.map(({ bookingId }) => bookingId)).to.deep.equal([booking.id]);
      await office.change(id, end);
      expect(codes(await office.readBooking(booking.id))).to.deep.equal([]);
      await office.change(id, bar('in_transit', '2026-12-01', '2026-12-03'));
      const told: string[] = await office
        .db('notices')
        .where({ booking_id: booking.id })
        .orderBy('id')
        .pluck('kind');
      expect(told).to.deep.equal([
        'visit_booked',
        'visit_needs_review',
        'visit_booked',
        'visit_needs_review',
      ]);
    });

    it('by a rule alone can be kept by the prison with a reason, which is on record; a bar cannot', async () => {
      const id = await office.prisoner();
      const booking = await office.booked(id, at('2026-12-02'));
      await office.change(id, { change: 'grade', grade: 'strict' });
      const flagged = await office.readBooking(booking.id);
      expect(flagged.attention[0]).to.deep.include({ code: 'quota_used', canBeKept: true });
      const keep = `/api/bookings/${booking.id}/keep`;
      const body = { version: flagged.version, codes: ['quota_used'], note: '降级前已通知家属' };
      expect((await post(district, keep, body)).status).to.equal(403);
      expect((await post(['prison_approver', 'sichahe'], keep, body)).status).to.equal(404);
      expect((await post(approver, keep, { ...body, codes: ['between_slots'] })).body.code).to.equal(
        'stale_page',
      );
      expect((await post(approver, keep, { ...body, note: ' ' })).status).to.equal(400);
      const kept = await post(approver, keep, body);
      expect([kept.status, kept.body.attention]).to.deep.equal([200, []]);
      expect(kept.body.reviews.map(({ outcome, note }) => [outcome, note])).to.deep.equal([
        ['kept', '降级前已通知家属'],
      ]);
      const told = await office.db('notices').where({ booking_id: booking.id }).orderBy('id').pluck('kind');
      expect(told).to.deep.equal(['visit_booked', 'visit_needs_review', 'visit_booked']);
      const [entry] = await office.entries('visit_kept');
      expect(entry?.facts.reviewReasons).to.deep.equal(['quota_used']);
      expect(JSON.stringify(entry)).to.not.match(/家属/);
      expect((await post(approver, keep, { ...body, version: 2 })).body.code).to.equal('nothing_to_review');

      await office.change(id, bar('in_transit', '2026-12-01', '2026-12-05'));
      const barred = await office.readBooking(booking.id);
      expect(codes(barred)).to.deep.equal(['in_transit']);
      const again = { version: barred.version, codes: ['in_transit'], note: '仍可会见' };
      expect((await post(approver, keep, again)).body.code).to.equal('reason_stays');
    });

    it('is flagged anew when the rule that it was kept against says less still', async () => {
      const id = await office.prisoner({ grade: 'lenient' });
      const first = await office.booked(id, at('2026-12-02'));
      const second = await office.booked(id, at('2026-12-09'));
      await office.change(id, { change: 'grade', grade: 'ordinary' });
      expect(codes(await office.readBooking(first.id))).to.deep.equal([]);
      const body = { version: 1, codes: ['quota_used'], note: '维持' };
      expect((await post(approver, `/api/bookings/${second.id}/keep`, body)).status).to.equal(200);
      await office.change(id, { change: 'grade', grade: 'strict' });
      expect(codes(await office.readBooking(second.id))).to.deep.equal(['quota_used']);
    });

    it('shows in its history how the flag was settled, whether it was moved or cancelled', async () => {
      const [one, other] = [await office.prisoner(), await office.prisoner()];
      const toMove = await office.booked(one, at('2026-12-02'));
      const toCancel = await office.booked(other, at('2026-12-03'));
      for (const id of [one, other]) await office.change(id, bar('strict_training', today, '2026-12-04'));
      await post(district, `/api/bookings/${toMove.id}/move`, { version: 1, ...place(at('2026-12-08')) });
      const cancel = { version: 1, reasonCode: 'prisoner_unavailable', note: '' };
      await post(district, `/api/bookings/${toCancel.id}/cancel`, cancel);
      for (const [id, outcome, kind] of [
        [toMove.id, 'moved', 'visit_moved'],
        [toCancel.id, 'cancelled', 'visit_cancelled'],
      ] as const) {
        const { reviews, attention } = await office.readBooking(id);
        expect(reviews.map((review) => review.outcome)).to.deep.equal([outcome]);
        expect(reviews[0]?.reasons[0]).to.match(/strict training/);
        expect(attention).to.deep.equal([]);
        const [entry] = await office.entries(kind);
        expect(entry?.facts.reviewReasons).to.deep.equal(['strict_training']);
      }
    });

    it('is looked at with a number of queries that does not grow with the list', async () => {
      const counted = async () => {
        // The heads of the entries before are read back meanwhile.
        await office.foundation.ledger.headsKept();
        let queries = 0;
        const count = () => {
          queries += 1;
        };
        office.db.on('query', count);
        await office.ask(district, 'GET', '/api/flagged-bookings');
        office.db.removeListener('query', count);
        return queries;
      };
      for (const day of ['2026-12-01', '2026-12-02']) {
        const id = await office.prisoner();
        await office.booked(id, at(day));
        await office.change(id, bar('safety', today));
      }
      const ofTwo = await counted();
      for (const day of [
        '2026-12-03',
        '2026-12-04',
        '2026-12-07',
        '2026-12-08',
        '2026-12-09',
        '2026-12-10',
      ]) {
        const id = await office.prisoner();
        await office.booked(id, at(day));
        await office.change(id, bar('safety', today));
      }
      expect(await counted()).to.be.at.most(ofTwo);
    });

    it('turns neither key: the page says why, and nothing is written', async () => {
      const id = await office.prisoner();
      const booking = await office.booked(id, at('2026-12-02'));
      await office.change(id, bar('solitary_confinement', '2026-12-01', '2026-12-10'));
      office.clock.set(at('2026-12-02', '08:10'));
      const page = await describeCheckIn(office.foundation, booking.id, officer, 'en');
      expect(page.actions.checkInVisitors).to.deep.include({ allowed: false, code: 'solitary_confinement' });
      const before = await office.everything();
      for (const turn of [office.turnDistrictKey, office.turnPrisonKey])
        expect(await outcomeOf(turn(booking.id))).to.equal('solitary_confinement');
      expect(await office.everything()).to.equal(before);
    });

    it('turns no second key when the bar comes between the two', async () => {
      const id = await office.prisoner();
      const booking = await office.booked(id, at('2026-12-02'));
      office.clock.set(at('2026-12-02', '08:10'));
      await office.turnDistrictKey(booking.id);
      await office.change(id, bar('isolation_investigation', '2026-12-02'));
      expect(await outcomeOf(office.turnPrisonKey(booking.id))).to.equal('isolation_investigation');
    });

    it('does not begin when the bar comes after both keys, and begins once it is ended', async () => {
      const id = await office.prisoner();
      const booking = await office.booked(id, at('2026-12-02'));
      office.clock.set(at('2026-12-02', '08:10'));
      await office.turnDistrictKey(booking.id);
      await office.turnPrisonKey(booking.id);
      const entered = await office.change(id, bar('safety', '2026-12-02'));
      const attend = async () => {
        const moment = isoNow(office.clock);
        const supervisor = (by: typeof districtOfficer) => ({ ...by, id: officer.id, connectionId: by.side });
        for (const by of [districtOfficer, prisonOfficer])
          await office.happen(booking.id, {
            type: 'supervisor_joined',
            at: moment,
            supervisor: supervisor(by),
          });
        for (const party of ['visitors', 'prisoner'] as const)
          await office.happen(booking.id, { type: 'party_connected', at: moment, party });
        return office.happen(booking.id, { type: 'recorder_writing', at: moment });
      };
      office.clock.set(at('2026-12-02', '08:31'));
      const waiting = await attend();
      expect([waiting.state.name, waiting.barred]).to.deep.equal(['ready', true]);
      const [barEntered] = entered.body.bars;
      await office.change(id, {
        change: 'end_bar',
        barId: barEntered?.id,
        reason: 'entered_by_mistake',
        from: '2026-12-02',
      });
      const begun = await office.happen(booking.id, { type: 'time', at: isoNow(office.clock) });
      expect([begun.state.name, begun.barred]).to.deep.equal(['live', false]);

      // What comes while people talk cuts nobody off.
      await office.change(id, bar('safety', '2026-12-02'));
      const going = await office.happen(booking.id, { type: 'time', at: at('2026-12-02', '08:33') });
      expect(going.state.name).to.equal('live');
    });

    it('by a rule alone, the key turns: the prison may still keep it', async () => {
      const id = await office.prisoner();
      const booking = await office.booked(id, at('2026-12-02'));
      await setRule(office.foundation, 'duration_minutes', 20);
      office.clock.set(at('2026-12-02', '08:10'));
      expect(await outcomeOf(office.turnDistrictKey(booking.id))).to.equal('done');
    });
  });
});
