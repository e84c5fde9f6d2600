import type { Knex } from 'knex';
import type { StaffPrincipal } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { lastDayOf } from './rule-period.ts';
import type { RuleRow } from './tables.ts';

/** Writes in the book of each prison that the version is for that it was added or withdrawn. */
export async function recordRuleChange(
  trx: Knex.Transaction,
  { ledger }: Foundation,
  { kind, staff, row }: { kind: 'rule_changed' | 'rule_withdrawn'; staff: StaffPrincipal; row: RuleRow },
): Promise<void> {
  const books: string[] =
    row.scope_kind === 'prison' ? [row.scope_id] : await trx('prisons').orderBy('id').pluck('id');
  // One after the other in a fixed order: two changes at once wait for each other instead of deadlocking.
  for (const bookId of books) {
    await ledger.append(trx, {
      bookId,
      kind,
      actor: { kind: 'staff', id: staff.id, role: staff.role },
      subjects: [{ kind: 'rule_version', id: row.id }],
      facts: {
        key: row.key,
        value: JSON.parse(row.value),
        scope: { kind: row.scope_kind, id: row.scope_id },
        effectiveFrom: row.effective_from,
        ...(row.effective_to === null ? {} : { lastDay: lastDayOf(row) }),
        confirmed: Boolean(row.confirmed),
        versionId: row.id,
      },
    });
  }
}
