import { inTransaction } from '../../db/connection.ts';
import { openApplication } from '../applications/index.ts';
import { edgeRefusals, type StaffPrincipal } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { visitorSubject } from './ledger-subjects.ts';
import type { UnmaskedVisitor, UnmaskReason } from './schema.ts';
import { idNumberOf, phoneOf } from './sealed-visitor.ts';

/**
 * Shows a visitor's numbers in full, to whoever may open the application, and not before the look is in the ledger.
 * @throws Refusal
 */
export async function unmaskVisitor(
  { db, ledger, sealing }: Foundation,
  principal: StaffPrincipal,
  { visitorId, applicationId, reason }: { visitorId: string; applicationId: string; reason: UnmaskReason },
): Promise<UnmaskedVisitor> {
  return inTransaction(db, async (trx) => {
    const { application, visitors } = await openApplication(trx, principal, applicationId);
    const visitor = visitors.find(({ person }) => person.id === visitorId)?.person;
    if (visitor === undefined) throw edgeRefusals.not_found();
    await ledger.append(trx, {
      bookId: application.prison_id,
      kind: 'visitor_unmasked',
      actor: { kind: 'staff', id: principal.id, role: principal.role },
      subjects: [visitorSubject(sealing, visitor), { kind: 'application', id: application.id }],
      facts: { applicationNumber: application.number, reason },
    });
    return { idNumber: idNumberOf(sealing, visitor), phone: phoneOf(sealing, visitor) };
  });
}
