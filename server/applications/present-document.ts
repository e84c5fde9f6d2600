import type { ApplicationDocument } from './schema.ts';
import type { DocumentRow } from './tables.ts';

/** A paper for a screen: what it is, never what is in it. */
export function presentDocument(row: DocumentRow, uploadedBy: string): ApplicationDocument {
  return {
    id: row.id,
    visitorId: row.visitor_id,
    kind: row.kind,
    fileName: row.file_name,
    mediaType: row.media_type,
    bytes: row.bytes,
    sha256: row.sha256,
    validUntil: row.valid_until,
    uploadedBy,
    selfService: row.uploaded_by === null,
    uploadedAt: row.uploaded_at,
  };
}
