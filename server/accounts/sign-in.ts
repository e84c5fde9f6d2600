import { setTimeout as wait } from 'node:timers/promises';
import type { Knex } from 'knex';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { inTransaction } from '../../db/connection.ts';
import { type Clock, fromStoredTime, isoNow, toStoredTime } from '../clock.ts';
import type { StaffPrincipal } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { hashPassword, passwordMatches } from './password.ts';
import { accountRefusals } from './refusals.ts';
import type { SignInBody } from './schema.ts';
import { type StaffRow, toStaffPrincipal } from './tables.ts';
import { hashToken, newToken } from './tokens.ts';

const wrongTriesAllowed = 5;
const lockMinutes = 15;
/** A working day: nobody has to sign in twice in a shift, and a forgotten session ends at night. */
export const sessionHours = 12;

/** No refusal comes sooner, so that its time does not tell how far a try has got. */
const refusalTakesMs = 250;

export type SignIn = (credentials: SignInBody) => Promise<{ staff: StaffPrincipal; token: string }>;

/** Checks passwords and opens sessions. Each throws Refusal wrong_credentials or account_locked. */
export function openSignIn(foundation: Foundation): SignIn {
  const unknownNames = lockUnknownNames();
  return async (credentials) => {
    const notBefore = wait(refusalTakesMs, undefined, { ref: false });
    try {
      return await tryPassword(foundation, unknownNames, credentials);
    } catch (error) {
      await notBefore;
      throw error;
    }
  };
}

async function tryPassword(
  { db, clock }: Foundation,
  unknownNames: UnknownNames,
  { username, password, newPassword }: SignInBody,
): Promise<{ staff: StaffPrincipal; token: string }> {
  const known: StaffRow | undefined = await db('staff').where({ username }).whereNull('disabled_at').first();
  refuseWhileLocked(known, isoNow(clock));
  if (known === undefined) await unknownNames.refuseWhileLocked(username);
  // Hashing takes tens of milliseconds: outside the transaction, so that it holds no lock.
  const matches = await passwordMatches(known?.password_hash, password);
  if (known === undefined) {
    await unknownNames.countTry(username);
    throw wrongCredentials();
  }

  if (matches) refuseUnlessReplaced(known, password, newPassword);
  const changed = matches && newPassword !== undefined ? await replacing(newPassword) : {};

  const token = newToken();
  const outcome = await inTransaction(db, async (trx) => {
    const staff: StaffRow = await trx('staff').where({ id: known.id }).forUpdate().first();
    // Tries that ran side by side are counted one after the other.
    refuseWhileLocked(staff, isoNow(clock));
    // Reset or disabled while it was checked: what was checked is good for nothing any more.
    if (staff.disabled_at !== null || staff.password_hash !== known.password_hash) return 'wrong' as const;
    if (!matches) {
      await countWrongTry(trx, clock, staff);
      return 'wrong' as const;
    }
    await trx('staff')
      .where({ id: staff.id })
      .update({ failed_sign_ins: 0, locked_until: null, ...changed });
    await trx('staff_sessions').where('expires_at', '<', isoNow(clock)).delete();
    await trx('staff_sessions').insert({
      token_hash: hashToken(token),
      staff_id: staff.id,
      created_at: isoNow(clock),
      expires_at: toStoredTime(clock.now().plus({ hours: sessionHours })),
    });
    return toStaffPrincipal(staff);
  });
  if (outcome === 'wrong') throw wrongCredentials();
  return { staff: outcome, token };
}

/** A one-time password opens no session: who was given it chooses their own with it. @throws Refusal */
function refuseUnlessReplaced(staff: StaffRow, password: string, newPassword: string | undefined): void {
  if (newPassword === undefined && staff.password_is_one_time) throw accountRefusals.new_password_needed();
  if (newPassword === password) throw accountRefusals.new_password_is_old();
}

async function replacing(newPassword: string): Promise<Partial<StaffRow>> {
  return { password_hash: await hashPassword(newPassword), password_is_one_time: false };
}

async function countWrongTry(trx: Knex.Transaction, clock: Clock, row: StaffRow): Promise<void> {
  const wrongTries = row.failed_sign_ins + 1;
  const locks = wrongTries >= wrongTriesAllowed;
  await trx('staff')
    .where({ id: row.id })
    .update({
      failed_sign_ins: locks ? 0 : wrongTries,
      locked_until: locks ? toStoredTime(clock.now().plus({ minutes: lockMinutes })) : null,
    });
}

type UnknownNames = ReturnType<typeof lockUnknownNames>;

/** A name that nobody has is locked like one that somebody has: else the lock would tell which names there are. */
function lockUnknownNames() {
  const tries = new RateLimiterMemory({ points: wrongTriesAllowed - 1, duration: lockMinutes * 60 });
  return {
    async refuseWhileLocked(username: string): Promise<void> {
      const known = await tries.get(username);
      if (known === null || known.consumedPoints < wrongTriesAllowed) return;
      throw accountRefusals.account_locked({ minutes: Math.ceil(known.msBeforeNext / 60_000) });
    },
    async countTry(username: string): Promise<void> {
      await tries.consume(username).catch(() => tries.block(username, lockMinutes * 60));
    },
  };
}

function wrongCredentials() {
  return accountRefusals.wrong_credentials({ limit: wrongTriesAllowed, minutes: lockMinutes });
}

function refuseWhileLocked(staff: StaffRow | undefined, now: string): void {
  if (!staff?.locked_until || staff.locked_until <= now) return;
  const minutes = fromStoredTime(staff.locked_until).diff(fromStoredTime(now)).as('minutes');
  throw accountRefusals.account_locked({ minutes: Math.ceil(minutes) });
}
