import { edgeRefusals, type Refusal, type Role } from '../edge/index.ts';
import { notThereOn, type Stay } from './held-here.ts';
import { monthAfter } from './month.ts';
import type { Quota } from './quota-of-month.ts';
import { quotaRefusals } from './refusals.ts';
import type { ExceptionRow, OnSiteRow } from './tables.ts';

/** Who enters on-site visits, and who grants visits beyond the rule: of the prisoner's own prison alone. */
export const onSiteEnterers = ['prison_officer', 'prison_approver'] as const satisfies Role[];
export const exceptionGranters = ['prison_approver'] as const satisfies Role[];

/** Further ahead nobody knows what a family will need. */
const mostMonthsAhead = 11;

const unless = (allowed: readonly Role[], role: Role): Refusal | undefined =>
  allowed.includes(role) ? undefined : edgeRefusals.not_permitted();

export const whyNotEnter = ({ role }: { role: Role }) => unless(onSiteEnterers, role);
export const whyNotGrantAny = ({ role }: { role: Role }) => unless(exceptionGranters, role);

/** Why an on-site visit cannot be entered for a day; undefined if it can. */
export function whyNotDay(
  day: string,
  { today, stays, others }: { today: string; stays: readonly Stay[]; others: readonly string[] },
): Refusal | undefined {
  if (day > today) return quotaRefusals.on_site_in_future({ today });
  const against = notThereOn(stays, day);
  if (against !== undefined)
    return 'arrived' in against
      ? quotaRefusals.prisoner_not_there({ day, ...against })
      : quotaRefusals.prisoner_was_gone({ day, ...against });
  return others.includes(day) ? quotaRefusals.on_site_entered_already({ day }) : undefined;
}

/** Why an entry cannot be put right any more. */
export function whyNotCorrect(corrected: boolean, person: { role: Role }): Refusal | undefined {
  return whyNotEnter(person) ?? (corrected ? quotaRefusals.corrected_already() : undefined);
}

/** Why no extra visit can be granted in a month, for these words. */
export function whyNotGrant(
  asked: Pick<ExceptionRow, 'month' | 'reason_code' | 'note'>,
  standing: readonly ExceptionRow[],
  thisMonth: string,
): Refusal | undefined {
  const { month } = asked;
  if (month < thisMonth) return quotaRefusals.month_is_over({ month, thisMonth });
  const latest = monthAfter(thisMonth, mostMonthsAhead);
  if (month > latest) return quotaRefusals.month_too_far({ latest });
  const same = standing.some(
    ({ reason_code, note }) => reason_code === asked.reason_code && note === asked.note,
  );
  return same ? quotaRefusals.granted_already() : undefined;
}

/** An exception is withdrawn only while nobody relies on it: without it the month is not over its quota. */
export function whyNotWithdraw(
  { month, withdrawn_at: withdrawn }: Pick<ExceptionRow, 'month' | 'withdrawn_at'>,
  { allowed, used }: Quota,
  person: { role: Role },
): Refusal | undefined {
  const refusal = whyNotGrantAny(person);
  if (refusal) return refusal;
  if (withdrawn !== null) return quotaRefusals.exception_withdrawn();
  return used > allowed - 1 ? quotaRefusals.exception_used({ month, allowed, used }) : undefined;
}

/** The days of the on-site visits as they stand, without one that is being put right. */
export const daysOf = (rows: readonly OnSiteRow[], except?: string): string[] =>
  rows.flatMap(({ id, day }) => (id === except || day === null ? [] : [day]));
