import { expect } from 'chai';
import { inTransaction } from '../../db/connection.ts';
import type { Application } from '../../server/applications/schema.ts';
import type { Booking } from '../../server/bookings/schema.ts';
import type { SlotsAnswer } from '../../server/calendar/schema.ts';
import { describeCheckIn } from '../../server/check-in/describe-check-in.ts';
import { registerVisitor } from '../../server/people/index.ts';
import {
  addApplication,
  addPrisoner,
  addVisitor,
  officer,
  outcomeOf,
  type PrisonId,
} from '../bookings/a-district.ts';
import { forEachDatabase } from '../support/databases.ts';
import { idNumberOf } from '../support/id-numbers.ts';
import {
  checkIn,
  codeOf,
  openSuspensionOffice,
  type Problem,
  type SuspensionOffice,
  today,
} from './an-office.ts';

const at = (day: string, time = '08:30') => new Date(`${day}T${time}:00+08:00`).toISOString();
const place = (startsAt: string, prisonId: PrisonId = 'wujiawa') => ({
  startsAt,
  visitRoomId: 'room-2',
  terminalId: `${prisonId}-terminal-2`,
});

describe('A suspended visitor', () => {
  forEachDatabase((_name, open) => {
    let office: SuspensionOffice;
    beforeEach(async function () {
      this.timeout(60_000);
      office = await openSuspensionOffice(await open());
    });
    afterEach(() => office.close());

    /** As the screens know them. */
    const ofOrdinaryPrisoners = () => office.db('prisoners').update({ category: 'ordinary' });
    const book = (applicationId: string, where: object) =>
      office.ask<Booking & Problem>(officer.id, 'POST', '/api/bookings', { applicationId, ...where });
    /** Refused in words that name the rule and the way out, and nothing is changed. */
    async function expectBarred(who: string, path: string, body: unknown, says: RegExp): Promise<void> {
      const before = await office.everything();
      for (const [language, rule] of [
        ['zh', /规则第15项/],
        ['en', /rule 15/],
      ] as const) {
        const answer = await office.ask(who, 'POST', path, body, language);
        expect(codeOf(answer), path).to.equal('422 visitor_suspended');
        expect(answer.body.title).to.match(rule).and.match(says).and.not.match(/[{}]/);
      }
      expect(await office.everything()).to.equal(before);
    }

    it('can be named in no application until the time is over, then it lifts by itself', async () => {
      const person = { name: '钱多多', idNumber: idNumberOf('1980-01-01'), phone: '13800000000' };
      const { id: visitorId } = await inTransaction(office.db, (trx) =>
        registerVisitor(trx, office.foundation, person),
      );
      await office.suspended({ visitorId, months: 3 });
      const companion = { name: '赵一', idNumber: idNumberOf('1981-01-01'), phone: '13800000001' };
      const body = {
        kind: 'family_visit',
        origin: 'district',
        prisonerId: await addPrisoner(office.foundation, { prisonId: 'sichahe' }),
        visitors: [
          { ...companion, relationship: 'parent' },
          { ...person, relationship: 'sibling' },
        ],
        language: 'mandarin',
      };
      await ofOrdinaryPrisoners();
      for (const moment of [today, '2027-02-24T15:59:00.000Z']) {
        office.clock.set(moment);
        await expectBarred(officer.id, '/api/applications', body, /钱多多.*2027-02-24.*2027-02-25/);
      }
      office.clock.set('2027-02-24T16:00:00.000Z');
      expect(codeOf(await office.ask(officer.id, 'POST', '/api/applications', body))).to.equal('201 done');
    });

    it('stops the forwarding and the approval of an application, in whatever prison; refusing stays possible', async () => {
      const { visitorId } = await office.suspended();
      for (const [who, state, review, grant, refuse, decision] of [
        ['supervisor', 'district_review', 'district-review', 'forward', 'refuseByDistrict', 'forward'],
        ['sichahe.approver', 'prison_review', 'prison-review', 'approve', 'refuseByPrison', 'approve'],
      ] as const) {
        const visitorIds = [await addVisitor(office.foundation), visitorId];
        const id = await addApplication(office.foundation, { visitorIds, state, prisonId: 'sichahe' });
        await ofOrdinaryPrisoners();
        const path = `/api/applications/${id}`;
        const { body } = await office.ask<Application>(who, 'GET', path);
        expect(body.actions[grant]).to.deep.include({ allowed: false, code: 'visitor_suspended' });
        expect(body.actions[refuse]).to.deep.equal({ allowed: true });
        await expectBarred(who, `${path}/${review}`, { version: 1, decision, note: '' }, /2026-12-25/);
      }
    });

    it('cannot be booked from the first to the last day, and is told the next possible one', async () => {
      const { visitorId } = await office.suspended({ from: '2026-12-01' });
      const visitorIds = [visitorId];
      const applicationId = await addApplication(office.foundation, { visitorIds, prisonId: 'sichahe' });
      for (const day of ['2026-12-01', '2026-12-15', '2026-12-31']) {
        const body = { applicationId, ...place(at(day), 'sichahe') };
        await expectBarred(officer.id, '/api/bookings', body, /2027-01-02/);
      }
      const { body: offered } = await office.ask<SlotsAnswer>(
        officer.id,
        'GET',
        `/api/slots?applicationId=${applicationId}&from=2026-11-30&to=2027-01-04`,
      );
      for (const { startsAt, free, reasons } of offered.slots) {
        const barred = startsAt >= at('2026-12-01') && startsAt < at('2027-01-02', '00:00');
        expect(free && barred, startsAt).to.equal(false);
        expect(
          reasons.some(({ code }) => code === 'visitor_suspended'),
          startsAt,
        ).to.equal(barred);
      }
      const booked = await book(applicationId, place(at('2026-11-30'), 'sichahe'));
      expect(codeOf(booked)).to.equal('201 done');
      const move = `/api/bookings/${booked.body.id}/move`;
      await expectBarred(
        officer.id,
        move,
        { version: 1, ...place(at('2026-12-15'), 'sichahe') },
        /2027-01-02/,
      );
      const after = { version: 1, ...place(at('2027-01-04'), 'sichahe') };
      expect(codeOf(await office.ask(officer.id, 'POST', move, after))).to.equal('200 done');
    });

    it('has a visit that was booked before flagged, not cancelled, and refused at check-in unless it is lifted', async () => {
      const visitorId = await addVisitor(office.foundation);
      const applicationId = await addApplication(office.foundation, { visitorIds: [visitorId] });
      const startsAt = at('2026-12-02');
      const { body: booking } = await book(applicationId, place(startsAt));
      expect(booking.attention).to.deep.equal([]);
      const { suspension } = await office.suspended({ visitorId });
      for (const path of [`/api/bookings/${booking.id}`, '/api/bookings?from=2026-12-02&to=2026-12-02']) {
        const answer = await office.ask<Booking | Booking[]>(officer.id, 'GET', path);
        const [shown] = [answer.body].flat();
        expect(shown).to.include({ id: booking.id, state: 'booked' });
        expect(shown?.attention.map(({ code }) => code)).to.deep.equal(['visitor_suspended']);
        expect(shown?.attention[0]?.text)
          .to.match(/rule 15/)
          .and.match(/2026-12-25/);
      }
      office.clock.set(at('2026-12-02', '08:10'));
      const page = () => describeCheckIn(office.foundation, booking.id, officer, 'en');
      expect((await page()).actions.checkInVisitors).to.deep.include({
        allowed: false,
        code: 'visitor_suspended',
      });
      const before = await office.everything();
      expect(await outcomeOf(checkIn(office.foundation, booking.id, at('2026-12-02', '08:10')))).to.equal(
        'visitor_suspended',
      );
      expect(await office.everything()).to.equal(before);
      const lifted = await office.decide('wujiawa.approver-2', suspension.id, 'lift', { note: '复查后解除' });
      expect(lifted.status).to.equal(200);
      const shown = await office.ask<Booking>(officer.id, 'GET', `/api/bookings/${booking.id}`);
      expect(shown.body.attention).to.deep.equal([]);
      expect((await page()).actions.checkInVisitors).to.deep.equal({ allowed: true });
      expect(await outcomeOf(checkIn(office.foundation, booking.id, at('2026-12-02', '08:10')))).to.equal(
        'done',
      );
    });

    it('can visit again on the day after two suspensions that follow upon one another', async () => {
      const { visitorId } = await office.suspended();
      await office.suspended({ visitorId, from: '2026-12-25' });
      const applicationId = await addApplication(office.foundation, { visitorIds: [visitorId] });
      const body = { applicationId, ...place(at('2026-12-02')) };
      await expectBarred(officer.id, '/api/bookings', body, /2027-01-26/);
      expect(codeOf(await book(applicationId, place(at('2027-01-26'))))).to.equal('201 done');
    });
  });
});
