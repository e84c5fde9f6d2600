import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import { v7 as newId } from 'uuid';
import { isoNow } from '../clock.ts';
import type { Foundation } from '../foundation.ts';
import { maskIdNumber, readIdNumber } from './id-number.ts';
import { peopleRefusals } from './refusals.ts';
import { idNumberIndex, phoneOf, sealIdNumber, sealPhone } from './sealed-visitor.ts';
import { type VisitorRow, visitorsTable } from './tables.ts';

export type PersonAtCounter = { name: string; idNumber: string; phone: string };

/**
 * The visitor with this identity number: the one known from before, with the telephone number that was given now, or a
 * new one. @throws Refusal when the number is known under another name
 */
export async function registerVisitor(
  trx: Knex.Transaction,
  { sealing, clock }: Pick<Foundation, 'sealing' | 'clock'>,
  { name, idNumber, phone }: PersonAtCounter,
): Promise<VisitorRow> {
  const index = idNumberIndex(sealing, idNumber);
  const known = await findByIndex(trx, index);
  if (known === undefined) {
    const id = newId();
    const row: VisitorRow = {
      id,
      name,
      id_number_sealed: sealIdNumber(sealing, id, idNumber),
      id_number_index: index,
      id_number_masked: maskIdNumber(idNumber),
      born_on: readIdNumber(idNumber)?.bornOn ?? '',
      phone_sealed: sealPhone(sealing, id, phone),
      salt: randomBytes(32).toString('base64'),
      created_at: isoNow(clock),
    };
    // Another counter may register the same person at this moment: then that one is taken below.
    await visitorsTable(trx).insert(row).onConflict('id_number_index').ignore();
  }
  const visitor = known ?? (await findByIndex(trx, index));
  if (visitor === undefined) throw new Error('a visitor was neither found nor registered');
  if (visitor.name !== name) {
    throw peopleRefusals.name_does_not_match({ idNumberMasked: visitor.id_number_masked });
  }
  if (phoneOf(sealing, visitor) === phone) return visitor;
  const phoneSealed = sealPhone(sealing, visitor.id, phone);
  await visitorsTable(trx).where({ id: visitor.id }).update({ phone_sealed: phoneSealed });
  return { ...visitor, phone_sealed: phoneSealed };
}

function findByIndex(trx: Knex.Transaction, index: string): Promise<VisitorRow | undefined> {
  return visitorsTable(trx).where({ id_number_index: index }).forUpdate().first();
}
