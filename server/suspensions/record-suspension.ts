import type { Knex } from 'knex';
import type { StaffPrincipal } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import type { JsonObject, RuleUsed } from '../ledger/index.ts';
import { loadVisitors, visitorSubject } from '../people/index.ts';
import type { SuspensionRow } from './tables.ts';

type SuspensionEntry = {
  kind: 'suspension_proposed' | 'suspension_approved' | 'suspension_declined' | 'suspension_lifted';
  staff: StaffPrincipal;
  suspension: SuspensionRow;
  facts?: JsonObject;
  rules?: RuleUsed[];
};

/** Writes in the book of the prison whose visit it was what was done to a suspension; never a name or free words. */
export async function recordSuspension(
  trx: Knex.Transaction,
  { ledger, sealing }: Foundation,
  { kind, staff, suspension, facts = {}, rules }: SuspensionEntry,
): Promise<void> {
  const visitor = (await loadVisitors(trx, [suspension.visitor_id])).get(suspension.visitor_id);
  if (visitor === undefined) throw new Error(`suspension ${suspension.id} has no visitor`);
  await ledger.append(trx, {
    bookId: suspension.prison_id,
    kind,
    actor: { kind: 'staff', id: staff.id, role: staff.role },
    subjects: [{ kind: 'visit', id: suspension.visit_id }, visitorSubject(sealing, visitor)],
    facts: {
      suspensionId: suspension.id,
      suspensionNumber: suspension.number,
      bookingNumber: suspension.visit_number,
      reasonCode: suspension.reason_code,
      months: suspension.months,
      ...facts,
    },
    rules,
  });
}
