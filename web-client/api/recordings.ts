import { z } from 'zod';
import { recording } from '../../server/recordings/schema.ts';
import type { Party } from '../../sfu/media-node.ts';
import { get, post } from './request.ts';

const path = (visitId: string) => `/api/visits/${visitId}/recording`;

export const readRecording = (visitId: string) => get(path(visitId), recording);

/** Says why it is replayed; that goes into the ledger and opens the files for a while. */
export const askReplay = (visitId: string, reason: string) =>
  post(`${path(visitId)}/replays`, { reason }, z.object({ replayUntil: z.string() }));

export const playablePath = (visitId: string, party: Party) => `${path(visitId)}/${party}.webm`;

export const timelinePath = (visitId: string) => `${path(visitId)}/timeline.vtt`;
