import { z } from 'zod';
import { isoNow } from '../clock.ts';
import { type Route, roles, route } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { definitionOf } from './rule-definitions.ts';
import { type Rule, type RuleVersion, rule, ruleKeys, ruleScopeKinds } from './schema.ts';
import { type RuleRow, rulesTable } from './tables.ts';

export function ruleRoutes({ db, clock }: Foundation): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/rules',
      who: roles,
      summary: 'Every rule with all versions of its value, their sources and since when they hold.',
      answer: z.array(rule),
      async handle() {
        return toRules(await rulesTable(db).select(), isoNow(clock));
      },
    }),
  ];
}

function toRules(rows: readonly RuleRow[], now: string): Rule[] {
  return ruleKeys.map((key) => {
    const { text, unit, mustBeConfirmed } = definitionOf(key);
    const ofKey = rows.filter((row) => row.key === key).sort(byScopeThenNewest);
    return {
      key,
      text,
      unit,
      mustBeConfirmed: mustBeConfirmed === true,
      versions: ofKey.map((row) => toVersion(row, standingOf(row, ofKey, now))),
    };
  });
}

function byScopeThenNewest(a: RuleRow, b: RuleRow): number {
  return (
    ruleScopeKinds.indexOf(a.scope_kind) - ruleScopeKinds.indexOf(b.scope_kind) ||
    a.scope_id.localeCompare(b.scope_id) ||
    b.effective_from.localeCompare(a.effective_from)
  );
}

function standingOf(row: RuleRow, ofKey: readonly RuleRow[], now: string): RuleVersion['standing'] {
  if (row.effective_from > now) return 'to_come';
  const newest = ofKey.find(
    (other) =>
      other.scope_kind === row.scope_kind && other.scope_id === row.scope_id && other.effective_from <= now,
  );
  return newest === row ? 'in_force' : 'superseded';
}

function toVersion(row: RuleRow, standing: RuleVersion['standing']): RuleVersion {
  return {
    id: row.id,
    value: JSON.parse(row.value),
    scope: { kind: row.scope_kind, id: row.scope_id },
    source: row.source,
    effectiveFrom: row.effective_from,
    confirmed: Boolean(row.confirmed),
    standing,
  };
}
