import { inTransaction } from '../../db/connection.ts';
import { edgeRefusals, type StaffPrincipal } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { loadDecisions } from '../reviews/index.ts';
import { decideRemoval } from './decide-action.ts';
import { type DocumentPlace, removeDocumentFile } from './document-store.ts';
import { loadReviewFacts, openApplication } from './open-application.ts';
import { documentsTable, markChanged } from './tables.ts';

/** Takes back a paper that was put on file by mistake; what it was stays in the ledger. @throws Refusal */
export async function removeDocument(
  foundation: Foundation,
  principal: StaffPrincipal,
  place: DocumentPlace,
): Promise<void> {
  const { db, clock, ledger } = foundation;
  await inTransaction(db, async (trx) => {
    const opened = await openApplication(trx, principal, place.applicationId, { forUpdate: true });
    const row = opened.documents.find(({ id }) => id === place.documentId);
    if (row === undefined) throw edgeRefusals.not_found();
    const decisions = await loadDecisions(trx, place.applicationId);
    const refusal = decideRemoval(
      {
        ...(await loadReviewFacts(trx, opened, clock.now())),
        hasLiveBooking: false,
        uploadedAt: row.uploaded_at,
        lastDecisionAt: decisions.at(-1)?.decided_at,
      },
      principal,
    );
    if (refusal) throw refusal;
    await documentsTable(trx).where({ id: row.id }).delete();
    await markChanged(trx, opened.application);
    await ledger.append(trx, {
      bookId: opened.application.prison_id,
      kind: 'document_removed',
      actor: { kind: 'staff', id: principal.id, role: principal.role },
      subjects: [
        { kind: 'application', id: row.application_id },
        { kind: 'document', id: row.id },
      ],
      facts: {
        applicationNumber: opened.application.number,
        documentKind: row.kind,
        sha256: row.sha256,
      },
    });
  });
  // After the row: a file that stays behind after a crash is sealed, and nothing leads to it.
  await removeDocumentFile(foundation, place);
}
