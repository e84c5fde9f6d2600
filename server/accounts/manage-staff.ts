import type { Knex } from 'knex';
import { v7 as newId } from 'uuid';
import { inTransaction } from '../../db/connection.ts';
import { isUniqueViolation } from '../../db/dialect.ts';
import { isoNow } from '../clock.ts';
import { edgeRefusals, type StaffPrincipal } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { type StaffAction, whyNotDo } from './decide-staff.ts';
import { hashPassword } from './password.ts';
import { accountRefusals } from './refusals.ts';
import type { ChangeStaffBody, CreateStaffBody, OneTimePassword } from './staff-schema.ts';
import type { StaffRow } from './tables.ts';
import { newOneTimePassword } from './tokens.ts';

/** An account with a password that its owner replaces at the first sign-in. @throws Refusal */
export async function createStaff(
  foundation: Foundation,
  administrator: StaffPrincipal,
  { username, displayName, role, prisonId }: CreateStaffBody,
): Promise<OneTimePassword> {
  const password = newOneTimePassword();
  // Hashing takes tens of milliseconds: outside the transaction, so that it holds no lock.
  const passwordHash = await hashPassword(password);
  const id = newId();
  await inTransaction(foundation.db, async (trx) => {
    await refuseUnknownPrison(trx, prisonId);
    try {
      await trx('staff').insert({
        id,
        username,
        display_name: displayName,
        role,
        prison_id: prisonId,
        password_hash: passwordHash,
        password_is_one_time: true,
        created_at: isoNow(foundation.clock),
      });
    } catch (error) {
      throw isUniqueViolation(error) ? accountRefusals.username_taken({ username }) : error;
    }
    await record(trx, foundation, administrator, { kind: 'staff_account_created', id, role, prisonId });
  });
  return { username, password };
}

/** Another name, role or prison; whatever is under way is looked at anew. @throws Refusal */
export async function changeStaff(
  foundation: Foundation,
  administrator: StaffPrincipal,
  id: string,
  { version, displayName, role, prisonId }: ChangeStaffBody,
): Promise<void> {
  await inTransaction(foundation.db, async (trx) => {
    const account = await openAccount(trx, { id, version, action: 'change', role }, administrator);
    await refuseUnknownPrison(trx, prisonId);
    await update(trx, account, { display_name: displayName, role, prison_id: prisonId });
    await record(trx, foundation, administrator, { kind: 'staff_account_changed', id, role, prisonId });
  });
}

/** Nobody signs in with the account any more, and its sessions end at once; what it did stays on record. @throws Refusal */
export async function disableStaff(
  foundation: Foundation,
  administrator: StaffPrincipal,
  id: string,
  version: number,
): Promise<void> {
  await inTransaction(foundation.db, async (trx) => {
    const account = await openAccount(trx, { id, version, action: 'disable' }, administrator);
    await update(trx, account, { disabled_at: isoNow(foundation.clock) });
    await endSessions(trx, id);
    await record(trx, foundation, administrator, { kind: 'staff_account_disabled', ...placeOf(account) });
  });
}

/** The account is in use again, with a new one-time password. @throws Refusal */
export async function enableStaff(
  foundation: Foundation,
  administrator: StaffPrincipal,
  id: string,
  version: number,
): Promise<OneTimePassword> {
  return withNewPassword(foundation, administrator, { id, version, action: 'enable' });
}

/** A new one-time password; the sessions of the old one end. @throws Refusal */
export async function resetPassword(
  foundation: Foundation,
  administrator: StaffPrincipal,
  id: string,
  version: number,
): Promise<OneTimePassword> {
  return withNewPassword(foundation, administrator, { id, version, action: 'resetPassword' });
}

const kinds = { enable: 'staff_account_enabled', resetPassword: 'staff_password_reset' } as const;

async function withNewPassword(
  foundation: Foundation,
  administrator: StaffPrincipal,
  asked: { id: string; version: number; action: 'enable' | 'resetPassword' },
): Promise<OneTimePassword> {
  const password = newOneTimePassword();
  const passwordHash = await hashPassword(password);
  return inTransaction(foundation.db, async (trx) => {
    const account = await openAccount(trx, asked, administrator);
    await update(trx, account, {
      password_hash: passwordHash,
      password_is_one_time: true,
      disabled_at: null,
      failed_sign_ins: 0,
      locked_until: null,
    });
    await endSessions(trx, asked.id);
    await record(trx, foundation, administrator, { kind: kinds[asked.action], ...placeOf(account) });
    return { username: account.username, password };
  });
}

type Asked = { id: string; version: number; action: StaffAction; role?: StaffRow['role'] };

/** Locks an account, and the administrators, so that the last of them stays. @throws Refusal */
async function openAccount(
  trx: Knex.Transaction,
  { id, version, action, role }: Asked,
  administrator: StaffPrincipal,
): Promise<StaffRow> {
  const administrators: { id: string; disabled_at: string | null }[] = await trx('staff')
    .where({ role: 'administrator' })
    .orderBy('id')
    .forUpdate()
    .select('id', 'disabled_at');
  const account: StaffRow | undefined = await trx('staff').where({ id }).forUpdate().first();
  if (account === undefined) throw edgeRefusals.not_found();
  if (account.version !== version) throw accountRefusals.stale_page();
  const inUse = administrators.filter(({ disabled_at: at }) => at === null).length;
  const refusal = whyNotDo(action, { account, administrators: inUse }, administrator.id, role);
  if (refusal) throw refusal;
  return account;
}

async function update(trx: Knex.Transaction, { id, version }: StaffRow, changed: Partial<StaffRow>) {
  await trx('staff')
    .where({ id })
    .update({ ...changed, version: version + 1 });
}

async function endSessions(trx: Knex.Transaction, staffId: string): Promise<void> {
  await trx('staff_sessions').where({ staff_id: staffId }).delete();
}

/** @throws Refusal */
async function refuseUnknownPrison(trx: Knex.Transaction, prisonId: string | null): Promise<void> {
  if (prisonId === null || (await trx('prisons').where({ id: prisonId }).first('id'))) return;
  throw accountRefusals.unknown_prison();
}

const placeOf = ({ id, role, prison_id: prisonId }: StaffRow) => ({ id, role, prisonId });

type StaffEntry = { kind: string; id: string; role: string; prisonId: string | null };

/** In the book of the prison whose account it is; an account of the district concerns every prison. */
async function record(
  trx: Knex.Transaction,
  { ledger }: Foundation,
  administrator: StaffPrincipal,
  { kind, id, role, prisonId }: StaffEntry,
): Promise<void> {
  const books: string[] = prisonId === null ? await trx('prisons').orderBy('id').pluck('id') : [prisonId];
  for (const bookId of books)
    await ledger.append(trx, {
      bookId,
      kind,
      actor: { kind: 'staff', id: administrator.id, role: administrator.role },
      subjects: [{ kind: 'staff', id }],
      facts: { role, prisonId },
    });
}
