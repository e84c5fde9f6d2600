import { v7 as newId } from 'uuid';
import { inTransaction } from '../../db/connection.ts';
import { isoNow } from '../clock.ts';
import { edgeRefusals, type Refusal, type Role, type StaffPrincipal } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { contactsTable } from './office-contact.ts';
import type { OfficeContactBody } from './schema.ts';

export const contactChangers = ['district_supervisor', 'administrator'] as const satisfies Role[];

export function whyNotChangeContact(role: Role): Refusal | undefined {
  return contactChangers.some((allowed) => allowed === role) ? undefined : edgeRefusals.not_permitted();
}

/** Where visitors ask from now on; what was said before stays as it was said. */
export async function changeOfficeContact(
  { db, clock }: Foundation,
  staff: StaffPrincipal,
  { phone, address, hours }: OfficeContactBody,
): Promise<void> {
  await inTransaction(db, (trx) =>
    contactsTable(trx).insert({
      id: newId(),
      phone,
      address_zh: address.zh,
      address_en: address.en,
      hours_zh: hours.zh,
      hours_en: hours.en,
      set_by: staff.id,
      set_at: isoNow(clock),
    }),
  );
}
