import type { Knex } from 'knex';
import type { RuleUsed } from '../ledger/index.ts';
import { definitionOf, optionsOf } from './rule-definitions.ts';
import { lastDayOf } from './rule-period.ts';
import { type RuleInWords, ruleTexts, valueInWords } from './schema.ts';
import { rulesTable } from './tables.ts';

/** The rule versions that a decision is stored with, with their values as they were, in the order in which it asked. */
export async function describeRulesUsed(db: Knex, used: readonly RuleUsed[]): Promise<RuleInWords[]> {
  const rows = await rulesTable(db).whereIn(
    'id',
    used.map(({ versionId }) => versionId),
  );
  return used.flatMap(({ versionId }) => {
    const row = rows.find(({ id }) => id === versionId);
    if (row === undefined) return [];
    const value = JSON.parse(row.value);
    const { unit } = definitionOf(row.key);
    return {
      versionId,
      key: row.key,
      text: ruleTexts[row.key],
      unit,
      value,
      words: valueInWords(value, { unit, options: optionsOf(row.key) }),
      scope: { kind: row.scope_kind, id: row.scope_id },
      source: row.source,
      effectiveFrom: row.effective_from,
      lastDay: lastDayOf(row),
      confirmed: Boolean(row.confirmed),
    };
  });
}
