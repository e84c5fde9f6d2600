import { expect } from 'chai';
import { DateTime } from 'luxon';
import { ensureDefaultRules, loadRules } from '../../server/rules/index.ts';
import { resolveRules } from '../../server/rules/load-rules.ts';
import { definitionOf, optionsOf } from '../../server/rules/rule-definitions.ts';
import { type RuleKey, ruleKeys, ruleTexts, valueInWords } from '../../server/rules/schema.ts';
import type { RuleRow } from '../../server/rules/tables.ts';
import { forEachDatabase, type TestDatabase } from '../support/databases.ts';
import { testClock } from '../support/test-clock.ts';

const clock = testClock('2026-11-24T01:00:00.000Z');
const at = clock.now();

function row(changed: Partial<RuleRow>): RuleRow {
  return {
    id: 'r',
    key: 'duration_minutes',
    value: '30',
    scope_kind: 'all',
    scope_id: '',
    source: 'a source',
    effective_from: '2026-01-01T00:00:00.000Z',
    effective_to: null,
    confirmed: false,
    created_at: '2026-01-01T00:00:00.000Z',
    created_by: null,
    withdrawn_at: null,
    withdrawn_by: null,
    withdrawn_id: '',
    ...changed,
  };
}

describe('A rule', () => {
  const everywhere = row({ id: 'all', value: '30' });
  const inPrison = row({ id: 'prison', value: '31', scope_kind: 'prison', scope_id: 'wujiawa' });
  const ofGrade = row({ id: 'grade', value: '32', scope_kind: 'grade', scope_id: 'lenient' });
  const ofCategory = row({ id: 'category', value: '33', scope_kind: 'category', scope_id: 'drugs' });
  const rows = [ofGrade, everywhere, ofCategory, inPrison];
  const duration = (context: { prisonId?: string; grade?: string; category?: string }) =>
    resolveRules(rows, { at, ...context }).get('duration_minutes');

  it('has the value of the narrowest scope that fits: category, grade, prison, all', () => {
    expect(duration({})).to.equal(30);
    expect(duration({ prisonId: 'sichahe', grade: 'strict', category: 'general' })).to.equal(30);
    expect(duration({ prisonId: 'wujiawa' })).to.equal(31);
    expect(duration({ prisonId: 'wujiawa', grade: 'lenient' })).to.equal(32);
    expect(duration({ prisonId: 'wujiawa', grade: 'lenient', category: 'drugs' })).to.equal(33);
  });

  it('changes at the moment from which the newer version holds, and not before', () => {
    const changed = [...rows, row({ id: 'new', value: '45', effective_from: '2026-12-01T00:00:00.000Z' })];
    const durationAt = (iso: string) =>
      resolveRules(changed, { at: DateTime.fromISO(iso) }).get('duration_minutes');
    expect(durationAt('2026-11-30T23:59:59.999Z')).to.equal(30);
    expect(durationAt('2026-12-01T00:00:00.000Z')).to.equal(45);
  });

  it('of a narrower scope is not changed by a newer version of a wider one', () => {
    const changed = [...rows, row({ id: 'new', value: '45', effective_from: '2026-11-01T00:00:00.000Z' })];
    expect(resolveRules(changed, { at, prisonId: 'wujiawa' }).get('duration_minutes')).to.equal(31);
  });

  it('says which versions were asked for, once each', () => {
    const rules = resolveRules([...rows, row({ id: 'turn', key: 'turnover_minutes', value: '15' })], {
      at,
      grade: 'lenient',
    });
    expect(rules.used()).to.deep.equal([]);
    rules.get('duration_minutes');
    rules.get('duration_minutes');
    expect(rules.used()).to.deep.equal([{ key: 'duration_minutes', versionId: 'grade' }]);
  });

  it('without a value in force, or with one that it cannot have, stops the decision', () => {
    expect(() => resolveRules([], { at }).get('max_visitors')).to.throw(/max_visitors/);
    expect(() => resolveRules([row({ value: '"long"' })], { at }).get('duration_minutes')).to.throw();
    expect(() => resolveRules([row({ value: '0' })], { at }).get('duration_minutes')).to.throw();
  });

  it('has a default that its own schema allows, a source, and a text in both languages', () => {
    for (const key of ruleKeys) {
      const definition = definitionOf(key);
      for (const value of [definition.default, ...(definition.narrower ?? []).map((one) => one.value)])
        expect(definition.value.parse(value), key).to.deep.equal(value);
      expect(definition.source, key).to.match(/第 .+ 项/);
      expect(definition.source.length, key).to.be.below(200);
      expect(ruleTexts[key].zh && ruleTexts[key].en, key).to.not.equal('');
    }
  });

  it('is said in both languages, with its unit or in the words of its codes', () => {
    const said = (key: RuleKey) =>
      valueInWords(definitionOf(key).default, { unit: definitionOf(key).unit, options: optionsOf(key) });
    expect(said('warning_minutes')).to.deep.equal({ zh: '5、1 分钟', en: '5, 1 minutes' });
    expect(said('four_eyes_district')).to.deep.equal({ zh: '是', en: 'yes' });
    expect(said('allowed_degrees')).to.deep.equal({ zh: '近亲属、监护人', en: 'Near relative, Guardian' });
    expect(said('category_relationships')).to.deep.equal({ zh: '全部', en: 'all of them' });
    for (const key of ruleKeys) {
      expect(said(key).zh, key).to.not.match(/[a-z_]/);
      expect(said(key).en, key).to.not.match(/[_\p{Script=Han}]/u);
    }
  });
});

describe('The default rules', () => {
  forEachDatabase((_name, open) => {
    let database: TestDatabase;
    before(async () => {
      database = await open();
      await ensureDefaultRules(database.db, clock);
    });
    after(() => database.close());

    it('give one visit a month, two to the lenient grade and none to the strict', async () => {
      const visits = async (grade: string) =>
        (await loadRules(database.db, { at, grade })).get('visits_per_month');
      expect(await visits('strict')).to.equal(0);
      expect(await visits('observation')).to.equal(1);
      expect(await visits('ordinary')).to.equal(1);
      expect(await visits('lenient')).to.equal(2);
    });

    it('are unconfirmed', async () => {
      expect(await database.db('rules').where({ confirmed: true })).to.deep.equal([]);
    });

    it('are inserted once, however often and however many copies start', async () => {
      const { db } = database;
      const before = await db('rules').orderBy('id');
      await Promise.all([ensureDefaultRules(db, clock), ensureDefaultRules(db, clock)]);
      expect(await db('rules').orderBy('id')).to.deep.equal(before);
    });

    it('come back where one is missing, and leave a changed value as it is', async () => {
      const { db } = database;
      await db('rules').where({ key: 'max_visitors' }).delete();
      await db('rules').where({ key: 'max_lead_days' }).update({ value: '60' });
      await ensureDefaultRules(db, clock);
      const rules = await loadRules(db, { at });
      expect(rules.get('max_visitors')).to.equal(3);
      expect(rules.get('max_lead_days')).to.equal(60);
      expect(rules.get('warning_minutes')).to.deep.equal([5, 1]);
    });
  });
});
