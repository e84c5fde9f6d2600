import { expect } from 'chai';
import { findFlagged } from '../../server/bookings/index.ts';
import { addApplication } from '../bookings/a-district.ts';
import { forEachDatabase } from '../support/databases.ts';
import { at, type CustodyOffice, openCustodyOffice, today } from './a-custody-office.ts';

/** Many at once: enough that the order differs from run to run. */
const rounds = 12;

describe('A bar that is entered while a visit is booked', () => {
  forEachDatabase((_name, open) => {
    let office: CustodyOffice;
    beforeEach(async function () {
      this.timeout(60_000);
      office = await openCustodyOffice(await open());
    });
    afterEach(() => office.close());

    /** The entries of the first prison's book about a prisoner, in the order of the book. */
    async function storyOf(prisonerId: string): Promise<string[]> {
      const rows: { kind: string }[] = await office
        .db('ledger_entries')
        .join('ledger_subjects', (join) =>
          join
            .on('ledger_subjects.book_id', 'ledger_entries.book_id')
            .on('ledger_subjects.entry_index', 'ledger_entries.entry_index'),
        )
        .where({ subject_id: prisonerId, 'ledger_entries.book_id': 'wujiawa' })
        .orderBy('ledger_entries.entry_index')
        .select('kind');
      return rows.map(({ kind }) => kind);
    }

    const changes: [string, object][] = [
      ['a bar', { change: 'bar', kind: 'investigation', from: today, note: '' }],
      ['a transfer', { change: 'transfer', toPrisonId: 'sichahe', day: today }],
      ['a release', { change: 'release', day: today }],
    ];
    for (const [what, change] of changes) {
      it(`either refuses the booking or flags it, never neither: ${what}`, async function () {
        this.timeout(60_000);
        const days = ['2026-12-01', '2026-12-02', '2026-12-03'];
        const times = days.flatMap((day) =>
          ['08:30', '09:15', '10:00', '10:45'].map((time) => at(day, time)),
        );
        const families = [];
        for (const startsAt of times.slice(0, rounds)) {
          const prisonerId = await office.prisoner();
          const applicationId = await addApplication(office.foundation, { prisonerId });
          families.push({ prisonerId, applicationId, startsAt });
        }
        const outcomes = await Promise.all(
          families.map(async ({ prisonerId, applicationId, startsAt }) => {
            const [booked, changed] = await Promise.all([
              office.book(applicationId, startsAt),
              office.change(prisonerId, change),
            ]);
            expect(changed.status, JSON.stringify(changed.body)).to.equal(200);
            return { prisonerId, booked: booked.status === 201 };
          }),
        );
        for (const { prisonerId, booked } of outcomes) {
          const flagged = await findFlagged(office.db, { now: office.clock.now(), prisonerId });
          expect(flagged.length, 'a booking that was made is flagged').to.equal(booked ? 1 : 0);
          const story = await storyOf(prisonerId);
          // Whatever was booked stands in the book before what bars it.
          expect(story.indexOf('visit_booked')).to.equal(booked ? 0 : -1);
        }
      });
    }

    it('is itself entered once, however often it is sent', async () => {
      const id = await office.prisoner();
      const bar = { change: 'bar', kind: 'strict_training', from: today, to: '2026-12-24', version: 1 };
      const answers = await Promise.all([1, 2, 3, 4].map(() => office.change(id, bar)));
      expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 409, 409, 409]);
      expect(await office.entries('prisoner_bar_entered')).to.have.length(1);
    });

    it('crosses transfers in both directions without waiting in a circle', async function () {
      this.timeout(60_000);
      const there = await Promise.all(Array.from({ length: 6 }, () => office.prisoner()));
      const back = await Promise.all(
        Array.from({ length: 6 }, () => office.prisoner({ prisonId: 'sichahe' })),
      );
      const move = (id: string, toPrisonId: string, prison: string) =>
        office.change(
          id,
          { change: 'transfer', toPrisonId, day: today },
          { who: ['prison_officer', prison] },
        );
      const answers = await Promise.all([
        ...there.map((id) => move(id, 'sichahe', 'wujiawa')),
        ...back.map((id) => move(id, 'wujiawa', 'sichahe')),
      ]);
      expect(answers.map(({ status }) => status)).to.deep.equal(Array.from({ length: 12 }, () => 200));
    });
  });
});
