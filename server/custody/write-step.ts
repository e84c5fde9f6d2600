import type { Knex } from 'knex';
import { v7 as newId } from 'uuid';
import { toStoredTime } from '../clock.ts';
import type { StaffPrincipal } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import type { JsonObject } from '../ledger/index.ts';
import { loadPrisoner, type PrisonerRow, prisonerSubject } from '../people/index.ts';
import type { CustodyStep } from './step.ts';
import { barsTable, changesTable } from './tables.ts';

/** Writes what a change comes to, but for the ledger. The caller holds the prisoner. */
export async function writeStep(
  trx: Knex.Transaction,
  { clock }: Foundation,
  staff: StaffPrincipal,
  prisoner: PrisonerRow,
  { update, newBars, endedBars, lines }: CustodyStep,
): Promise<void> {
  const at = toStoredTime(clock.now());
  await trx('prisoners')
    .where({ id: prisoner.id })
    .update({ ...update, version: prisoner.version + lines.length });
  for (const { id, endedFrom, reason, note } of endedBars)
    await barsTable(trx).where({ id }).update({
      ended_from: endedFrom,
      end_reason: reason,
      end_note: note,
      ended_by: staff.id,
      ended_at: at,
    });
  if (newBars.length > 0)
    await barsTable(trx).insert(
      newBars.map((bar) => ({
        ...bar,
        prisoner_id: prisoner.id,
        prison_id: update.prison_id ?? prisoner.prison_id,
        entered_by: staff.id,
        entered_at: at,
      })),
    );
  await changesTable(trx).insert(
    lines.map(({ prisonId, kind, day, before, after, bar, note }, n) => ({
      id: newId(),
      prisoner_id: prisoner.id,
      prison_id: prisonId,
      kind,
      day,
      facts: JSON.stringify({ before, after, bar }),
      note,
      changed_by: staff.id,
      changed_at: at,
      version: prisoner.version + n + 1,
    })),
  );
}

/** The ledger entries of a change, last in its transaction; books are taken in one order, so that none wait in a circle. */
export async function recordStep(
  trx: Knex.Transaction,
  { ledger }: Foundation,
  staff: StaffPrincipal,
  prisonerId: string,
  { lines }: CustodyStep,
  more: JsonObject = {},
): Promise<void> {
  const prisoner = await loadPrisoner(trx, prisonerId);
  if (prisoner === undefined) throw new Error(`there is no prisoner ${prisonerId}`);
  const subjects = [prisonerSubject(prisoner)];
  const sorted = [...lines].sort((one, other) => (one.prisonId < other.prisonId ? -1 : 1));
  for (const { prisonId, entry } of sorted)
    await ledger.append(trx, {
      bookId: prisonId,
      kind: entry.kind,
      actor: { kind: 'staff', id: staff.id, role: staff.role },
      subjects,
      facts: { ...entry.facts, ...more },
      rules: entry.rules,
    });
}
