import { z } from 'zod';
import { formRules } from '../../server/applications/form-schema.ts';
import { receipt } from '../../server/applications/receipt-schema.ts';
import {
  type ApplicationKind,
  type ApplicationListQuery,
  application,
  applicationDocument,
  applicationList,
  type DocumentKind,
  type newApplicationBody,
  type QueryCodeReason,
  submittedApplication,
} from '../../server/applications/schema.ts';
import { decisionInWords } from '../../server/decisions/schema.ts';
import { get, post, tell } from './request.ts';
import { uploadFile } from './upload-file.ts';

export type NewApplicationInput = z.input<typeof newApplicationBody>;

export const listApplications = (query: ApplicationListQuery) =>
  get('/api/applications', applicationList, query);

/** The rules that a form for a prisoner is filled in by. */
export const readFormRules = (prisonerId: string, kind: ApplicationKind) =>
  get('/api/application-form', formRules, { prisonerId, kind });

export const readApplication = (id: string) => get(`/api/applications/${id}`, application);

export const readDecisions = (id: string) =>
  get(`/api/applications/${id}/decisions`, z.array(decisionInWords));

export const submitApplication = (body: NewApplicationInput) =>
  post('/api/applications', body, submittedApplication);

export const readReceipt = (id: string) => get(`/api/applications/${id}/receipt`, receipt);

export const renewQueryCode = (id: string, reason: QueryCodeReason) =>
  post(`/api/applications/${id}/query-code`, { reason }, z.object({ queryCode: z.string() }));

export const resubmit = (id: string, version: number) =>
  post(`/api/applications/${id}/resubmit`, { version }, application);

export const withdraw = (id: string, version: number) =>
  post(`/api/applications/${id}/withdraw`, { version }, application);

export function addDocument(
  applicationId: string,
  document: { visitorId: string; kind: DocumentKind; validUntil: string; file: File },
  onProgress: (share: number) => void,
) {
  const { visitorId, kind, validUntil, file } = document;
  return uploadFile(
    `/api/applications/${applicationId}/documents`,
    { visitorId, kind, validUntil },
    file,
    applicationDocument,
    onProgress,
  );
}

export const documentPath = (applicationId: string, documentId: string) =>
  `/api/applications/${applicationId}/documents/${documentId}`;

export const removeDocument = (applicationId: string, documentId: string) =>
  tell('DELETE', documentPath(applicationId, documentId));
