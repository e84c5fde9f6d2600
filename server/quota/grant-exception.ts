import { v7 as newId } from 'uuid';
import { inTransaction } from '../../db/connection.ts';
import { toStoredTime } from '../clock.ts';
import { edgeRefusals, type StaffPrincipal } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { whyNotGrant, whyNotWithdraw } from './decide-quota.ts';
import { monthOf } from './month.ts';
import { openPrisoner } from './open-prisoner.ts';
import { recordQuota } from './record-quota.ts';
import type { ExceptionBody } from './schema.ts';
import { exceptionsTable, loadException, standingExceptions } from './tables.ts';
import { differencesAsFacts, quotasIn, watchQuota } from './watch-quota.ts';

/** The prison grants a prisoner one visit more in a month than the rule gives. @throws Refusal */
export async function grantException(
  foundation: Foundation,
  staff: StaffPrincipal,
  prisonerId: string,
  { month, reasonCode, note }: ExceptionBody,
): Promise<void> {
  const { db, clock } = foundation;
  await inTransaction(db, async (trx) => {
    const now = clock.now();
    const prisoner = await openPrisoner(trx, prisonerId, staff, { forUpdate: true });
    const standing = await standingExceptions(trx, { prisonerId, month });
    const refusal = whyNotGrant({ month, reason_code: reasonCode, note }, standing, monthOf(now));
    if (refusal) throw refusal;

    const quota = await watchQuota(trx, { prisonerId, months: [month], now });
    const id = newId();
    await exceptionsTable(trx).insert({
      id,
      prisoner_id: prisonerId,
      prison_id: prisoner.prison_id,
      month,
      reason_code: reasonCode,
      note,
      granted_by: staff.id,
      granted_at: toStoredTime(now),
      withdrawn_by: null,
      withdrawn_at: null,
      withdraw_note: '',
    });
    const differences = await quota.record({
      cause: 'exception_granted',
      by: { kind: 'staff', id: staff.id },
      referenceId: id,
    });
    await recordQuota(trx, foundation, {
      kind: 'quota_exception_granted',
      staff,
      prisoner,
      subject: { kind: 'quota_exception', id },
      facts: { month, reasonCode, quota: differencesAsFacts(differences) },
    });
  });
}

/** Takes an extra visit back that nobody has used. Gives the prisoner's id and the month. @throws Refusal */
export async function withdrawException(
  foundation: Foundation,
  staff: StaffPrincipal,
  id: string,
  { note }: { note: string },
): Promise<{ prisonerId: string; month: string }> {
  const { db, clock } = foundation;
  return inTransaction(db, async (trx) => {
    const now = clock.now();
    // Read first without a lock: the prisoner is locked before anything of theirs.
    const seen = await loadException(trx, id);
    if (seen === undefined) throw edgeRefusals.not_found();
    const { prisoner_id: prisonerId, month } = seen;
    const prisoner = await openPrisoner(trx, prisonerId, staff, { forUpdate: true });
    const exception = (await loadException(trx, id, { forUpdate: true })) ?? seen;
    const before = (await quotasIn(trx, prisoner, [month], now)).get(month) ?? { allowed: 0, used: 0 };
    const refusal = whyNotWithdraw(exception, before, staff);
    if (refusal) throw refusal;

    const quota = await watchQuota(trx, { prisonerId, months: [month], now });
    await exceptionsTable(trx)
      .where({ id })
      .update({ withdrawn_by: staff.id, withdrawn_at: toStoredTime(now), withdraw_note: note });
    const differences = await quota.record({
      cause: 'exception_withdrawn',
      by: { kind: 'staff', id: staff.id },
      referenceId: id,
    });
    await recordQuota(trx, foundation, {
      kind: 'quota_exception_withdrawn',
      staff,
      prisoner,
      subject: { kind: 'quota_exception', id },
      facts: { month, reasonCode: exception.reason_code, quota: differencesAsFacts(differences) },
    });
    return { prisonerId, month };
  });
}
