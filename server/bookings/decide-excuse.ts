import { edgeRefusals, type Refusal, type Role } from '../edge/index.ts';
import type { Ending } from '../quota/schema.ts';
import { bookingRefusals } from './refusals.ts';

/** Who may say that a no-show is not held against the family. */
export const excusers = ['district_supervisor', 'prison_approver'] as const satisfies Role[];

/** Why a visit that was given up cannot be excused; undefined if it can. */
export function whyNotExcuse(
  { ending, counted }: { ending: Ending | null; counted: boolean },
  { role }: { role: Role },
): Refusal | undefined {
  if (!excusers.some((allowed) => allowed === role)) return edgeRefusals.not_permitted();
  if (ending !== 'forfeited') return bookingRefusals.not_forfeited();
  return counted ? undefined : bookingRefusals.not_counted();
}

/** Why nobody can book the make-up of a failed visit; undefined if somebody in this role can. */
export function whyNotBookMakeup(
  { until, today, madeUp }: { until: string | null; today: string; madeUp: boolean },
  { role }: { role: Role },
): Refusal | undefined {
  if (role !== 'district_officer') return edgeRefusals.not_permitted();
  if (until === null) return bookingRefusals.nothing_to_make_up();
  if (madeUp) return bookingRefusals.made_up_already();
  return today > until ? bookingRefusals.makeup_lapsed({ until }) : undefined;
}
