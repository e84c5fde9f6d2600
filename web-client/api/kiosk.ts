import { z } from 'zod';
import type { DocumentKind } from '../../server/applications/schema.ts';
import {
  type AskAgainBody,
  askedAgain,
  familyApplication,
  officeToAsk,
  type Relative,
  relative,
} from '../../server/kiosk/schema.ts';
import { ownNotice } from '../../server/notices/schema.ts';
import { ProblemError } from './problem.ts';
import { get, post, tell } from './request.ts';
import { uploadFile } from './upload-file.ts';

/** The relative who is signed in at this machine, or null. */
export async function readRelative(): Promise<Relative | null> {
  try {
    return await get('/api/kiosk/session', relative);
  } catch (error) {
    // Somebody else may be signed in in this browser, or a device enrolled: that is no relative either.
    if (error instanceof ProblemError && (error.status === 401 || error.status === 403)) return null;
    throw error;
  }
}

export const signInRelative = (credentials: { idNumber: string; queryCode: string }) =>
  post('/api/kiosk/session', credentials, relative);

export const signOutRelative = () => tell('DELETE', '/api/kiosk/session');

export const readOffice = () => get('/api/kiosk/office', officeToAsk);

export const listOwnNotices = () => get('/api/kiosk/notices', z.array(ownNotice));

export const tellSeen = (noticeIds: string[]) => tell('POST', '/api/kiosk/notices/seen', { noticeIds });

export const listOwnApplications = () => get('/api/kiosk/applications', z.array(familyApplication));

const path = (id: string) => `/api/kiosk/applications/${id}`;

export const readOwnApplication = (id: string) => get(path(id), familyApplication);

export const handBack = (id: string, version: number) =>
  post(`${path(id)}/resubmit`, { version }, familyApplication);

export const withdrawOwn = (id: string, version: number) =>
  post(`${path(id)}/withdraw`, { version }, familyApplication);

export const askAgain = (id: string, body: AskAgainBody) => post(`${path(id)}/ask-again`, body, askedAgain);

export const handInPaper = (
  id: string,
  { visitorId, kind, file }: { visitorId: string; kind: DocumentKind; file: File },
  onProgress: (share: number) => void,
) => uploadFile(`${path(id)}/documents`, { visitorId, kind }, file, familyApplication, onProgress);
