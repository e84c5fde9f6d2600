import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import { v7 as newId } from 'uuid';
import { inTransaction } from '../../db/connection.ts';
import { isUniqueViolation } from '../../db/dialect.ts';
import { dayOf, isoNow } from '../clock.ts';
import { edgeRefusals, type StaffPrincipal } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { type PrisonerRow, prisonerSubject } from '../people/index.ts';
import { custodyRefusals } from './refusals.ts';
import type { EnterPrisonerBody } from './schema.ts';
import { changesTable } from './tables.ts';

/** A prison enters somebody whom it holds. Gives the prisoner's id. @throws Refusal */
export async function enterPrisoner(
  foundation: Foundation,
  staff: StaffPrincipal,
  body: EnterPrisonerBody,
): Promise<string> {
  return inTransaction(foundation.db, async (trx) => {
    const prisoner = await insertPrisoner(trx, foundation, staff, body);
    await recordEntered(trx, foundation, staff, prisoner);
    return prisoner.id;
  });
}

/** The row and its first line of history; the caller writes the ledger entry. @throws Refusal */
export async function insertPrisoner(
  trx: Knex.Transaction,
  { clock }: Foundation,
  { id: staffId, prisonId }: StaffPrincipal,
  { number, name, wardId, grade, category }: EnterPrisonerBody,
): Promise<PrisonerRow> {
  if (prisonId === null) throw edgeRefusals.not_permitted();
  const ward = await trx('wards').where({ id: wardId, prison_id: prisonId }).first('id');
  if (ward === undefined) throw custodyRefusals.unknown_ward();
  const prisoner: PrisonerRow = {
    id: newId(),
    prison_id: prisonId,
    ward_id: wardId,
    number,
    name,
    grade,
    category,
    salt: randomBytes(32).toString('base64'),
    custody_state: 'held',
    custody_since: null,
    version: 1,
  };
  await trx('prisoners')
    .insert(prisoner)
    .catch((error) => {
      throw isUniqueViolation(error) ? custodyRefusals.number_taken({ number }) : error;
    });
  await changesTable(trx).insert({
    id: newId(),
    prisoner_id: prisoner.id,
    prison_id: prisonId,
    kind: 'entered',
    day: dayOf(clock.now()),
    facts: JSON.stringify({ after: { number, name, ward_id: wardId, grade, category } }),
    note: '',
    changed_by: staffId,
    changed_at: isoNow(clock),
    version: 1,
  });
  return prisoner;
}

export async function recordEntered(
  trx: Knex.Transaction,
  { ledger }: Foundation,
  staff: StaffPrincipal,
  prisoner: PrisonerRow,
): Promise<void> {
  const { prison_id: bookId, ward_id: wardId, grade, category } = prisoner;
  await ledger.append(trx, {
    bookId,
    kind: 'prisoner_entered',
    actor: { kind: 'staff', id: staff.id, role: staff.role },
    subjects: [prisonerSubject(prisoner)],
    facts: { wardId, grade, category },
  });
}
