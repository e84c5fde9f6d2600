import type { SlotTime } from '../calendar/index.ts';
import { type Quota, type QuotaRules, quotaOf } from '../quota/index.ts';
import type { BookingRules, SlotFacts } from './decide-booking.ts';
import { type MakeupOwed, makeupAt } from './makeup.ts';
import type { BookingReason } from './refusals.ts';

/** How a visit at this time stands to the quota of its month. */
export type QuotaStanding = { makeup: MakeupOwed | undefined; outsideQuota: boolean; quota: Quota };

type Facts = Pick<SlotFacts, 'kind' | 'quota' | 'makeup'>;
type RulesAsked = QuotaRules & Pick<BookingRules, 'makeupOutsideQuota'>;

/** The quota is one of visits by the family: an assistance session is the officials' own work and does not count. */
export function quotaStanding(
  slot: SlotTime,
  { kind, quota, makeup }: Facts,
  rules: RulesAsked,
): QuotaStanding {
  const owed = makeupAt(slot, makeup);
  return {
    makeup: owed,
    outsideQuota: kind !== 'family_visit' || (owed !== undefined && rules.makeupOutsideQuota),
    quota: quotaOf(quota, rules),
  };
}

/** Whether a visit more would be more than the month allows. */
export function reasonsOfQuota(slot: SlotTime, facts: Facts, rules: RulesAsked): BookingReason[] {
  const { outsideQuota, quota } = quotaStanding(slot, facts, rules);
  if (outsideQuota || quota.used < quota.allowed) return [];
  return [{ code: 'quota_used', facts: quota }];
}
