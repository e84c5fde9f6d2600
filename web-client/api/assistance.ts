import type { z } from 'zod';
import {
  assistanceList,
  type assistanceListQuery,
  recordsOfSession,
  type writeRecordBody,
} from '../../server/assistance/schema.ts';
import { get, post } from './request.ts';

export const listSessions = (query: z.input<typeof assistanceListQuery>) =>
  get('/api/assistance-sessions', assistanceList, query);

const pathOf = (visitId: string) => `/api/visits/${visitId}/assistance-records`;

export const readRecords = (visitId: string) => get(pathOf(visitId), recordsOfSession);
export const writeRecord = (visitId: string, body: z.input<typeof writeRecordBody>) =>
  post(pathOf(visitId), body, recordsOfSession);
