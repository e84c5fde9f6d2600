import type { Knex } from 'knex';
import type { DateTime } from 'luxon';
import { v7 as newId } from 'uuid';
import { fromStoredTime, toStoredTime } from '../clock.ts';
import type { JsonObject, LedgerActor } from '../ledger/index.ts';
import { loadPrisoner, type PrisonerRow } from '../people/index.ts';
import { loadRules, type Rules } from '../rules/index.ts';
import { countUse } from './count-use.ts';
import { monthOf, ruleTimeOf } from './month.ts';
import { type Quota, type QuotaRules, quotaOf } from './quota-of-month.ts';
import type { QuotaCause } from './schema.ts';
import { changesTable } from './tables.ts';

export type QuotaChangeMade = {
  cause: QuotaCause;
  by: Pick<LedgerActor, 'kind' | 'id'>;
  /** The booking, on-site visit or exception that it follows from. */
  referenceId?: string;
};

export type QuotaDifference = { month: string; before: Quota; after: Quota };

/** What the rules say of a quota. */
export const quotaRulesOf = (rules: Rules): QuotaRules => ({
  visitsPerMonth: rules.get('visits_per_month'),
  onSiteVisitsCount: rules.get('on_site_visits_count'),
});

/** The quota of a prisoner in some months, as it stands. Past months go by the rules of their end. */
export async function quotasIn(
  db: Knex,
  { id, prison_id: prisonId, grade, category }: PrisonerRow,
  months: readonly string[],
  now: DateTime,
): Promise<Map<string, Quota>> {
  const sorted = [...new Set(months)].sort();
  const [from, to] = [sorted[0], sorted.at(-1)];
  if (from === undefined || to === undefined) return new Map();
  const use = await countUse(db, { prisonerIds: [id], from, to });
  const quotas = new Map<string, Quota>();
  for (const month of sorted) {
    const rules = await loadRules(db, { at: ruleTimeOf(month, now), prisonId, grade, category });
    quotas.set(month, quotaOf(use.of(id, month), quotaRulesOf(rules)));
  }
  return quotas;
}

/**
 * Looks at a prisoner's quota before something is done in a transaction that holds the prisoner; `record` looks again and
 * writes in the history what has become of it. Gives the differences, for the ledger entry.
 */
export async function watchQuota(
  trx: Knex.Transaction,
  { prisonerId, months, now }: { prisonerId: string; months: readonly string[]; now: DateTime },
): Promise<{ record(change: QuotaChangeMade): Promise<QuotaDifference[]> }> {
  const look = async () => quotasIn(trx, await prisonerOf(trx, prisonerId), months, now);
  const before = await look();
  return {
    async record(change) {
      const after = await look();
      const differences = [...before].flatMap(([month, quota]) => {
        const later = after.get(month) ?? quota;
        const same = later.used === quota.used && later.allowed === quota.allowed;
        return same ? [] : [{ month, before: quota, after: later }];
      });
      await writeQuotaChanges(trx, { prisonerId, now }, change, differences);
      return differences;
    },
  };
}

/** Writes known differences in the history, in the transaction that makes them. */
export async function writeQuotaChanges(
  trx: Knex.Transaction,
  { prisonerId, now }: { prisonerId: string; now: DateTime },
  { cause, by, referenceId }: QuotaChangeMade,
  differences: readonly QuotaDifference[],
): Promise<void> {
  if (differences.length === 0) return;
  await changesTable(trx).insert(
    differences.map(({ month, before, after }) => ({
      id: newId(),
      prisoner_id: prisonerId,
      month,
      cause,
      reference_id: referenceId ?? null,
      by_kind: by.kind,
      by_id: by.id,
      at: toStoredTime(now),
      used_before: before.used,
      used_after: after.used,
      allowed_before: before.allowed,
      allowed_after: after.allowed,
    })),
  );
}

/** The months whose quota a change of the prisoner reaches: this one, and each with something in it to come. */
export async function monthsAhead(db: Knex, prisonerId: string, now: DateTime): Promise<string[]> {
  const thisMonth = monthOf(now);
  const starts: string[] = await db('bookings')
    .where({ prisoner_id: prisonerId, kind: 'family_visit', given_back: false })
    .where('starts_at', '>', toStoredTime(now))
    .pluck('starts_at');
  const granted: string[] = await db('quota_exceptions')
    .where({ prisoner_id: prisonerId })
    .where('month', '>', thisMonth)
    .whereNull('withdrawn_at')
    .pluck('month');
  return [...new Set([thisMonth, ...starts.map(monthOfStored), ...granted])].sort();
}

/** For the facts of a ledger entry. */
export const differencesAsFacts = (differences: readonly QuotaDifference[]): JsonObject[] =>
  differences.map(({ month, before, after }) => ({
    month,
    usedBefore: before.used,
    used: after.used,
    allowedBefore: before.allowed,
    allowed: after.allowed,
  }));

const monthOfStored = (startsAt: string) => monthOf(fromStoredTime(startsAt));

async function prisonerOf(trx: Knex.Transaction, prisonerId: string): Promise<PrisonerRow> {
  const prisoner = await loadPrisoner(trx, prisonerId);
  if (prisoner === undefined) throw new Error(`there is no prisoner ${prisonerId}`);
  return prisoner;
}
