import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { parties } from '../../sfu/media-node.ts';
import { type FileAnswer, type Route, route, type StaffPrincipal, worksWith } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { loadVisit, recordingFolderOf } from '../visits/index.ts';
import { grantReplay } from './grant-replay.ts';
import { playableFile, playableParties } from './recording-folder.ts';
import { recordingRefusals } from './refusals.ts';
import { type Recording, recording, replayBody } from './schema.ts';
import { loadRecording, type RecordingRow, replayUntil } from './tables.ts';

const viewers = ['district_supervisor', 'prison_officer', 'prison_approver', 'auditor'] as const;
const ofVisit = z.object({ visitId: z.uuid() });

export function recordingRoutes(foundation: Foundation): Route[] {
  const { db, clock, dataDir } = foundation;

  /** The recording, if there is one and it is this member of staff's business. */
  async function loadFor(
    staff: StaffPrincipal,
    visitId: string,
  ): Promise<RecordingRow & { prisonId: string }> {
    const row = await loadRecording(db, visitId);
    if (!row) throw recordingRefusals.no_recording();
    const { prisonId } = (await loadVisit(db, visitId)).plan;
    if (!worksWith(staff, prisonId)) throw recordingRefusals.no_recording();
    return { ...row, prisonId };
  }

  async function playableOf(
    staff: StaffPrincipal,
    visitId: string,
    path: string,
  ): Promise<FileAnswer['path']> {
    await loadFor(staff, visitId);
    if (!(await replayUntil(db, clock, visitId, staff.id))) throw recordingRefusals.replay_reason_missing();
    if (!existsSync(path)) throw recordingRefusals.not_playable();
    return path;
  }

  return [
    route({
      method: 'get',
      path: '/api/visits/:visitId/recording',
      who: viewers,
      summary: 'What was recorded of a visit, and whether it is sealed and playable.',
      params: ofVisit,
      answer: recording,
      async handle({ principal, params: { visitId } }) {
        const row = await loadFor(principal, visitId);
        return toRecording(row, dataDir, await replayUntil(db, clock, visitId, principal.id));
      },
    }),
    route({
      method: 'post',
      path: '/api/visits/:visitId/recording/replays',
      who: viewers,
      summary: 'Give the reason for a replay; lets this member of staff replay the recording for two hours.',
      params: ofVisit,
      body: replayBody,
      answer: z.object({ replayUntil: z.string() }),
      status: 201,
      async handle({ principal, params: { visitId }, body }) {
        const { prisonId } = await loadFor(principal, visitId);
        return { replayUntil: await grantReplay(foundation, { visitId, prisonId }, principal, body.reason) };
      },
    }),
    ...parties.map((party) =>
      route({
        method: 'get',
        path: `/api/visits/:visitId/recording/${party}.webm`,
        who: viewers,
        summary: `The playable copy of what the ${party} side sent.`,
        params: ofVisit,
        answer: 'file',
        async handle({ principal, params: { visitId } }): Promise<FileAnswer> {
          const path = playableFile(recordingFolderOf(dataDir, visitId), party);
          return { path: await playableOf(principal, visitId, path), mediaType: 'video/webm' };
        },
      }),
    ),
    route({
      method: 'get',
      path: '/api/visits/:visitId/recording/timeline.vtt',
      who: viewers,
      summary: 'What happened in the visit, as WebVTT on the time of the playable copies.',
      params: ofVisit,
      answer: 'file',
      async handle({ principal, params: { visitId } }): Promise<FileAnswer> {
        const path = join(recordingFolderOf(dataDir, visitId), 'playable', 'timeline.vtt');
        return { path: await playableOf(principal, visitId, path), mediaType: 'text/vtt' };
      },
    }),
  ];
}

function toRecording(row: RecordingRow, dataDir: string, until: string | null): Recording {
  return {
    visitId: row.visit_id,
    state: row.state,
    sealedAt: row.sealed_at,
    manifestSha256: row.manifest_sha256,
    packets: row.packets,
    missingPackets: row.missing_packets,
    bytes: row.bytes === null ? null : Number(row.bytes),
    seconds: row.seconds,
    playable: playableParties(recordingFolderOf(dataDir, row.visit_id)),
    replayUntil: until,
  };
}
