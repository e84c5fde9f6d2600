import { z } from 'zod';
import { type Route, route } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { addDocument } from './add-document.ts';
import { documentReaders } from './decide-action.ts';
import { presentDocument } from './present-document.ts';
import { removeDocument } from './remove-document.ts';
import { applicationDocument, maximumDocumentBytes, newDocumentBody } from './schema.ts';
import { viewDocument } from './view-document.ts';

const ofApplication = z.object({ applicationId: z.string().max(36) });
const ofDocument = ofApplication.extend({ documentId: z.string().max(36) });

/** The papers of an application. */
export function documentRoutes(foundation: Foundation): Route[] {
  return [
    route({
      method: 'post',
      path: '/api/applications/:applicationId/documents',
      who: ['district_officer'],
      summary: 'Put a paper of a visitor on file: JPEG, PNG or PDF, up to 8 MB.',
      params: ofApplication,
      body: newDocumentBody,
      upload: { field: 'file', maximumBytes: maximumDocumentBytes },
      answer: applicationDocument,
      status: 201,
      async handle({ principal, params: { applicationId }, body, upload }) {
        const row = await addDocument(foundation, principal, applicationId, { ...body, file: upload });
        return presentDocument(row, principal.displayName);
      },
    }),
    route({
      method: 'get',
      path: '/api/applications/:applicationId/documents/:documentId',
      who: documentReaders,
      summary: 'A paper as it was handed in. Each look is a line in the ledger.',
      params: ofDocument,
      answer: 'file',
      handle: ({ principal, params }) => viewDocument(foundation, principal, params),
    }),
    route({
      method: 'delete',
      path: '/api/applications/:applicationId/documents/:documentId',
      who: ['district_officer'],
      summary: 'Take back a paper that was put on file by mistake and that no decision relied on.',
      params: ofDocument,
      answer: 'nothing',
      handle: ({ principal, params }) => removeDocument(foundation, principal, params),
    }),
  ];
}
