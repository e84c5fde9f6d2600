import { expect } from 'chai';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { fromStoredTime, toStoredTime } from '../../server/clock.ts';
import { asRow } from '../../server/rules/as-row.ts';
import { decideRuleChange } from '../../server/rules/decide-rule-change.ts';
import { loadRules } from '../../server/rules/index.ts';
import { rowsInForce } from '../../server/rules/load-rules.ts';
import { collide, periodOf } from '../../server/rules/rule-period.ts';
import type { Rule, RuleChange, RulePreview } from '../../server/rules/schema.ts';
import type { RuleRow } from '../../server/rules/tables.ts';
import { addApplication } from '../bookings/a-district.ts';
import { forEachDatabase } from '../support/databases.ts';
import { at, change, openRuleOffice, type RuleOffice, wujiawa } from './a-rule-office.ts';

type Problem = { code: string; title: string };

describe('A rule for a time', () => {
  forEachDatabase((_name, open) => {
    let office: RuleOffice;
    before(async () => {
      office = await openRuleOffice(open);
    });
    after(() => office.close());
    afterEach(() => office.startAgain());

    const ask = (path: string, changed: object, language = 'en') =>
      office.as('administrator')<Problem>(
        'POST',
        path,
        { ...change, ...changed },
        { 'accept-language': language },
      );
    const add = async (changed: object = {}) => {
      const answer = await ask('/api/rules', changed);
      expect(answer.status, JSON.stringify(answer.body)).to.equal(201);
    };
    const expectRefused = async (changed: object, status: number, code: string, says: RegExp) => {
      const before = await office.traces();
      for (const path of ['/api/rules', '/api/rules/preview'])
        for (const language of ['zh', 'en']) {
          const { body, ...answer } = await ask(path, changed, language);
          expect([answer.status, body.code]).to.deep.equal([status, code]);
          expect(body.title).to.match(says).and.not.match(/[{}]/);
        }
      expect(await office.traces()).to.deep.equal(before);
    };
    const valueAt = async (moment: string, prisonId?: string) =>
      (await loadRules(office.database.db, { at: fromStoredTime(moment), prisonId })).get('duration_minutes');
    const standings = async () => {
      const rules = (await office.as('auditor')<Rule[]>('GET', '/api/rules')).body;
      const duration = rules.find(({ key }) => key === 'duration_minutes');
      return duration?.versions.map(({ value, standing, lastDay }) => [value, standing, lastDay]);
    };

    const inHoliday = { effectiveFrom: '2026-10-01', lastDay: '2026-10-07' };

    it('holds from its first day to the end of its last, and then the one before it holds again', async () => {
      await add({ value: 20, ...inHoliday });
      expect(await valueAt('2026-09-30T15:59:59.999Z')).to.equal(30);
      expect(await valueAt('2026-09-30T16:00:00.000Z')).to.equal(20);
      expect(await valueAt('2026-10-07T15:59:59.999Z')).to.equal(20);
      expect(await valueAt('2026-10-07T16:00:00.000Z')).to.equal(30);
    });

    it('stands on whichever open version came before, of its own scope or of a wider one', async () => {
      await add({ value: 45, effectiveFrom: '2026-09-14' });
      await add({ value: 20, ...inHoliday });
      await add({ value: 60, scope: wujiawa, effectiveFrom: '2026-10-03', lastDay: '2026-10-03' });
      expect(await valueAt(at('2026-10-02'), 'wujiawa')).to.equal(20);
      expect(await valueAt(at('2026-10-03'), 'wujiawa')).to.equal(60);
      expect(await valueAt(at('2026-10-04'), 'wujiawa')).to.equal(20);
      expect(await valueAt(at('2026-10-08'), 'wujiawa')).to.equal(45);
    });

    it('says how it and the one that it stands on are, while it holds and after', async () => {
      await add({ value: 20, effectiveFrom: '2026-09-07', lastDay: '2026-09-09' });
      await add({ value: 45, effectiveFrom: '2026-09-14' });
      expect(await standings()).to.deep.equal([
        [45, 'to_come', null],
        [20, 'in_force', '2026-09-09'],
        [30, 'set_aside', null],
      ]);
      office.clock.set('2026-09-09T16:00:00.000Z');
      expect(await standings()).to.deep.equal([
        [45, 'to_come', null],
        [20, 'over', '2026-09-09'],
        [30, 'in_force', null],
      ]);
      office.clock.set('2026-09-14T01:00:00.000Z');
      expect((await standings())?.map(([, standing]) => standing)).to.deep.equal([
        'in_force',
        'over',
        'superseded',
      ]);
    });

    it('is refused if it ends before it begins', async () => {
      await expectRefused(
        { effectiveFrom: '2026-09-14', lastDay: '2026-09-13' },
        422,
        'rule_ends_before_it_begins',
        /2026-09-13.*2026-09-14/,
      );
      for (const lastDay of ['2026-02-30', '', 7])
        expect((await ask('/api/rules', { lastDay })).status).to.equal(400);
      await add({ effectiveFrom: '2026-09-14', lastDay: '2026-09-14' });
    });

    it('is refused where it overlaps another, with the days of that other', async () => {
      await add({ value: 20, ...inHoliday });
      for (const [effectiveFrom, lastDay] of [
        ['2026-09-20', '2026-10-01'],
        ['2026-10-03', '2026-10-05'],
        ['2026-10-07', '2026-10-20'],
        ['2026-09-20', '2026-10-20'],
        ['2026-10-02', null],
      ])
        await expectRefused(
          { effectiveFrom, lastDay },
          409,
          'rule_overlaps_another',
          /2026-10-01.*2026-10-07/,
        );
      await expectRefused(inHoliday, 409, 'rule_day_taken', /2026-10-01/);
      // Before, after, and for others it is free.
      await add({ effectiveFrom: '2026-09-20', lastDay: '2026-09-30' });
      await add({ effectiveFrom: '2026-10-08' });
      await add({ ...inHoliday, scope: wujiawa });
    });

    it('is refused where an open version is to come meanwhile, with its first day', async () => {
      await add({ effectiveFrom: '2026-10-03' });
      await expectRefused({ value: 20, ...inHoliday }, 409, 'rule_overlaps_one_to_come', /2026-10-03/);
      await add({ value: 20, effectiveFrom: '2026-10-01', lastDay: '2026-10-02' });
    });

    it('leaves its days free once it is withdrawn', async () => {
      await add({ value: 20, ...inHoliday });
      const { id } = await office.database.db('rules').where({ value: '20' }).first();
      await office.as('administrator')('POST', `/api/rules/${id}/withdrawal`);
      await add({ value: 25, effectiveFrom: '2026-10-05', lastDay: '2026-10-06' });
      expect(await valueAt(at('2026-10-03'))).to.equal(30);
    });

    it('is previewed for the visits of its own days alone', async () => {
      const book = async (startsAt: string) => {
        const booked = await office.as('district_officer')<{ number: string }>('POST', '/api/bookings', {
          applicationId: await addApplication(office.foundation),
          startsAt,
          visitRoomId: 'room-1',
          terminalId: 'wujiawa-terminal-1',
        });
        expect(booked.status, JSON.stringify(booked.body)).to.equal(201);
        return booked.body.number;
      };
      await book(at('2026-09-15', '09:15'));
      const within = await book(at('2026-09-16', '09:15'));
      await book(at('2026-09-17', '09:15'));
      const { body } = await office.as('administrator')<RulePreview>('POST', '/api/rules/preview', {
        ...change,
        effectiveFrom: '2026-09-16',
        lastDay: '2026-09-16',
      });
      expect([body.lookedAt, body.unfit.map(({ number }) => number)]).to.deep.equal([1, [within]]);
    });

    it('is in the book with its last day', async () => {
      await add({ value: 20, ...inHoliday });
      const { id } = await office.database.db('rules').where({ value: '20' }).first();
      const entries = await office.database
        .db('ledger_entries')
        .where({ kind: 'rule_changed' })
        .pluck('entry');
      const [entry] = entries.map((text) => JSON.parse(text)).filter(({ facts }) => facts.versionId === id);
      expect(entry.facts.lastDay).to.equal('2026-10-07');
    });

    it('may not contradict another rule at any time that it holds', async () => {
      const months = { scope: { kind: 'all', id: '' }, effectiveFrom: '2026-09-14' };
      await add({ ...months, key: 'suspension_months_least', value: 2, effectiveFrom: '2026-10-01' });
      await expectRefused(
        { ...months, key: 'suspension_months_most', value: 1 },
        422,
        'rule_contradicts_another',
        /2.*1/,
      );
      await add({ ...months, key: 'suspension_months_most', value: 1, lastDay: '2026-09-30' });
      await expectRefused(
        { ...months, key: 'max_lead_days', value: 2 },
        422,
        'rule_contradicts_another',
        /3.*2/,
      );
    });
  });

  it('is never held beside another of its scope, and each version holds in all of its days, whatever is added', () => {
    const now = DateTime.fromISO('2026-09-07T09:00', { zone: 'Asia/Shanghai' });
    const day = (n: number) => now.plus({ days: n }).toISODate() as string;
    const asked = fc.record({
      first: fc.integer({ min: 0, max: 30 }),
      days: fc.option(fc.integer({ min: 0, max: 8 })),
      value: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 12 }), (changes) => {
        const first = {
          ...row(change as RuleChange),
          id: 'first',
          effective_from: '1970-01-01T00:00:00.000Z',
        };
        const rows: RuleRow[] = [first];
        for (const [index, { first: from, days, value }] of changes.entries()) {
          const wanted: RuleChange = {
            ...(change as RuleChange),
            value,
            effectiveFrom: day(from),
            lastDay: days === null ? null : day(from + days),
          };
          const decision = decideRuleChange(wanted, { now, rows, prisonIds: [] });
          if (!('refused' in decision)) rows.push({ ...asRow(wanted, decision), id: `v${index}` });
        }
        for (const one of rows)
          for (const other of rows)
            if (one !== other) expect(collide(periodOf(one), periodOf(other))).to.equal(false);
        for (let n = 0; n < 45; n += 1) {
          const noon = now.plus({ days: n, hours: 3 });
          const [holds] = rowsInForce(rows, { at: noon });
          const moment = toStoredTime(noon);
          const open = rows
            .filter((each) => each.effective_to === null && each.effective_from <= moment)
            .sort((a, b) => a.effective_from.localeCompare(b.effective_from))
            .at(-1);
          const forATime = rows.find(
            (each) =>
              each.effective_to !== null && each.effective_from <= moment && moment < each.effective_to,
          );
          expect(holds?.id).to.equal((forATime ?? open)?.id);
        }
      }),
      { numRuns: 300 },
    );
  });
});

const row = (wanted: RuleChange): RuleRow => ({
  ...asRow({ ...wanted, value: 30, confirmed: false }, { from: DateTime.utc(), until: null }),
  id: '',
});
