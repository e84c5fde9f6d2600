import type { Knex } from 'knex';
import { v7 as uuid } from 'uuid';
import { type Clock, isoNow } from '../clock.ts';
import { definitionOf } from './rule-definitions.ts';
import { ruleKeys } from './schema.ts';
import { type RuleRow, rulesTable } from './tables.ts';

/** Defaults hold from the beginning, so that a decision of any time finds them and copies that start together insert the same row. */
const sinceEver = '1970-01-01T00:00:00.000Z';

/** Inserts the defaults that are missing; whatever is there stays as it is. */
export async function ensureDefaultRules(db: Knex, clock: Clock): Promise<void> {
  const createdAt = isoNow(clock);
  const rows: RuleRow[] = ruleKeys.flatMap((key) => {
    const definition = definitionOf(key);
    const scopes = [
      { kind: 'all' as const, id: '', value: definition.default },
      ...(definition.narrower ?? []),
    ];
    return scopes.map((scope) => ({
      id: uuid(),
      key,
      value: JSON.stringify(scope.value),
      scope_kind: scope.kind,
      scope_id: scope.id,
      source: definition.source,
      effective_from: sinceEver,
      effective_to: null,
      confirmed: false,
      created_at: createdAt,
      created_by: null,
      withdrawn_at: null,
      withdrawn_by: null,
      withdrawn_id: '',
    }));
  });
  await rulesTable(db)
    .insert(rows)
    .onConflict(['key', 'scope_kind', 'scope_id', 'effective_from', 'withdrawn_id'])
    .ignore();
}
