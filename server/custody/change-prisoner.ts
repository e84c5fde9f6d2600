import type { Knex } from 'knex';
import { v7 as newId } from 'uuid';
import { inTransaction } from '../../db/connection.ts';
import { isUniqueViolation } from '../../db/dialect.ts';
import { dayOf } from '../clock.ts';
import { edgeRefusals, type StaffPrincipal, worksWith } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { loadPrisoner } from '../people/index.ts';
import { differencesAsFacts, monthsAhead, watchQuota } from '../quota/index.ts';
import { loadRules } from '../rules/index.ts';
import { decideStep, type Known, whyNotChange } from './decide-step.ts';
import { type Flags, tellFamilies, watchVisits } from './flag-visits.ts';
import { custodyRefusals } from './refusals.ts';
import { rehearse } from './rehearse.ts';
import type { PrisonerChange } from './schema.ts';
import type { CustodyStep } from './step.ts';
import { barsTable } from './tables.ts';
import { recordStep, writeStep } from './write-step.ts';

type Asked = { prisonerId: string; change: PrisonerChange };

/** A fact about a prisoner changes: history, ledger, quota, and the families whose visits it touches. @throws Refusal */
export async function changePrisoner(
  foundation: Foundation,
  staff: StaffPrincipal,
  { prisonerId, change }: Asked,
): Promise<void> {
  await inTransaction(foundation.db, async (trx) => {
    const now = foundation.clock.now();
    // The quota is looked at under the lock, too.
    if ((await loadPrisoner(trx, prisonerId, { forUpdate: true })) === undefined)
      throw edgeRefusals.not_found();
    const quota = await watchQuota(trx, {
      prisonerId,
      months: await monthsAhead(trx, prisonerId, now),
      now,
    });
    const { step, flags } = await take(trx, foundation, staff, { prisonerId, change });
    const by = { kind: 'staff', id: staff.id } as const;
    const differences = await quota.record({ cause: 'grade_changed', by });
    await tellFamilies(trx, foundation, flags);
    const facts = differences.length === 0 ? {} : { quota: differencesAsFacts(differences) };
    await recordStep(trx, foundation, staff, prisonerId, step, facts);
  });
}

/** The very change, taken back before anything of it is kept: which visits it would touch. @throws Refusal as it would */
export function rehearseChange(
  foundation: Foundation,
  staff: StaffPrincipal,
  asked: Asked,
): Promise<{ step: CustodyStep; flags: Flags }> {
  return rehearse(foundation.db, (trx) => take(trx, foundation, staff, asked));
}

/** Everything but the ledger: decided under the prisoner's lock, and written. */
async function take(
  trx: Knex.Transaction,
  foundation: Foundation,
  staff: StaffPrincipal,
  { prisonerId, change }: Asked,
): Promise<{ step: CustodyStep; flags: Flags }> {
  const now = foundation.clock.now();
  const prisoner = await loadPrisoner(trx, prisonerId, { forUpdate: true });
  if (prisoner === undefined || !worksWith(staff, prisoner.prison_id)) throw edgeRefusals.not_found();
  const today = dayOf(now);
  const refusal = whyNotChange(change.change, prisoner, { role: staff.role, today });
  if (refusal) throw refusal;
  if (prisoner.version !== change.version) throw custodyRefusals.stale_page();
  const { prison_id: prisonId, grade, category } = prisoner;
  const known: Known = {
    prisoner,
    bars: await barsTable(trx).where({ prisoner_id: prisonerId }),
    wards: await trx('wards').orderBy(['prison_id', 'name_en', 'id']).select('id', 'prison_id'),
    prisonIds: await trx('prisons').pluck('id'),
    rules: await loadRules(trx, { at: now, prisonId, grade, category }),
    today,
    newId,
  };
  const step = decideStep(change, known);
  const visits = await watchVisits(trx, { prisonerId, now });
  await writeStep(trx, foundation, staff, prisoner, step).catch((error) => {
    // Of what is written here, only a number can be somebody else's.
    if (!isUniqueViolation(error)) throw error;
    throw custodyRefusals.number_taken({ number: step.update.number ?? prisoner.number });
  });
  return { step, flags: await visits.look() };
}
