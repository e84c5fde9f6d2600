import { z } from 'zod';
import { type Role, type Route, route } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { writers } from './decide-record.ts';
import { listSessions } from './list-sessions.ts';
import { presentRecords } from './present-session.ts';
import { assistanceList, assistanceListQuery, recordsOfSession, writeRecordBody } from './schema.ts';
import { writeRecord } from './write-record.ts';

const readers = [...writers, 'prison_officer', 'prison_approver', 'auditor'] as const satisfies Role[];
const ofVisit = z.object({ visitId: z.string().max(36) });

/** What is written after an assistance session (帮教记录). */
export function assistanceRoutes(foundation: Foundation): Route[] {
  const { db } = foundation;
  return [
    route({
      method: 'get',
      path: '/api/assistance-sessions',
      who: readers,
      summary: 'Assistance sessions that took place and have no record yet, or that have one.',
      query: assistanceListQuery,
      answer: assistanceList,
      handle: ({ principal, query }) => listSessions(db, principal, query),
    }),
    route({
      method: 'get',
      path: '/api/visits/:visitId/assistance-records',
      who: readers,
      summary: 'What was written about an assistance session, with its corrections.',
      params: ofVisit,
      answer: recordsOfSession,
      handle: ({ principal, params, language }) => presentRecords(db, principal, params.visitId, language),
    }),
    route({
      method: 'post',
      path: '/api/visits/:visitId/assistance-records',
      who: writers,
      summary: 'Write the record of an assistance session, or a correction of it.',
      params: ofVisit,
      body: writeRecordBody,
      answer: recordsOfSession,
      status: 201,
      async handle({ principal, params: { visitId }, body, language }) {
        await writeRecord(foundation, principal, visitId, body);
        return presentRecords(db, principal, visitId, language);
      },
    }),
  ];
}
