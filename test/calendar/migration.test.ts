import { expect } from 'chai';
import { down, up } from '../../db/migrations/016-calendar.ts';
import { forEachDatabase } from '../support/databases.ts';
import { at, type CalendarOffice, openCalendarOffice } from './a-calendar-office.ts';

describe('The visit days of an installation from before', () => {
  forEachDatabase((_name, open) => {
    let office: CalendarOffice;
    before(async function () {
      this.timeout(60_000);
      office = await openCalendarOffice(await open());
    });
    after(() => office.close());

    it('become sessions for every ward and every terminal, and the same slots can be booked', async () => {
      await down(office.db);
      const days = await office.db('visit_days').where({ prison_id: 'wujiawa' }).orderBy('weekday');
      expect(days.map(({ weekday }) => weekday)).to.deep.equal([1, 2, 3, 4, 5]);
      expect(days[0]).to.include({ opens_at: '08:30', closes_at: '11:30', valid_from: '2026-01-01' });
      await up(office.db);
      const sessions = await office
        .db('session_templates')
        .where({ prison_id: 'wujiawa' })
        .orderBy('weekdays');
      expect(sessions.map(({ weekdays }) => weekdays)).to.deep.equal(['1', '2', '3', '4', '5']);
      expect(sessions[0]).to.include({ name: '周一 08:30–11:30', every_weeks: 1, capacity: null });
      expect(await office.book(at('2026-11-10'))).to.equal('done');
      expect(await office.book(at('2026-11-14')), 'a Saturday').to.equal('outside_visit_hours');
    });
  });
});
