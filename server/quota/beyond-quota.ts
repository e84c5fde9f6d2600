import type { Knex } from 'knex';
import type { DateTime } from 'luxon';
import { toStoredTime } from '../clock.ts';
import type { PrisonerRow } from '../people/index.ts';
import { loadRules } from '../rules/index.ts';
import { countUse } from './count-use.ts';
import { edgesOf, ruleTimeOf } from './month.ts';
import { quotaOf } from './quota-of-month.ts';
import { quotaRulesOf } from './watch-quota.ts';

export type BookedBeyond = { id: string; number: string; startsAt: string };

/**
 * The visits to come in a month that are more than it allows now. Whatever took place counts first, then the earlier of
 * those that are booked. They are flagged, never cancelled by this.
 */
export async function bookedBeyondQuota(
  db: Knex,
  { id, prison_id: prisonId, grade, category }: PrisonerRow,
  month: string,
  now: DateTime,
): Promise<BookedBeyond[]> {
  const rules = await loadRules(db, { at: ruleTimeOf(month, now), prisonId, grade, category });
  const use = await countUse(db, { prisonerIds: [id], from: month, to: month });
  const facts = use.of(id, month);
  const { allowed, used } = quotaOf({ ...facts, remote: 0 }, quotaRulesOf(rules));
  const { first, last } = edgesOf(month);
  const remote: { id: string; number: string; starts_at: string; state: string }[] = await db('bookings')
    .where({ prisoner_id: id, kind: 'family_visit', given_back: false, outside_quota: false })
    .whereBetween('starts_at', [first, last])
    .orderBy(['starts_at', 'id'])
    .select('id', 'number', 'starts_at', 'state');
  return remote
    .slice(Math.max(0, allowed - used))
    .filter(({ state, starts_at }) => state === 'booked' && starts_at > toStoredTime(now))
    .map(({ id: bookingId, number, starts_at: startsAt }) => ({ id: bookingId, number, startsAt }));
}
