import type { DateTime } from 'luxon';
import type { JsonObject } from '../ledger/index.ts';
import { monthOf } from '../quota/index.ts';
import type { QuotaStanding } from './reasons-of-quota.ts';

/** For the ledger: the month that a visit was put in, how full that was, and which failed visit it makes up for. */
export function quotaFacts({
  startsAt,
  quota,
  makeup,
  outsideQuota,
}: QuotaStanding & { startsAt: DateTime }): JsonObject {
  return {
    month: monthOf(startsAt),
    otherVisitsInMonth: quota.used,
    allowed: quota.allowed,
    ...(makeup ? { makeupOf: makeup.bookingId, makeupOfNumber: makeup.number, outsideQuota } : {}),
  };
}
