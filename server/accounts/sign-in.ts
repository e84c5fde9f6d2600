import { inTransaction } from '../../db/connection.ts';
import { fromStoredTime, isoNow, toStoredTime } from '../clock.ts';
import type { StaffPrincipal } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { passwordMatches } from './password.ts';
import { accountRefusals } from './refusals.ts';
import { type StaffRow, toStaffPrincipal } from './tables.ts';
import { hashToken, newToken } from './tokens.ts';

const wrongTriesAllowed = 5;
const lockMinutes = 15;
/** A working day: nobody has to sign in twice in a shift, and a forgotten session ends at night. */
export const sessionHours = 12;

/**
 * Checks a password and opens a session.
 * @throws Refusal wrong_credentials, account_locked
 */
export async function signIn(
  { db, clock }: Foundation,
  username: string,
  password: string,
): Promise<{ staff: StaffPrincipal; token: string }> {
  const known: StaffRow | undefined = await db('staff').where({ username }).whereNull('disabled_at').first();
  refuseWhileLocked(known, isoNow(clock));
  // Hashing takes tens of milliseconds: outside the transaction, so that it holds no lock.
  const matches = await passwordMatches(known?.password_hash, password);
  if (known === undefined) throw wrongCredentials();

  const token = newToken();
  const outcome = await inTransaction(db, async (trx) => {
    const staff: StaffRow = await trx('staff').where({ id: known.id }).forUpdate().first();
    // Tries that ran side by side are counted one after the other.
    refuseWhileLocked(staff, isoNow(clock));
    if (!matches) {
      await countWrongTry(staff);
      return 'wrong' as const;
    }
    await trx('staff').where({ id: staff.id }).update({ failed_sign_ins: 0, locked_until: null });
    await trx('staff_sessions').where('expires_at', '<', isoNow(clock)).delete();
    await trx('staff_sessions').insert({
      token_hash: hashToken(token),
      staff_id: staff.id,
      created_at: isoNow(clock),
      expires_at: toStoredTime(clock.now().plus({ hours: sessionHours })),
    });
    return toStaffPrincipal(staff);

    async function countWrongTry(row: StaffRow): Promise<void> {
      const wrongTries = row.failed_sign_ins + 1;
      const locks = wrongTries >= wrongTriesAllowed;
      await trx('staff')
        .where({ id: row.id })
        .update({
          failed_sign_ins: locks ? 0 : wrongTries,
          locked_until: locks ? toStoredTime(clock.now().plus({ minutes: lockMinutes })) : null,
        });
    }
  });
  if (outcome === 'wrong') throw wrongCredentials();
  return { staff: outcome, token };
}

function wrongCredentials() {
  return accountRefusals.wrong_credentials({ limit: wrongTriesAllowed, minutes: lockMinutes });
}

function refuseWhileLocked(staff: StaffRow | undefined, now: string): void {
  if (!staff?.locked_until || staff.locked_until <= now) return;
  const minutes = fromStoredTime(staff.locked_until).diff(fromStoredTime(now)).as('minutes');
  throw accountRefusals.account_locked({ minutes: Math.ceil(minutes) });
}
