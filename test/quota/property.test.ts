import { expect } from 'chai';
import fc from 'fast-check';
import { inTransaction } from '../../db/connection.ts';
import { endBooking } from '../../server/bookings/index.ts';
import type { Role } from '../../server/edge/index.ts';
import type { Outcome } from '../../server/visits/codes.ts';
import { addApplication, addPrisoner, officer, outcomeOf, setRule } from '../bookings/a-district.ts';
import { forEachDatabase } from '../support/databases.ts';
import { type Allowance, at, openAllowance } from './an-allowance.ts';
import { createModel, days, type Model, months, type RulesOfRun, type Step } from './quota-model.ts';

const now = at('2026-11-16', '09:00');
const grades = ['ordinary', 'lenient'] as const;
const perPrisoner = 2;

const application = fc.nat(grades.length * perPrisoner - 1);
const prisoner = fc.nat(grades.length - 1);
const day = fc.nat(days.length - 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('book' as const), application, day }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('move' as const), application, day }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('cancel' as const), application }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('end' as const),
      application,
      ending: fc.constantFrom('took_place' as const, 'forfeited', 'failed', 'failed', 'failed', 'called_off'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('excuse' as const), application }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('enter' as const),
      prisoner,
      date: fc.integer({ min: 1, max: 4 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('void' as const), prisoner }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('grant' as const), prisoner, month: fc.nat(months.length - 1) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('withdraw' as const), prisoner }) },
);
const rulesOfRun: fc.Arbitrary<RulesOfRun> = fc.record({
  onSiteCounts: fc.boolean(),
  noShowCounts: fc.boolean(),
  makeupOutside: fc.boolean(),
});
const outcomes: Record<Extract<Step, { do: 'end' }>['ending'], Outcome> = {
  took_place: 'COMPLETED_NORMALLY',
  forfeited: 'VISITOR_DID_NOT_ARRIVE',
  failed: 'TECHNICAL_FAILURE_NETWORK',
  called_off: 'ESTABLISHMENT_CANCELLED',
};

describe('Whatever is booked, moved, cancelled, held, missed, lost, entered and granted', () => {
  forEachDatabase((name, open) => {
    let office: Allowance;
    let prisoners: string[];
    let applications: string[];
    before(async function () {
      this.timeout(60_000);
      office = await openAllowance(await open(), { rooms: 6, terminals: 6 });
      office.clock.set(now);
      await setRule(office.foundation, 'min_lead_working_days', 5);
      for (const key of ['on_site_visits_count', 'no_show_counts_to_quota', 'makeup_outside_quota'] as const)
        await setRule(office.foundation, key, true);
    });
    after(() => office.shut());

    /** People of its own for each run: the history of others stays as it is. */
    async function begin(rules: RulesOfRun): Promise<Model> {
      const values = {
        on_site_visits_count: rules.onSiteCounts,
        no_show_counts_to_quota: rules.noShowCounts,
        makeup_outside_quota: rules.makeupOutside,
      };
      for (const [key, value] of Object.entries(values))
        await office
          .db('rules')
          .where({ key, source: 'a test' })
          .update({ value: JSON.stringify(value) });
      await office.emptyCalendar();
      prisoners = await Promise.all(grades.map((grade) => addPrisoner(office.foundation, { grade })));
      applications = [];
      for (const prisonerId of prisoners)
        for (let n = 0; n < perPrisoner; n += 1)
          applications.push(await addApplication(office.foundation, { prisonerId }));
      return createModel(rules, { allowed: [1, 2], perPrisoner });
    }

    const liveOf = async (application: number): Promise<string | undefined> =>
      (await office.db('bookings').where({ live_application_id: applications[application] }).first('id'))?.id;
    const post = async (role: Role, path: string, body: object) =>
      (await office.ask(role, 'POST', path, body)).status < 300;
    const done = async (attempt: Promise<unknown>) => (await outcomeOf(attempt)) === 'done';

    /** Does it as the screens would. Gives whether it was done. */
    async function perform(one: Step): Promise<boolean> {
      if (one.do === 'book') {
        const room = one.application + 1;
        return done(office.book(applications[one.application] ?? '', days[one.day] ?? '', room));
      }
      if (one.do === 'enter') {
        const body = { day: `2026-11-0${one.date}` };
        return post('prison_officer', `/api/prisoners/${prisoners[one.prisoner]}/on-site-visits`, body);
      }
      if (one.do === 'grant') {
        // The words are those of another time: the same ones would be refused as a double click.
        const body = { month: months[one.month], reasonCode: 'reward', note: String(Math.random()) };
        return post('prison_approver', `/api/prisoners/${prisoners[one.prisoner]}/quota-exceptions`, body);
      }
      if (one.do === 'void') {
        const row = await office
          .db({ visit: 'on_site_visits' })
          .leftJoin({ correction: 'on_site_visits' }, 'correction.corrects', 'visit.id')
          .where('visit.prisoner_id', prisoners[one.prisoner])
          .whereNull('correction.id')
          .whereNotNull('visit.day')
          .orderBy('visit.day')
          .first('visit.id');
        const body = { day: null, remark: '登记有误' };
        return row !== undefined && post('prison_officer', `/api/on-site-visits/${row.id}/correction`, body);
      }
      if (one.do === 'withdraw') {
        const row = await office
          .db('quota_exceptions')
          .where({ prisoner_id: prisoners[one.prisoner], withdrawn_at: null })
          .orderBy('id')
          .first('id');
        return (
          row !== undefined &&
          post('prison_approver', `/api/quota-exceptions/${row.id}/withdraw`, { note: '撤回' })
        );
      }
      if (one.do === 'excuse') {
        const row = await office
          .db('bookings')
          .where({ application_id: applications[one.application], ending: 'forfeited', given_back: false })
          .first('id');
        return (
          row !== undefined &&
          post('district_supervisor', `/api/bookings/${row.id}/excuse`, { reasonCode: 'traffic_or_weather' })
        );
      }
      const id = await liveOf(one.application);
      if (id === undefined) return false;
      if (one.do === 'move') return done(office.move(id, days[one.day] ?? '', one.application + 1));
      if (one.do === 'cancel') return done(office.cancel(id));
      return done(
        inTransaction(office.db, (trx) =>
          endBooking(trx, office.foundation, id, {
            outcome: outcomes[one.ending],
            wasLive: one.ending === 'took_place',
            by: { kind: 'staff', id: officer.id },
          }),
        ),
      );
    }

    /** Nobody was booked beyond the quota, and the history goes without a gap to what is counted now. */
    async function expectHistoryWhole(): Promise<void> {
      for (const prisonerId of prisoners)
        for (const month of months) {
          const rows = await office
            .db('quota_changes')
            .where({ prisoner_id: prisonerId, month })
            .orderBy('id');
          rows.forEach((row, n) => {
            const before = rows[n - 1];
            if (before !== undefined)
              expect([row.used_before, row.allowed_before], row.cause).to.deep.equal([
                before.used_after,
                before.allowed_after,
              ]);
            if (
              row.used_after > row.used_before &&
              ['visit_booked', 'makeup_booked', 'visit_moved'].includes(row.cause)
            )
              expect(row.used_after, row.cause).to.be.at.most(row.allowed_after);
          });
          const { used, allowed } = await office.quota(prisonerId, month);
          const last = rows.at(-1);
          if (last !== undefined)
            expect([last.used_after, last.allowed_after]).to.deep.equal([used, allowed]);
          else expect(used).to.equal(0);
        }
    }

    const steps = fc.array(step, { minLength: 10, maxLength: 25, size: 'max' });
    it('one after the other, exactly what fits is done, and the numbers are those of a plain count', async function () {
      this.timeout(300_000);
      await fc.assert(
        fc.asyncProperty(rulesOfRun, steps, async (rules, sequence) => {
          const model = await begin(rules);
          for (const each of sequence) {
            const one = model.aim(each);
            const expected = model.take(one);
            expect(await perform(one), JSON.stringify(one)).to.equal(expected);
          }
          for (const [n, prisonerId] of prisoners.entries())
            for (const month of months) {
              const { used, allowed } = await office.quota(prisonerId, month);
              expect({ used, allowed }, `${n} ${month}`).to.deep.equal(model.quota(n, month));
            }
          await expectHistoryWhole();
        }),
        { numRuns: name === 'SQLite' ? 40 : 10 },
      );
    });

    it('at the same time, no booking goes beyond the quota, and no failed visit is made up for twice', async function () {
      this.timeout(300_000);
      const batches = fc.array(fc.array(step, { minLength: 2, maxLength: 5 }), {
        minLength: 1,
        maxLength: 5,
      });
      await fc.assert(
        fc.asyncProperty(rulesOfRun, batches, async (rules, sequence) => {
          await begin(rules);
          for (const batch of sequence) await Promise.all(batch.map(perform));
          await expectHistoryWhole();
          const claims: string[] = await office
            .db('bookings')
            .whereNotNull('makeup_claim')
            .pluck('makeup_claim');
          expect(new Set(claims).size).to.equal(claims.length);
        }),
        { numRuns: name === 'SQLite' ? 20 : 8 },
      );
    });
  });
});
