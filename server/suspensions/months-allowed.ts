import type { Knex } from 'knex';
import type { DateTime } from 'luxon';
import type { Refusal } from '../edge/index.ts';
import { loadRules, type Rules } from '../rules/index.ts';
import { suspensionRefusals } from './refusals.ts';

/** Rule 15: for how many months a prison may suspend somebody. */
export type MonthsAllowed = { least: number; most: number };

export async function loadMonthsAllowed(
  db: Knex,
  prisonId: string,
  at: DateTime,
): Promise<MonthsAllowed & { rules: Rules }> {
  const rules = await loadRules(db, { at, prisonId });
  return {
    least: rules.get('suspension_months_least'),
    most: rules.get('suspension_months_most'),
    rules,
  };
}

/** Why a suspension cannot be for so many months; undefined if it can. */
export function whyNotMonths(months: number, { least, most }: MonthsAllowed): Refusal | undefined {
  return months < least || months > most ? suspensionRefusals.months_not_allowed({ least, most }) : undefined;
}
