import type { Knex } from 'knex';
import { staffNames } from '../accounts/index.ts';
import { edgeRefusals, type Language, type StaffPrincipal, toAllowedAction } from '../edge/index.ts';
import { boundsOf, definitionOf, optionsOf } from './rule-definitions.ts';
import { holdsAt, lastDayOf } from './rule-period.ts';
import { type Rule, type RuleKey, type RuleVersion, ruleKeys, ruleScopeKinds, ruleTexts } from './schema.ts';
import { type RuleRow, rulesTable } from './tables.ts';
import { decideWithdrawal } from './withdraw-rule-version.ts';

type Reader = { staff: StaffPrincipal; now: string; language: Language };

/** Every rule, or only these, with its versions and with what the reader may do. */
export async function presentRules(
  db: Knex,
  reader: Reader,
  keys: readonly RuleKey[] = ruleKeys,
): Promise<Rule[]> {
  const rows = await rulesTable(db).whereIn('key', keys);
  const names = await staffNames(
    db,
    rows.flatMap((row) => [row.created_by, row.withdrawn_by]),
  );
  const forbidden = reader.staff.role === 'administrator' ? undefined : edgeRefusals.not_permitted();
  return keys.map((key) => {
    const { unit, mustBeConfirmed, scopeKinds } = definitionOf(key);
    const ofKey = rows.filter((row) => row.key === key).sort(byScopeThenNewest);
    return {
      key,
      text: ruleTexts[key],
      unit,
      mustBeConfirmed: mustBeConfirmed === true,
      scopeKinds: [...scopeKinds],
      bounds: boundsOf(key),
      options: optionsOf(key),
      versions: ofKey.map((row) => ({
        ...toVersion(row, names),
        standing: standingOf(row, ofKey, reader.now),
        actions: {
          withdraw: toAllowedAction(forbidden ?? decideWithdrawal(row, reader.now), reader.language),
        },
      })),
      actions: { addVersion: toAllowedAction(forbidden, reader.language) },
    };
  });
}

function byScopeThenNewest(a: RuleRow, b: RuleRow): number {
  return (
    ruleScopeKinds.indexOf(a.scope_kind) - ruleScopeKinds.indexOf(b.scope_kind) ||
    a.scope_id.localeCompare(b.scope_id) ||
    b.effective_from.localeCompare(a.effective_from) ||
    b.created_at.localeCompare(a.created_at)
  );
}

function standingOf(row: RuleRow, ofKey: readonly RuleRow[], now: string): RuleVersion['standing'] {
  if (row.withdrawn_id !== '') return 'withdrawn';
  if (row.effective_from > now) return 'to_come';
  if (!holdsAt(row, now)) return 'over';
  const ofScope = ofKey.filter(
    (other) => other.scope_kind === row.scope_kind && other.scope_id === row.scope_id && holdsAt(other, now),
  );
  if (ofScope[0] === row) return 'in_force';
  const [standing] = ofScope.filter(({ effective_to: until }) => until === null);
  return standing === row ? 'set_aside' : 'superseded';
}

function toVersion(
  row: RuleRow,
  names: ReadonlyMap<string, string>,
): Omit<RuleVersion, 'standing' | 'actions'> {
  const nameOf = (id: string) => names.get(id) ?? id;
  return {
    id: row.id,
    value: JSON.parse(row.value),
    scope: { kind: row.scope_kind, id: row.scope_id },
    source: row.source,
    effectiveFrom: row.effective_from,
    lastDay: lastDayOf(row),
    confirmed: Boolean(row.confirmed),
    added: { at: row.created_at, by: row.created_by === null ? null : nameOf(row.created_by) },
    withdrawn:
      row.withdrawn_at === null ? null : { at: row.withdrawn_at, by: nameOf(row.withdrawn_by ?? '') },
  };
}
