import type { Knex } from 'knex';
import { fromStoredTime } from '../clock.ts';
import type { Text } from '../edge/index.ts';
import { type KeptRules, type Rules, rowsInForce, rulesOf } from './load-rules.ts';
import { definitionOf, optionsOf } from './rule-definitions.ts';
import { type RuleKey, ruleTexts, valueInWords } from './schema.ts';
import { rulesTable } from './tables.ts';

/** How a rule that a decision was made by differs from what the decision kept of it. */
export type RuleDifference = { key: RuleKey; text: Text };

/**
 * The rules of a decision that was made, from the versions that it was made by; what it did not ask for is answered by
 * the versions of its moment. Tells, too, where a version is no more what it was.
 */
export async function recallRules(
  db: Knex,
  { context, versions }: KeptRules,
): Promise<{ rules: Rules; differences: RuleDifference[] }> {
  const rows = await rulesTable(db).select();
  const rowOf = (versionId: string) => rows.find(({ id }) => id === versionId);
  const asked = { ...context, at: fromStoredTime(context.at) };
  const kept = versions.flatMap(({ versionId }) => rowOf(versionId) ?? []);
  const differences = versions.flatMap(({ key, versionId, value }) => {
    const row = rowOf(versionId);
    if (row === undefined) return [{ key, text: goneText(key) }];
    const now = JSON.parse(row.value);
    const same = row.key === key && JSON.stringify(now) === JSON.stringify(value);
    return same ? [] : [{ key, text: changedText(key, value, now) }];
  });
  return { rules: rulesOf([...kept, ...rowsInForce(rows, asked)], asked), differences };
}

const goneText = (key: RuleKey): Text => ({
  zh: `作出决定时所依据的“${ruleTexts[key].zh}”版本已不存在。`,
  en: `The version of “${ruleTexts[key].en}” that the decision was made by is no longer there.`,
});

function changedText(key: RuleKey, then: KeptRules['versions'][number]['value'], now: typeof then): Text {
  const form = { unit: definitionOf(key).unit, options: optionsOf(key) };
  const [before, after] = [valueInWords(then, form), valueInWords(now, form)];
  return {
    zh: `“${ruleTexts[key].zh}”作出决定时为${before.zh}，现存记录为${after.zh}。`,
    en: `“${ruleTexts[key].en}” was ${before.en} when the decision was made; the record now says ${after.en}.`,
  };
}
