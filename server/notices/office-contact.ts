import type { Knex } from 'knex';
import type { Text } from '../edge/index.ts';

/** Where visitors ask. */
export type OfficeContact = { phone: string; address: Text; hours: Text };

type ContactRow = {
  id: string;
  phone: string;
  address_zh: string;
  address_en: string;
  hours_zh: string;
  hours_en: string;
  set_by: string;
  set_at: string;
};

export const contactsTable = (db: Knex) => db<ContactRow>('office_contacts');

/** What was set last; undefined until somebody has. */
export async function loadOfficeContact(db: Knex): Promise<OfficeContact | undefined> {
  const row = await contactsTable(db).orderBy('set_at', 'desc').orderBy('id', 'desc').first();
  return (
    row && {
      phone: row.phone,
      address: { zh: row.address_zh, en: row.address_en },
      hours: { zh: row.hours_zh, en: row.hours_en },
    }
  );
}
