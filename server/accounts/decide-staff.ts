import type { Refusal } from '../edge/index.ts';
import { accountRefusals } from './refusals.ts';
import type { StaffRow } from './tables.ts';

export type StaffAction = 'change' | 'disable' | 'enable' | 'resetPassword';

export type StaffFacts = {
  account: Pick<StaffRow, 'id' | 'role' | 'disabled_at'>;
  /** Administrators whose accounts are in use. */
  administrators: number;
};

/** Why an administrator cannot do this to an account now; undefined if they can. */
export function whyNotDo(
  action: StaffAction,
  { account, administrators }: StaffFacts,
  administratorId: string,
  /** The role that the account would have. */
  role: StaffRow['role'] = account.role,
): Refusal | undefined {
  const disabled = account.disabled_at !== null;
  if (action === 'enable') return disabled ? undefined : accountRefusals.account_in_use();
  if (disabled) return accountRefusals.account_disabled();
  if (action === 'resetPassword')
    return account.id === administratorId ? accountRefusals.own_password() : undefined;
  const loses = account.role === 'administrator' && (action === 'disable' || role !== 'administrator');
  if (loses && administrators <= 1) return accountRefusals.last_administrator();
  if (loses && account.id === administratorId) return accountRefusals.own_account();
  return undefined;
}
