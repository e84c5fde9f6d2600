import type { z } from 'zod';
import {
  type CustodyState,
  changePreview,
  type EnterPrisonerBody,
  importDone,
  importPreview,
  type prisonerChange,
  prisonerFile,
  prisonerList,
} from '../../server/custody/schema.ts';
import { get, post } from './request.ts';
import { uploadFile } from './upload-file.ts';

/** A change as a form makes it: what has a default may be left out. */
export type ChangeAsked = z.input<typeof prisonerChange>;

export type PrisonersFilter = {
  search?: string;
  prisonId?: string;
  wardId?: string;
  state?: CustodyState;
  barred?: boolean;
};

export const listPrisoners = (filter: PrisonersFilter) => get('/api/prisoner-files', prisonerList, filter);

export const readPrisoner = (id: string) => get(`/api/prisoner-files/${id}`, prisonerFile);

export const enterPrisoner = (body: EnterPrisonerBody) => post('/api/prisoner-files', body, prisonerFile);

export const previewChange = (id: string, change: ChangeAsked) =>
  post(`/api/prisoner-files/${id}/changes/preview`, change, changePreview);

export const changePrisoner = (id: string, change: ChangeAsked) =>
  post(`/api/prisoner-files/${id}/changes`, change, prisonerFile);

const noProgress = () => {};

export const previewImport = (file: File) =>
  uploadFile('/api/prisoner-imports/preview', {}, file, importPreview, noProgress);

export const importPrisoners = (file: File, digest: string) =>
  uploadFile('/api/prisoner-imports', { digest }, file, importDone, noProgress);
