import { expect } from 'chai';
import type { Centre, SessionTemplate, SlotsAnswer, Week } from '../../server/calendar/schema.ts';
import { addApplication } from '../bookings/a-district.ts';
import { forEachDatabase } from '../support/databases.ts';
import { at, type CalendarOffice, morning, openCalendarOffice, type Problem } from './a-calendar-office.ts';

const afternoon = { ...morning, name: '下午', opensAt: '14:00', closesAt: '16:00' };

describe('The sessions of a prison', () => {
  forEachDatabase((_name, open) => {
    let office: CalendarOffice;
    beforeEach(async () => {
      office = await openCalendarOffice(await open());
    });
    afterEach(() => office.close());

    const add = (session: object, from = '2026-11-09') =>
      office.approver<Problem>('POST', '/api/session-templates', { prisonId: 'wujiawa', from, session });
    const change = async (session: object, from: string) =>
      office.approver<Problem>('POST', `/api/session-templates/${await office.sessionId()}/change`, {
        from,
        session,
      });
    const templates = async () =>
      (await office.approver<SessionTemplate[]>('GET', '/api/session-templates?prisonId=wujiawa')).body;
    const startsOn = async (day: string) => {
      const applicationId = await addApplication(office.foundation);
      const { body } = await office.as('district_officer')<SlotsAnswer>(
        'GET',
        `/api/slots?applicationId=${applicationId}&from=${day}&to=${day}`,
      );
      return body.slots.map(({ startsAt }) => startsAt);
    };

    it('begin on a day, and stand in the book of the prison', async () => {
      expect((await add(afternoon)).status).to.equal(204);
      expect(await startsOn('2026-11-06')).to.have.lengthOf(4);
      expect(await startsOn('2026-11-09')).to.include(at('2026-11-09', '14:00'));
      expect(await office.kindsIn('wujiawa')).to.include('session_template_added');
      expect(await office.kindsIn('sichahe')).to.not.include('session_template_added');
    });

    it('of every second week are counted from the week in which they begin', async () => {
      await add({ ...afternoon, weekdays: [2], everyWeeks: 2 }, '2026-11-12');
      const held = async (day: string) => (await startsOn(day)).includes(at(day, '14:00'));
      expect(await held('2026-11-10'), 'before its first day').to.equal(false);
      expect(await held('2026-11-17')).to.equal(false);
      expect(await held('2026-11-24')).to.equal(true);
      expect(await held('2026-12-01')).to.equal(false);
    });

    it('change from a day on, and what was held before stays on record', async () => {
      await office.book(at('2026-11-05'));
      expect((await change({ ...morning, opensAt: '09:00' }, '2026-11-09')).status).to.equal(204);
      const [old, now] = await templates();
      expect(old).to.deep.include({ opensAt: '08:30', validTo: '2026-11-08' });
      expect(now).to.deep.include({ opensAt: '09:00', validFrom: '2026-11-09', validTo: null });
      expect(await startsOn('2026-11-06')).to.include(at('2026-11-06', '08:30'));
      expect((await startsOn('2026-11-09'))[0]).to.equal(at('2026-11-09', '09:00'));
    });

    it('tell before a change which booked visits would not fit, and cancel none', async () => {
      await office.book(at('2026-11-06'));
      await office.book(at('2026-11-10', '10:45'));
      await office.book(at('2026-11-10', '10:00'), { room: 2, terminal: 2 });
      const shorter = { ...morning, closesAt: '10:30' };
      const id = await office.sessionId();
      const preview = await office.preview(office.approver, {
        change: 'change_session',
        id,
        from: '2026-11-09',
        session: shorter,
      });
      expect(preview.lookedAt).to.equal(3);
      expect(preview.touched.map(({ startsAt, reason }) => [startsAt, reason.code])).to.deep.equal([
        [at('2026-11-10', '10:45'), 'outside_visit_hours'],
      ]);
      expect(await templates()).to.have.lengthOf(1);
      await change(shorter, '2026-11-09');
      expect(await office.db('bookings').where({ state: 'booked' })).to.have.lengthOf(3);
    });

    it('end with a day; one that has not begun is taken back', async () => {
      await add(afternoon);
      const [, added] = await templates();
      const end = (lastDay: string) =>
        office.approver<Problem>('POST', `/api/session-templates/${added?.id}/end`, { lastDay });
      expect((await end('2026-11-05')).body.code).to.equal('ends_before_it_begins');
      expect((await end('2026-11-20')).status).to.equal(204);
      expect((await end('2026-11-25')).body.code).to.equal('ends_sooner_already');
      expect((await end('2026-11-08')).status).to.equal(204);
      expect(await startsOn('2026-11-09')).to.have.lengthOf(4);
      expect(await office.kindsIn('wujiawa')).to.include('session_template_ended');
    });

    it('are refused where they contradict themselves', async () => {
      const code = async (session: object, from?: string) => (await add(session, from)).body.code;
      expect(await code({ ...afternoon, closesAt: '13:00' })).to.equal('closes_before_opening');
      expect(await code({ ...afternoon, validTo: '2026-11-08' })).to.equal('ends_before_it_begins');
      expect(await code(afternoon, '2026-11-01')).to.equal('begins_in_the_past');
      expect(await code({ ...afternoon, closesAt: '14:20' })).to.equal('session_shorter_than_visit');
      expect(await code({ ...afternoon, weekdays: [1], validTo: '2026-11-14' }, '2026-11-10')).to.equal(
        'never_held',
      );
      expect(await code({ ...afternoon, wardIds: ['sichahe-ward'] })).to.equal('ward_not_of_prison');
      expect(await code({ ...afternoon, opensAt: '8:30' })).to.equal('malformed_request');
      expect(await code({ ...afternoon, weekdays: [] })).to.equal('malformed_request');
      expect(await templates()).to.have.lengthOf(1);
    });

    it('are refused where one ward would have the same hours twice, and only there', async () => {
      const code = async (session: object) => (await add(session)).body?.code;
      expect(await code({ ...morning, name: '又一个上午' })).to.equal('session_overlaps');
      expect(await code({ ...morning, opensAt: '11:00', closesAt: '12:00' })).to.equal('session_overlaps');
      expect(await code({ ...morning, wardIds: ['ward-2'] })).to.equal('session_overlaps');
      expect(await code({ ...morning, opensAt: '11:30', closesAt: '12:30' })).to.equal(undefined);
      const ofWard = { ...afternoon, weekdays: [3], everyWeeks: 2, wardIds: ['ward-2'] };
      expect(await code(ofWard)).to.equal(undefined);
      expect(await code({ ...ofWard, wardIds: ['wujiawa-ward'] })).to.equal(undefined);
      expect(await code({ ...ofWard, everyWeeks: 3 }), 'every sixth week').to.equal('session_overlaps');
      expect((await add(ofWard, '2026-11-16')).status, 'the weeks between').to.equal(204);
    });

    it('of other wards are shown as such, and are theirs alone', async () => {
      await change({ ...morning, weekdays: [1, 3], wardIds: ['wujiawa-ward'] }, '2026-11-09');
      await add({ ...morning, weekdays: [2], wardIds: ['ward-2'] });
      expect(await office.book(at('2026-11-10'))).to.equal('other_wards_day');
      expect(await office.book(at('2026-11-10'), { ward: 'ward-2' })).to.equal('done');
      expect(await office.book(at('2026-11-11'), { ward: 'ward-2' })).to.equal('other_wards_day');
      expect(await office.book(at('2026-11-11'), { room: 2, terminal: 2 })).to.equal('done');
      const applicationId = await addApplication(office.foundation);
      const { body } = await office.as('district_officer')<SlotsAnswer>(
        'GET',
        `/api/slots?applicationId=${applicationId}&from=2026-11-10&to=2026-11-10`,
        undefined,
        { 'accept-language': 'en' },
      );
      expect(body.slots[0]?.reasons[0]).to.deep.include({ code: 'other_wards_day' });
      expect(body.slots[0]?.reasons[0]?.text).to.include('2026-11-11 08:30');
    });

    it('take no more visits at once than they have places for, and name the next one with a place', async () => {
      await change({ ...morning, capacity: 2 }, '2026-11-09');
      expect(await office.book(at('2026-11-10'), { room: 1, terminal: 1 })).to.equal('done');
      expect(await office.book(at('2026-11-10'), { room: 2, terminal: 2 })).to.equal('done');
      expect(await office.book(at('2026-11-10'), { room: 3, terminal: 3 })).to.equal('session_full');
      expect(await office.book(at('2026-11-10', '09:15'), { room: 3, terminal: 3 })).to.equal('done');
      const applicationId = await addApplication(office.foundation);
      const { body } = await office.as('district_officer')<SlotsAnswer>(
        'GET',
        `/api/slots?applicationId=${applicationId}&from=2026-11-10&to=2026-11-10`,
        undefined,
        { 'accept-language': 'en' },
      );
      expect(body.slots[0]?.reasons).to.deep.equal([
        {
          code: 'session_full',
          text: 'The session takes at most 2 visits at once, and this slot is full. The next slot after it: 2026-11-10 09:15.',
        },
      ]);
    });

    it('count a visit that was booked before they were changed', async () => {
      expect(await office.book(at('2026-11-10'), { room: 1, terminal: 1 })).to.equal('done');
      await change({ ...morning, capacity: 1 }, '2026-11-09');
      expect(await office.book(at('2026-11-10'), { room: 2, terminal: 2 })).to.equal('session_full');
    });

    it('are changed by their prison alone', async () => {
      const id = await office.sessionId();
      const end = (who: CalendarOffice['approver']) =>
        who<Problem>('POST', `/api/session-templates/${id}/end`, { lastDay: '2026-11-30' });
      expect((await end(office.as('prison_approver', 'sichahe'))).body.code).to.equal('not_found');
      expect((await end(office.supervisor)).body.code).to.equal('not_permitted');
      const seen = await office.supervisor<SessionTemplate[]>(
        'GET',
        '/api/session-templates?prisonId=wujiawa',
      );
      expect(seen.body[0]?.actions.end).to.include({ allowed: false, code: 'not_permitted' });
    });

    it('are shown week by week, with what is closed and how many visits are booked', async () => {
      await office.book(at('2026-11-10'));
      await office.shut(office.approver, {
        scope: 'prison',
        scopeId: 'wujiawa',
        from: at('2026-11-12', '00:00'),
        until: at('2026-11-13', '00:00'),
      });
      const { body: week } = await office.supervisor<Week>(
        'GET',
        '/api/calendar?prisonId=wujiawa&from=2026-11-09&to=2026-11-15',
      );
      expect(week.days.map(({ sessions }) => sessions.length)).to.deep.equal([1, 1, 1, 1, 1, 0, 0]);
      expect(week.days.map(({ sessions }) => sessions[0]?.booked)).to.deep.equal([
        0,
        1,
        0,
        0,
        0,
        undefined,
        undefined,
      ]);
      expect(week.days[3]?.closureIds).to.deep.equal([week.closures[0]?.id]);
      expect(week.days[2]?.closureIds).to.deep.equal([]);
    });
  });
});

describe('The hours of the corrections centre', () => {
  forEachDatabase((_name, open) => {
    let office: CalendarOffice;
    beforeEach(async () => {
      office = await openCalendarOffice(await open());
    });
    afterEach(() => office.close());

    const hours = {
      weekdays: [1, 2, 3, 4, 5],
      opensAt: '09:00',
      closesAt: '17:00',
      openOnHolidays: false,
      validTo: null,
    };
    const add = (body: object = hours, from = '2026-11-09') =>
      office.supervisor<Problem>('POST', '/api/centre-hours', { from, hours: body });

    it('are none until some are entered; from then on its rooms are used in them only', async () => {
      expect((await add({ ...hours, weekdays: [1, 2] })).status).to.equal(204);
      expect(await office.book(at('2026-11-06'))).to.equal('done');
      expect(await office.book(at('2026-11-10'))).to.equal('outside_centre_hours');
      expect(await office.book(at('2026-11-10', '09:15'))).to.equal('done');
      expect(await office.book(at('2026-11-11', '09:15'))).to.equal('centre_closed_that_day');
      for (const prisonId of ['wujiawa', 'sichahe'])
        expect(await office.kindsIn(prisonId)).to.include('centre_hours_added');
    });

    it('are previewed, changed from a day on, and ended', async () => {
      await office.book(at('2026-11-10', '10:45'));
      await office.book(at('2026-11-11', '10:00'), { room: 2 });
      const morningsOnly = { ...hours, closesAt: '11:00' };
      const preview = await office.preview(office.supervisor, {
        change: 'add_centre_hours',
        from: '2026-11-09',
        hours: morningsOnly,
      });
      expect(preview.touched.map(({ startsAt, reason }) => [startsAt, reason.code])).to.deep.equal([
        [at('2026-11-10', '10:45'), 'outside_centre_hours'],
      ]);
      await add();
      const centre = async () => (await office.supervisor<Centre>('GET', '/api/centre')).body;
      const id = (await centre()).hours[0]?.id;
      const path = `/api/centre-hours/${id}`;
      const changed = await office.supervisor<Problem>('POST', `${path}/change`, {
        from: '2026-11-16',
        hours: morningsOnly,
      });
      expect(changed.status).to.equal(204);
      expect((await centre()).hours.map(({ closesAt, validTo }) => [closesAt, validTo])).to.deep.equal([
        ['17:00', '2026-11-15'],
        ['11:00', null],
      ]);
      const ended = await office.supervisor<Problem>('POST', `${path}/end`, { lastDay: '2026-11-10' });
      expect(ended.status).to.equal(204);
      expect(await office.book(at('2026-11-12', '10:00'), { room: 3 })).to.equal('centre_closed_that_day');
    });

    it('are refused twice for one day, and to all but the district’s supervisor', async () => {
      await add();
      expect((await add()).body.code).to.equal('hours_overlap');
      const others = await office.approver<Problem>('POST', '/api/centre-hours', {
        from: '2026-11-09',
        hours,
      });
      expect(others.body.code).to.equal('not_permitted');
    });
  });
});
