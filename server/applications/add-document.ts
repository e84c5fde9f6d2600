import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { v7 as newId } from 'uuid';
import { inTransaction } from '../../db/connection.ts';
import { dayOf, isoNow } from '../clock.ts';
import { edgeRefusals, type UploadedFile } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { visitorSubject } from '../people/index.ts';
import { decideAction } from './decide-action.ts';
import { decidePaper } from './decide-paper.ts';
import { cleanFileName, mediaTypeOf } from './document-file.ts';
import { type DocumentPlace, removeDocumentFile, storeDocument } from './document-store.ts';
import { actorOf, type Entrant, openForEntrant, uploadedBy } from './entrant.ts';
import { loadReviewFacts, type OpenedApplication } from './open-application.ts';
import { applicationRefusals } from './refusals.ts';
import type { DocumentKind } from './schema.ts';
import { type DocumentRow, documentsTable, markChanged } from './tables.ts';

const mostDocuments = 30;

export type NewDocument = {
  visitorId: string;
  kind: DocumentKind;
  /** The last day on which it is valid; empty for a paper without one. */
  validUntil: string;
  file: UploadedFile | undefined;
};

/**
 * Keeps a paper that the family brought. The sealed file is on disk before the row says so; a file without a row, which
 * a crash between the two leaves, is nothing that anybody was told of. @throws Refusal
 */
export async function addDocument(
  foundation: Foundation,
  entrant: Entrant,
  applicationId: string,
  { visitorId, kind, validUntil, file }: NewDocument,
): Promise<DocumentRow> {
  const { db } = foundation;
  if (file === undefined || file.content.length === 0) throw applicationRefusals.no_file();
  const mediaType = await mediaTypeOf(file.content);
  if (mediaType === undefined) throw applicationRefusals.file_type_not_allowed();
  const row: DocumentRow = {
    id: newId(),
    application_id: applicationId,
    visitor_id: visitorId,
    kind,
    media_type: mediaType,
    file_name: cleanFileName(file.fileName, mediaType, kind),
    bytes: file.content.length,
    sha256: createHash('sha256').update(file.content).digest('hex'),
    ...uploadedBy(entrant),
    uploaded_at: isoNow(foundation.clock),
    valid_until: validUntil === '' ? null : validUntil,
  };
  // Before anything is written: what cannot be kept leaves no trace, and the id is known to be one of ours.
  await checkDocument(db, foundation, entrant, await openForEntrant(db, entrant, applicationId), row);
  const place = { applicationId, documentId: row.id };
  try {
    await storeDocument(foundation, place, file.content);
    await inTransaction(db, (trx) => recordDocument(trx, foundation, entrant, row));
    return row;
  } catch (error) {
    await discardUnlessRecorded(foundation, place);
    throw error;
  }
}

/** A connection that is lost during the commit does not say whether there is a row: a file too many harms nothing. */
async function discardUnlessRecorded(foundation: Foundation, place: DocumentPlace): Promise<void> {
  const id = place.documentId;
  const mayBeRecorded = await documentsTable(foundation.db)
    .where({ id })
    .first('id')
    .then(
      (row) => row !== undefined,
      () => true,
    );
  if (!mayBeRecorded) await removeDocumentFile(foundation, place);
}

async function recordDocument(
  trx: Knex.Transaction,
  foundation: Foundation,
  entrant: Entrant,
  row: DocumentRow,
): Promise<void> {
  const opened = await openForEntrant(trx, entrant, row.application_id, { forUpdate: true });
  const visitor = await checkDocument(trx, foundation, entrant, opened, row);
  await documentsTable(trx).insert(row);
  await markChanged(trx, opened.application);
  await foundation.ledger.append(trx, {
    bookId: opened.application.prison_id,
    kind: 'document_added',
    actor: actorOf(entrant),
    subjects: [
      { kind: 'application', id: row.application_id },
      { kind: 'document', id: row.id },
      visitorSubject(foundation.sealing, visitor.person),
    ],
    facts: {
      applicationNumber: opened.application.number,
      documentKind: row.kind,
      sha256: row.sha256,
      bytes: row.bytes,
      validUntil: row.valid_until,
    },
  });
}

/** @returns whose paper it is @throws Refusal */
async function checkDocument(
  db: Knex,
  { clock }: Foundation,
  entrant: Entrant,
  opened: OpenedApplication,
  row: DocumentRow,
): Promise<OpenedApplication['visitors'][number]> {
  const facts = { ...(await loadReviewFacts(db, opened, clock.now())), hasLiveBooking: false };
  const refusal = decideAction('addDocument', facts, entrant);
  if (refusal) throw refusal;
  const against = decidePaper(row, opened.application.state, dayOf(clock.now()));
  if (against) throw against;
  const visitor = opened.visitors.find(({ person }) => person.id === row.visitor_id);
  if (visitor === undefined) throw edgeRefusals.not_found();
  const same = opened.documents.some(
    (each) => each.sha256 === row.sha256 && each.visitor_id === row.visitor_id && each.kind === row.kind,
  );
  if (same) throw applicationRefusals.document_already_on_file();
  if (opened.documents.length >= mostDocuments) {
    throw applicationRefusals.too_many_documents({ limit: mostDocuments });
  }
  return visitor;
}
