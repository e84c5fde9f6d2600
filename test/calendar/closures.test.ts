import { expect } from 'chai';
import type { ClosureList, SlotsAnswer } from '../../server/calendar/schema.ts';
import { addApplication } from '../bookings/a-district.ts';
import { forEachDatabase } from '../support/databases.ts';
import { at, type CalendarOffice, openCalendarOffice, type Problem, start } from './a-calendar-office.ts';

const prison = { scope: 'prison', scopeId: 'wujiawa' };
const terminal = { scope: 'terminal', scopeId: 'wujiawa-terminal-1' };
const room = { scope: 'visit_room', scopeId: 'room-1' };
const centre = { scope: 'centre', scopeId: 'centre' };
const tuesday = { from: at('2026-11-10', '00:00'), until: at('2026-11-11', '00:00') };

describe('A closure', () => {
  forEachDatabase((_name, open) => {
    let office: CalendarOffice;
    beforeEach(async () => {
      office = await openCalendarOffice(await open());
    });
    afterEach(() => office.close());

    const slotsOn = async (day: string) => {
      const applicationId = await addApplication(office.foundation);
      const { body } = await office.as('district_officer')<SlotsAnswer>(
        'GET',
        `/api/slots?applicationId=${applicationId}&from=${day}&to=${day}`,
        undefined,
        { 'accept-language': 'en' },
      );
      return body.slots;
    };

    it('of the prison refuses its slots, until when and with the next possible time, and no others', async () => {
      expect((await office.shut(office.approver, { ...prison, ...tuesday })).status).to.equal(204);
      const [first] = await slotsOn('2026-11-10');
      expect(first?.free).to.equal(false);
      expect(first?.reasons).to.deep.equal([
        {
          code: 'closed_by_prison',
          text: 'The prison has no visits until 2026-11-11 00:00 because of maintenance. The next slot after it: 2026-11-11 08:30.',
        },
      ]);
      expect(await office.book(at('2026-11-10'))).to.equal('closed_by_prison');
      expect(await office.book(at('2026-11-11'))).to.equal('done');
    });

    it('touches a slot by its turnover too: the room is needed until then', async () => {
      const times = { from: at('2026-11-10', '09:05'), until: at('2026-11-10', '09:15') };
      await office.shut(office.approver, { ...prison, ...times });
      expect(await office.book(at('2026-11-10', '08:30'))).to.equal('closed_by_prison');
      expect(await office.book(at('2026-11-10', '09:15'))).to.equal('done');
    });

    it('of a terminal or a room leaves the others to choose from', async () => {
      await office.shut(office.approver, { ...terminal, ...tuesday });
      await office.shut(office.supervisor, { ...room, ...tuesday });
      const [first] = await slotsOn('2026-11-10');
      expect(first).to.deep.include({
        free: true,
        visitRoomIds: ['room-2', 'room-3'],
        terminalIds: ['wujiawa-terminal-2', 'wujiawa-terminal-3'],
      });
      expect(await office.book(at('2026-11-10'), { terminal: 2 })).to.equal('closed_room');
      expect(await office.book(at('2026-11-10'), { room: 2 })).to.equal('closed_terminal');
      expect(await office.book(at('2026-11-10'), { room: 2, terminal: 2 })).to.equal('done');
    });

    it('of every terminal says so beside there being none free', async () => {
      for (const n of [1, 2, 3])
        await office.shut(office.approver, { ...terminal, scopeId: `wujiawa-terminal-${n}`, ...tuesday });
      const [first] = await slotsOn('2026-11-10');
      expect(first?.reasons.map(({ code }) => code)).to.deep.equal(['no_terminal_free', 'closed_terminal']);
    });

    it('of the centre closes every prison, and stands in each of their books', async () => {
      await office.shut(office.supervisor, { ...centre, ...tuesday });
      expect(await office.book(at('2026-11-10'))).to.equal('closed_centre');
      for (const prisonId of ['wujiawa', 'sichahe'])
        expect(await office.kindsIn(prisonId), prisonId).to.include('closure_entered');
    });

    it('of a prison stands in its own book alone, without its note', async () => {
      await office.shut(office.approver, { ...prison, ...tuesday, note: '王工到场' });
      expect(await office.kindsIn('sichahe')).to.not.include('closure_entered');
      const entry = await office.db('ledger_entries').where({ kind: 'closure_entered' }).first();
      expect(entry.entry).to.include('"closureReason":"maintenance"').and.not.include('王工');
    });

    it('is told before what it would touch, and cancels nothing', async () => {
      await office.book(at('2026-11-10'));
      await office.book(at('2026-11-10', '09:15'), { terminal: 2 });
      await office.book(at('2026-11-12'));
      const change = { change: 'close', reasonCode: 'line_fault', ...terminal, ...tuesday };
      const preview = await office.preview(office.approver, change);
      expect(preview.lookedAt).to.equal(3);
      expect(preview.touched.map(({ startsAt, reason }) => [startsAt, reason.code])).to.deep.equal([
        [at('2026-11-10'), 'closed_terminal'],
      ]);
      expect(await office.db('closures')).to.deep.equal([]);
      await office.shut(office.approver, { ...terminal, ...tuesday });
      expect(await office.db('bookings').where({ state: 'booked' })).to.have.lengthOf(3);
    });

    it('tells the families that it touches to wait for word, and that their visit stands once it is lifted', async () => {
      await office.book(at('2026-11-10'));
      await office.book(at('2026-11-12'), { room: 2, terminal: 2 });
      office.clock.advance({ minutes: 1 });
      const told = async () =>
        office.db('notices').where('created_at', '>', start).orderBy('created_at').pluck('kind');
      await office.shut(office.approver, { ...prison, ...tuesday });
      expect(await told()).to.deep.equal(['visit_needs_review']);
      office.clock.advance({ minutes: 1 });
      const { body } = await office.approver<ClosureList>('GET', '/api/closures');
      const path = `/api/closures/${body.closures[0]?.id}/lift`;
      await office.approver('POST', path, { note: '修复' });
      expect(await told()).to.deep.equal(['visit_needs_review', 'visit_booked']);
      office.clock.advance({ minutes: 1 });
      await office.shut(office.approver, { ...prison, ...tuesday });
      expect(await told()).to.deep.equal(['visit_needs_review', 'visit_booked', 'visit_needs_review']);
    });

    it('that is entered while visits are being booked has each of them before it, and told, or refused', async function () {
      this.timeout(60_000);
      const times = ['08:30', '09:15', '10:00', '10:45'];
      const attempts = times.flatMap((time) =>
        [1, 2, 3].map((n) => () => office.book(at('2026-11-10', time), { room: n, terminal: n })),
      );
      const half = attempts.length / 2;
      const outcomes = await Promise.all([
        ...attempts.slice(0, half).map((book) => book()),
        office.shut(office.approver, { ...prison, ...tuesday }).then(() => 'shut'),
        ...attempts.slice(half).map((book) => book()),
      ]);
      expect(new Set(['shut', 'done', 'closed_by_prison'])).to.include.keys(...new Set(outcomes));
      const kinds = await office.kindsIn('wujiawa');
      expect(kinds.slice(kinds.indexOf('closure_entered'))).to.not.include('visit_booked');
      const booked = await office.db('bookings').where({ state: 'booked' });
      const told = await office.db('notices').where({ kind: 'visit_needs_review' });
      expect(told).to.have.lengthOf(booked.length);
    });

    it('is lifted before its time with a reason; what was is on record', async () => {
      await office.shut(office.approver, {
        ...prison,
        from: at('2026-11-02', '00:00'),
        until: at('2026-11-20'),
      });
      office.clock.set(at('2026-11-04', '12:00'));
      const { body: list } = await office.approver<ClosureList>('GET', '/api/closures');
      const [closure] = list.closures;
      expect(closure).to.deep.include({ standing: 'in_force', actions: { lift: { allowed: true } } });
      expect(list.mayClose).to.deep.equal(['prison', 'terminal']);
      const lift = () =>
        office.approver<Problem>('POST', `/api/closures/${closure?.id}/lift`, { note: '修复' });
      expect((await lift()).status).to.equal(204);
      expect(await office.book(at('2026-11-10'))).to.equal('done');
      expect((await lift()).body.code).to.equal('closure_over');
      const { body: now } = await office.approver<ClosureList>('GET', '/api/closures');
      expect(now.closures).to.deep.equal([]);
      const { body: past } = await office.approver<ClosureList>('GET', '/api/closures?past=yes');
      expect(past.closures[0]).to.deep.include({ standing: 'lifted', until: at('2026-11-20') });
      expect(past.closures[0]?.lifted).to.include({ note: '修复', at: at('2026-11-04', '12:00') });
      expect(await office.kindsIn('wujiawa')).to.include('closure_lifted');
    });

    it('is refused where it contradicts itself, is over, is there already, or says no reason', async () => {
      const refusedAs = async (body: object) => (await office.shut(office.approver, body)).body.code;
      expect(await refusedAs({ ...prison, from: tuesday.until, until: tuesday.from })).to.equal(
        'closure_ends_before_it_begins',
      );
      expect(await refusedAs({ ...prison, from: at('2026-11-01'), until: at('2026-11-20') })).to.equal(
        'closure_in_the_past',
      );
      expect(
        await refusedAs({ ...prison, from: at('2026-11-02', '00:00'), until: at('2026-11-02', '09:00') }),
      ).to.equal('closure_in_the_past');
      expect(await refusedAs({ ...prison, ...tuesday, reasonCode: 'other' })).to.equal('malformed_request');
      await office.shut(office.approver, { ...prison, ...tuesday });
      expect(await refusedAs({ ...prison, ...tuesday })).to.equal('closed_already');
      expect(await office.db('closures')).to.have.lengthOf(1);
    });

    it('is entered by the body whose it is: the prison its own, the centre its own', async () => {
      const other = office.as('prison_approver', 'sichahe');
      expect((await office.shut(other, { ...prison, ...tuesday })).body.code).to.equal('not_found');
      expect((await office.shut(other, { ...terminal, ...tuesday })).body.code).to.equal('not_found');
      expect((await office.shut(other, { ...room, ...tuesday })).body.code).to.equal('not_permitted');
      expect((await office.shut(office.supervisor, { ...prison, ...tuesday })).body.code).to.equal(
        'not_permitted',
      );
      await office.shut(office.approver, { ...prison, ...tuesday });
      expect((await other<ClosureList>('GET', '/api/closures')).body.closures).to.deep.equal([]);
    });
  });
});
