import type { Knex } from 'knex';
import type { DateTime } from 'luxon';
import { toStoredTime } from '../clock.ts';
import type { RuleUsed } from '../ledger/index.ts';
import { type RuleValue, ruleDefinitions } from './rule-definitions.ts';
import { holdsAt } from './rule-period.ts';
import { type AnyRuleValue, type RuleKey, ruleScopeKinds } from './schema.ts';
import { type RuleRow, rulesTable } from './tables.ts';

/** Of what moment, and for whom; what is left out matches only rules that do not ask for it. */
export type RuleContext = { at: DateTime; prisonId?: string; grade?: string; category?: string };

/** The rules of one decision. It remembers which versions were asked for: the decision is stored with them. */
export type Rules = {
  get<K extends RuleKey>(key: K): RuleValue<K>;
  used(): RuleUsed[];
  /** All that it takes to find the same values again. */
  kept(): KeptRules;
};

/** What a decision keeps of its rules: for whom and when they were asked, and which value each version had. */
export type KeptRules = {
  context: Omit<RuleContext, 'at'> & { at: string };
  versions: { key: RuleKey; versionId: string; value: AnyRuleValue }[];
};

export async function loadRules(db: Knex, context: RuleContext): Promise<Rules> {
  return resolveRules(await rulesTable(db).select(), context);
}

/** The rules of many decisions, read once. */
export async function loadRuleBook(db: Knex): Promise<(context: RuleContext) => Rules> {
  const rows = await rulesTable(db).select();
  return (context) => resolveRules(rows, context);
}

/**
 * The narrowest scope that fits wins (category, then grade, then prison, then all); within it, the version that came
 * into force last: one that holds for a time goes before the one that it stands on, and gives way to it afterwards.
 */
export function resolveRules(rows: readonly RuleRow[], context: RuleContext): Rules {
  return rulesOf(rowsInForce(rows, context), context);
}

/** Rules out of rows of which the first of a key is the one that holds. */
export function rulesOf(inForce: readonly RuleRow[], context: RuleContext): Rules {
  const at = toStoredTime(context.at);
  const asked = new Map<RuleKey, KeptRules['versions'][number]>();
  return {
    get(key) {
      const row = inForce.find((candidate) => candidate.key === key);
      if (row === undefined) throw new Error(`rule ${key} has no value in force at ${at}`);
      const value = ruleDefinitions[key].value.parse(JSON.parse(row.value)) as RuleValue<typeof key>;
      asked.set(key, { key, versionId: row.id, value });
      return value;
    },
    used: () => [...asked.values()].map(({ key, versionId }) => ({ key, versionId })),
    kept: () => ({ context: { ...context, at }, versions: [...asked.values()] }),
  };
}

/** The rows that hold for the context, of each key the one that decides first. */
export function rowsInForce(rows: readonly RuleRow[], context: RuleContext): RuleRow[] {
  const at = toStoredTime(context.at);
  const scopeIds = { all: '', prison: context.prisonId, grade: context.grade, category: context.category };
  return rows
    .filter((row) => holdsAt(row, at) && row.scope_id === scopeIds[row.scope_kind])
    .sort((a, b) => narrowness(b) - narrowness(a) || (a.effective_from < b.effective_from ? 1 : -1));
}

const narrowness = (row: RuleRow) => ruleScopeKinds.indexOf(row.scope_kind);
