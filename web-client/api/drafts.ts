import { type DraftContent, draft, draftList, savedDraft } from '../../server/application-drafts/schema.ts';
import { get, post, tell } from './request.ts';

const pathOf = (id: string) => `/api/application-drafts/${id}`;

export const listDrafts = () => get('/api/application-drafts', draftList);
export const readDraft = (id: string) => get(pathOf(id), draft);
export const saveDraft = (id: string, body: { version: number; content: DraftContent }) =>
  post(pathOf(id), body, savedDraft);
export const discardDraft = (id: string) => tell('DELETE', pathOf(id));
