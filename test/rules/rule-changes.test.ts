import { expect } from 'chai';
import { fromStoredTime } from '../../server/clock.ts';
import { loadRules } from '../../server/rules/index.ts';
import type { Rule, RuleVersion } from '../../server/rules/schema.ts';
import { officer, prisons } from '../bookings/a-district.ts';
import { forEachDatabase } from '../support/databases.ts';
import type { Answer, TestClient } from '../support/test-server.ts';
import { at, change, lenient, openRuleOffice, type RuleOffice, start, wujiawa } from './a-rule-office.ts';

type Problem = { code: string; title: string; errors?: { path: string; message: string }[] };

describe('Changing a rule', () => {
  forEachDatabase((_name, open) => {
    let office: RuleOffice;
    before(async () => {
      office = await openRuleOffice(open);
    });
    after(() => office.close());
    afterEach(() => office.startAgain());

    const admin: TestClient['request'] = (...request) => office.as('administrator')(...request);
    const add = async (changed: object = {}) => {
      const answer = await admin<Rule[]>('POST', '/api/rules', { ...change, ...changed });
      expect(answer.status, JSON.stringify(answer.body)).to.equal(201);
      return answer.body[0]?.versions.find(({ standing, scope, value }) => {
        const wanted = { ...change, ...changed };
        return (
          standing !== 'withdrawn' &&
          scope.kind === wanted.scope.kind &&
          scope.id === wanted.scope.id &&
          JSON.stringify(value) === JSON.stringify(wanted.value)
        );
      }) as RuleVersion;
    };
    const withdraw = (id: string) => admin<Rule[]>('POST', `/api/rules/${id}/withdrawal`);
    const valueAt = async (moment: string, context: { prisonId?: string; grade?: string } = {}) =>
      (await loadRules(office.database.db, { at: fromStoredTime(moment), ...context })).get(
        'duration_minutes',
      );

    async function expectRefused(
      ask: (language: string) => Promise<Answer<unknown>>,
      status: number,
      code: string,
    ): Promise<void> {
      const before = await office.traces();
      for (const [language, letters] of [
        ['zh', /\p{Script=Han}/u],
        ['en', /^[^\p{Script=Han}]+$/u],
      ] as const) {
        const answer = await ask(language);
        const problem = answer.body as Problem;
        expect([answer.status, problem.code]).to.deep.equal([status, code]);
        expect(problem.title).to.match(letters).and.not.match(/[{}]/);
        for (const { message } of problem.errors ?? []) expect(message).to.match(letters);
      }
      expect(await office.traces()).to.deep.equal(before);
    }

    it('is refused with the reason, by the preview too, and changes nothing', async () => {
      await add();
      const wrong: [object, number, string][] = [
        [{ effectiveFrom: '2026-09-06' }, 422, 'rule_effective_in_past'],
        [{ value: 50 }, 409, 'rule_day_taken'],
        [{ effectiveFrom: '2026-09-15' }, 422, 'rule_unchanged'],
        [{ effectiveFrom: '2026-09-13', value: 30, confirmed: false }, 422, 'rule_unchanged'],
        [{ scope: wujiawa, effectiveFrom: '2026-09-15' }, 422, 'rule_unchanged'],
        [{ scope: lenient, effectiveFrom: '2026-09-15' }, 422, 'rule_unchanged'],
        [{ key: 'turnover_minutes', value: 20, scope: lenient }, 422, 'rule_scope_not_possible'],
        [{ key: 'recording_retention_days', value: 200, scope: wujiawa }, 422, 'rule_scope_not_possible'],
        [{ scope: { kind: 'prison', id: 'nowhere' } }, 422, 'rule_scope_unknown'],
        [{ scope: { kind: 'grade', id: 'golden' } }, 422, 'rule_scope_unknown'],
        [{ scope: { kind: 'category', id: '' } }, 422, 'rule_scope_unknown'],
        [{ scope: { kind: 'all', id: 'wujiawa' } }, 422, 'rule_scope_unknown'],
        [{ scope: { kind: 'ward', id: '1' } }, 400, 'malformed_request'],
        [{ value: 0 }, 400, 'malformed_request'],
        [{ value: 181 }, 400, 'malformed_request'],
        [{ value: 30.5 }, 400, 'malformed_request'],
        [{ value: '45' }, 400, 'malformed_request'],
        [{ value: [45] }, 400, 'malformed_request'],
        [{ key: 'warning_minutes', value: 5 }, 400, 'malformed_request'],
        [{ key: 'warning_minutes', value: [5, 5] }, 400, 'malformed_request'],
        [{ key: 'warning_minutes', value: [6, 5, 4, 3, 2, 1] }, 400, 'malformed_request'],
        [{ key: 'recording_retention_days', value: 89 }, 400, 'malformed_request'],
        [{ key: 'suspension_months_most', value: 4 }, 400, 'malformed_request'],
        [{ key: 'four_eyes_district', value: 1 }, 400, 'malformed_request'],
        [{ key: 'four_eyes_district', value: 'yes' }, 400, 'malformed_request'],
        [{ key: 'allowed_degrees', value: 'near' }, 400, 'malformed_request'],
        [{ key: 'allowed_degrees', value: [] }, 400, 'malformed_request'],
        [{ key: 'allowed_degrees', value: ['near', 'near'] }, 400, 'malformed_request'],
        [{ key: 'allowed_degrees', value: ['spouse'] }, 400, 'malformed_request'],
        [{ key: 'allowed_languages', value: ['klingon'] }, 400, 'malformed_request'],
        [{ key: 'no_such_rule' }, 400, 'malformed_request'],
        [{ source: '  ' }, 400, 'malformed_request'],
        [{ source: '长'.repeat(201) }, 400, 'malformed_request'],
        [{ effectiveFrom: '2026-02-30' }, 400, 'malformed_request'],
        [{ effectiveFrom: at('2026-09-20') }, 400, 'malformed_request'],
        [{ confirmed: 'yes' }, 400, 'malformed_request'],
      ];
      for (const [changed, status, code] of wrong)
        for (const path of ['/api/rules', '/api/rules/preview'])
          await expectRefused(
            (language) => admin('POST', path, { ...change, ...changed }, { 'accept-language': language }),
            status,
            code,
          );
    });

    it('is for administrators only; everybody else reads, and is told so', async () => {
      const added = await add();
      for (const path of ['/api/rules', '/api/rules/preview', `/api/rules/${added.id}/withdrawal`])
        await expectRefused(
          (language) => office.as('district_officer')('POST', path, change, { 'accept-language': language }),
          403,
          'not_permitted',
        );
      const [first] = (await office.as('auditor')<Rule[]>('GET', '/api/rules')).body;
      expect(first?.actions.addVersion).to.deep.include({ allowed: false, code: 'not_permitted' });
      expect(first?.versions[0]?.actions.withdraw).to.deep.include({ allowed: false });
    });

    it('holds from the first moment of its day in Shanghai, and not before', async () => {
      await add();
      expect(await valueAt('2026-09-13T15:59:59.999Z')).to.equal(30);
      expect(await valueAt('2026-09-13T16:00:00.000Z')).to.equal(45);
    });

    it('from today holds from now: what was decided earlier today stays with its version', async () => {
      const added = await add({ effectiveFrom: '2026-09-07' });
      expect(added).to.deep.include({ standing: 'in_force', effectiveFrom: start });
      expect(await valueAt('2026-09-07T00:59:59.999Z')).to.equal(30);
      expect(await valueAt(start)).to.equal(45);
      office.clock.advance({ hours: 1 });
      await expectRefused(
        (language) =>
          admin(
            'POST',
            '/api/rules',
            { ...change, value: 50, effectiveFrom: '2026-09-07' },
            {
              'accept-language': language,
            },
          ),
        409,
        'rule_day_taken',
      );
    });

    it('of a narrower scope goes before one of a wider scope, from its day on', async () => {
      await add({ value: 40, scope: wujiawa, effectiveFrom: '2026-09-10' });
      await add({ effectiveFrom: '2026-09-14' });
      await add({ value: 60, scope: lenient, effectiveFrom: '2026-09-21' });
      const here = { prisonId: 'wujiawa', grade: 'lenient' };
      expect(await valueAt(at('2026-09-09'), here)).to.equal(30);
      expect(await valueAt(at('2026-09-15'), here)).to.equal(40);
      expect(await valueAt(at('2026-09-15'), { prisonId: 'sichahe' })).to.equal(45);
      expect(await valueAt(at('2026-09-22'), here)).to.equal(60);
    });

    it('never touches a row that is there; the history tells all of them apart', async () => {
      const before = await office.database.db('rules').orderBy('id');
      const first = await add({ effectiveFrom: '2026-09-07' });
      const second = await add({ value: 50 });
      const third = await add({ value: 55, effectiveFrom: '2026-09-21' });
      await withdraw(third.id);
      expect(await office.database.db('rules').whereNull('created_by').orderBy('id')).to.deep.equal(before);
      const rules = (await office.as('prison_officer')<Rule[]>('GET', '/api/rules')).body;
      const duration = rules.find(({ key }) => key === 'duration_minutes');
      expect(duration?.bounds).to.deep.equal({ least: 1, most: 180, listOf: null });
      expect(rules.find(({ key }) => key === 'warning_minutes')?.bounds?.listOf).to.equal(5);
      expect(duration?.versions.map(({ value, standing }) => [value, standing])).to.deep.equal([
        [55, 'withdrawn'],
        [50, 'to_come'],
        [45, 'in_force'],
        [30, 'superseded'],
      ]);
      expect(duration?.versions[0]?.withdrawn).to.deep.equal({ at: start, by: officer.displayName });
      expect(duration?.versions[1]?.added).to.deep.equal({ at: start, by: officer.displayName });
      expect(duration?.versions[3]?.added.by).to.equal(null);
      expect(first.id).to.not.equal(second.id);
    });

    it('can be only that the bureau has confirmed the value, or has not after all', async () => {
      const confirmed = await add({ value: 30, effectiveFrom: '2026-09-07' });
      expect(confirmed).to.deep.include({ value: 30, confirmed: true, standing: 'in_force' });
      await add({ value: 30, confirmed: false });
    });

    it('may be of yes and no, or of codes, which are kept in the order of their list', async () => {
      const today = { confirmed: false, effectiveFrom: '2026-09-07' };
      await add({ ...today, key: 'four_eyes_district', value: false });
      const codes = { ...today, key: 'allowed_degrees' };
      const answer = await admin<Rule[]>('POST', '/api/rules', {
        ...change,
        ...codes,
        value: ['guardian', 'wider', 'near'],
      });
      const [degrees] = answer.body;
      expect(degrees?.versions[0]?.value).to.deep.equal(['near', 'wider', 'guardian']);
      expect(degrees?.bounds).to.equal(null);
      expect(degrees?.options[1]).to.deep.equal({
        code: 'wider',
        text: { zh: '其他亲属', en: 'Wider relative' },
      });
      // The same codes in another order are the same value.
      await expectRefused(
        (language) =>
          admin(
            'POST',
            '/api/rules',
            { ...change, ...codes, effectiveFrom: '2026-09-10', value: ['guardian', 'near', 'wider'] },
            { 'accept-language': language },
          ),
        422,
        'rule_unchanged',
      );
      const rules = await loadRules(office.database.db, { at: office.clock.now() });
      expect(rules.get('four_eyes_district')).to.equal(false);
      expect(rules.get('allowed_degrees').includes('wider')).to.equal(true);
    });

    it('can be withdrawn before it holds, once, and its day is free again', async () => {
      const added = await add();
      expect(added.actions.withdraw).to.deep.equal({ allowed: true });
      const withdrawn = await withdraw(added.id);
      expect(withdrawn.status).to.equal(200);
      expect(await valueAt(at('2026-09-20'))).to.equal(30);
      await expectRefused(
        (language) =>
          admin('POST', `/api/rules/${added.id}/withdrawal`, undefined, { 'accept-language': language }),
        409,
        'rule_withdrawn_already',
      );
      const again = await add({ value: 50 });
      await withdraw(again.id);
      await add({ value: 55 });
      expect(await valueAt(at('2026-09-20'))).to.equal(55);
    });

    it('cannot be withdrawn once it is in force, nor if there is no such version', async () => {
      const added = await add();
      office.clock.set('2026-09-13T16:00:00.000Z');
      for (const [id, status, code] of [
        [added.id, 409, 'rule_in_force_already'],
        ['nothing', 404, 'not_found'],
      ] as const)
        await expectRefused(
          (language) =>
            admin('POST', `/api/rules/${id}/withdrawal`, undefined, { 'accept-language': language }),
          status,
          code,
        );
    });

    it('twice at once for one day is done once', async () => {
      for (const effectiveFrom of ['2026-09-14', '2026-09-07']) {
        const answers = await Promise.all(
          [41, 42, 43].map((value) => admin('POST', '/api/rules', { ...change, value, effectiveFrom })),
        );
        expect(answers.map(({ status }) => status).sort()).to.deep.equal([201, 409, 409]);
      }
    });

    it('is a line in the book of its prison, or in every book, and so is a withdrawal', async () => {
      const lines = async () =>
        (await office.database.db('ledger_entries').whereIn('kind', ['rule_changed', 'rule_withdrawn']))
          .length;
      const before = await lines();
      const local = await add({ value: 40, scope: wujiawa });
      expect(await lines()).to.equal(before + 1);
      const wide = await add({ scope: lenient });
      expect(await lines()).to.equal(before + 1 + prisons.length);
      await withdraw(wide.id);
      expect(await lines()).to.equal(before + 1 + 2 * prisons.length);
      const last = async (bookId: string, id: string) => {
        const rows: { entry: string }[] = await office.database
          .db('ledger_entries')
          .where({ book_id: bookId })
          .orderBy('entry_index');
        return rows
          .map((row) => JSON.parse(row.entry))
          .filter((entry) => entry.facts.versionId === id)
          .at(-1);
      };
      const line = await last('wujiawa', local.id);
      expect(line).to.deep.include({
        kind: 'rule_changed',
        actor: { kind: 'staff', id: officer.id, role: 'administrator' },
        facts: {
          key: 'duration_minutes',
          value: 40,
          scope: wujiawa,
          effectiveFrom: '2026-09-13T16:00:00.000Z',
          confirmed: true,
          versionId: local.id,
        },
      });
      expect(await last('sichahe', local.id)).to.equal(undefined);
      for (const prison of prisons) expect((await last(prison, wide.id)).kind).to.equal('rule_withdrawn');
    });
  });
});
