import { createHash } from 'node:crypto';
import { inTransaction } from '../../db/connection.ts';
import { type BytesAnswer, edgeRefusals, type StaffPrincipal } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { type DocumentPlace, readDocument } from './document-store.ts';
import { openApplication } from './open-application.ts';
import { applicationRefusals } from './refusals.ts';
import { type DocumentRow, documentsTable } from './tables.ts';

/** Unseals a paper for somebody who may see it, and not before the look is in the ledger. @throws Refusal */
export async function viewDocument(
  foundation: Foundation,
  principal: StaffPrincipal,
  place: DocumentPlace,
): Promise<BytesAnswer> {
  const { db, ledger } = foundation;
  const { application } = await openApplication(db, principal, place.applicationId);
  const row = await documentsTable(db)
    .where({ id: place.documentId, application_id: application.id })
    .first();
  if (row === undefined) throw edgeRefusals.not_found();
  const bytes = await unsealed(foundation, place, row);
  await inTransaction(db, (trx) =>
    ledger.append(trx, {
      bookId: application.prison_id,
      kind: 'document_viewed',
      actor: { kind: 'staff', id: principal.id, role: principal.role },
      subjects: [
        { kind: 'application', id: application.id },
        { kind: 'document', id: row.id },
      ],
      facts: { applicationNumber: application.number, documentKind: row.kind, sha256: row.sha256 },
    }),
  );
  return { bytes, mediaType: row.media_type, fileName: row.file_name };
}

async function unsealed(foundation: Foundation, place: DocumentPlace, row: DocumentRow): Promise<Buffer> {
  try {
    const bytes = await readDocument(foundation, place);
    if (createHash('sha256').update(bytes).digest('hex') === row.sha256) return bytes;
    throw new Error('the content is not the one that was put on file');
  } catch (error) {
    foundation.log.error({ err: error, documentId: row.id }, 'a document cannot be read');
    throw applicationRefusals.document_unreadable();
  }
}
