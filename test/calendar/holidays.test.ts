import { expect } from 'chai';
import type { HolidayYears, SlotsAnswer } from '../../server/calendar/schema.ts';
import { addApplication, setRule } from '../bookings/a-district.ts';
import { forEachDatabase } from '../support/databases.ts';
import { at, type CalendarOffice, openCalendarOffice, type Problem } from './a-calendar-office.ts';

const holiday = (day: string, festival: string) => ({ day, kind: 'holiday', festival });
const fixed = (year: number) => [
  holiday(`${year}-01-01`, 'new_year'),
  holiday(`${year}-05-01`, 'labour_day'),
  holiday(`${year}-05-02`, 'labour_day'),
  holiday(`${year}-10-01`, 'national_day'),
  holiday(`${year}-10-02`, 'national_day'),
  holiday(`${year}-10-03`, 'national_day'),
];
const source = '国务院办公厅关于部分节假日安排的通知（国办发明电〔2026〕1号）';
/** A long New Year, made up for on Saturday, 9 January. */
const arrangement = {
  year: 2027,
  source,
  days: [
    ...fixed(2027),
    holiday('2027-01-04', 'new_year'),
    { day: '2027-01-09', kind: 'makeup_working_day', festival: 'new_year' },
  ],
};

describe('The State Council’s arrangement of holidays', () => {
  forEachDatabase((_name, open) => {
    let office: CalendarOffice;
    beforeEach(async () => {
      office = await openCalendarOffice(await open());
      await setRule(office.foundation, 'max_lead_days', 100);
    });
    afterEach(() => office.close());

    const enter = (body: object = arrangement) =>
      office.administrator<Problem>('POST', '/api/holidays', body);
    const holidays = async () => (await office.administrator<HolidayYears>('GET', '/api/holidays')).body;
    const kindOf = async (day: string) => {
      const applicationId = await addApplication(office.foundation);
      const { body } = await office.as('district_officer')<SlotsAnswer>(
        'GET',
        `/api/slots?applicationId=${applicationId}&from=${day}&to=${day}`,
      );
      return { kind: body.days[0]?.kind, known: body.days[0]?.arrangementKnown, slots: body.slots.length };
    };

    it('is used for slots once it is entered, and is what is known of the year', async () => {
      expect(await kindOf('2027-01-04')).to.deep.equal({ kind: 'ordinary', known: false, slots: 4 });
      expect((await enter()).status).to.equal(204);
      expect(await kindOf('2027-01-04')).to.deep.equal({ kind: 'holiday', known: true, slots: 0 });
      expect(await kindOf('2027-01-09')).to.include({ kind: 'makeup_working_day' });
      expect((await holidays()).years[1]).to.deep.include({ year: 2027, known: 'entered', source });
      for (const prisonId of ['wujiawa', 'sichahe'])
        expect(await office.kindsIn(prisonId)).to.include('holidays_entered');
    });

    it('goes before what the system came with', async () => {
      const days = [...fixed(2026), holiday('2026-11-10', 'other')];
      expect((await enter({ year: 2026, source, days })).status).to.equal(204);
      expect(await kindOf('2026-11-10')).to.deep.equal({ kind: 'holiday', known: true, slots: 0 });
      expect(await office.book(at('2026-11-10'))).to.equal('closed_on_holiday');
    });

    it('counts for the days of notice and the time of a review', async () => {
      office.clock.set(at('2026-12-31', '09:00'));
      await setRule(office.foundation, 'min_lead_working_days', 1);
      expect(await office.book(at('2027-01-04'))).to.equal('done');
      await enter();
      expect(await office.book(at('2027-01-05'))).to.equal('done');
      office.clock.set(at('2027-01-08', '09:00'));
      await setRule(office.foundation, 'min_lead_working_days', 2);
      expect(await office.book(at('2027-01-11')), 'Saturday the 9th is worked').to.equal('done');
    });

    it('is told before which booked visits would fall on a holiday', async () => {
      expect(await office.book(at('2027-01-04'))).to.equal('done');
      const preview = await office.preview(office.administrator, {
        change: 'enter_holidays',
        ...arrangement,
      });
      expect(preview.touched.map(({ reason }) => reason.code)).to.deep.equal(['closed_on_holiday']);
    });

    it('that is missing from November on is said', async () => {
      expect(await holidays()).to.deep.include({ missing: 2027 });
      office.clock.set(at('2026-10-31'));
      expect(await holidays()).to.deep.include({ missing: null });
      office.clock.set(at('2027-02-01'));
      expect(await holidays()).to.deep.include({ missing: 2027 });
      await enter();
      expect(await holidays()).to.deep.include({ missing: null });
    });

    it('can be entered anew when it was changed; the first stays on record', async () => {
      await enter();
      expect((await enter()).body.code).to.equal('arrangement_unchanged');
      await enter({ ...arrangement, days: fixed(2027) });
      expect(await kindOf('2027-01-04')).to.include({ kind: 'ordinary' });
      expect(await office.db('holiday_arrangements')).to.have.lengthOf(2);
    });

    it('is refused where it cannot be so, and to all but the administrator', async () => {
      const code = async (body: object) => (await enter({ ...arrangement, ...body })).body.code;
      expect(await code({ days: fixed(2027).slice(1) })).to.equal('statutory_day_missing');
      expect(await code({ days: [...fixed(2027), ...fixed(2027)] })).to.equal('day_given_twice');
      expect(await code({ days: [...fixed(2027), holiday('2028-01-03', 'new_year')] })).to.equal(
        'day_of_another_year',
      );
      expect(
        await code({
          days: [...fixed(2027), { day: '2027-01-04', kind: 'makeup_working_day', festival: 'new_year' }],
        }),
      ).to.equal('makeup_day_is_no_weekend');
      expect(await code({ year: 2025, days: fixed(2025) })).to.equal('begins_in_the_past');
      expect(await code({ source: ' ' })).to.equal('malformed_request');
      const other = await office.supervisor<Problem>('POST', '/api/holidays', arrangement);
      expect(other.body.code).to.equal('not_permitted');
      expect(await office.db('holiday_arrangements')).to.deep.equal([]);
    });
  });
});
