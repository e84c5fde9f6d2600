import { z } from 'zod';
import { parties } from '../../sfu/media-node.ts';
import type { Text } from '../edge/language.ts';

export const recordingStates = ['sealing', 'sealed', 'playable', 'unplayable', 'failed'] as const;
export type RecordingState = (typeof recordingStates)[number];
export const recordingStateTexts: Record<RecordingState, Text> = {
  sealing: { zh: '正在封存', en: 'Being sealed' },
  sealed: { zh: '已封存，正在生成可播放文件', en: 'Sealed; the playable copies are being made' },
  playable: { zh: '已封存，可回放', en: 'Sealed and ready to replay' },
  unplayable: { zh: '已封存，但无法生成可播放文件', en: 'Sealed, but no playable copy could be made' },
  failed: { zh: '封存失败，请联系管理员', en: 'Sealing failed; call the administrator' },
};

export const recording = z
  .object({
    visitId: z.string(),
    state: z.enum(recordingStates),
    sealedAt: z.string().nullable(),
    /** SHA-256 of manifest.json, as the ledger has it. */
    manifestSha256: z.string().nullable(),
    packets: z.number().int().nullable(),
    missingPackets: z.number().int().nullable(),
    bytes: z.number().int().nullable(),
    seconds: z.number().int().nullable(),
    /** The parties whose playable copy is there. */
    playable: z.array(z.enum(parties)),
    /** Until when this member of staff may replay it; null until a reason was given. */
    replayUntil: z.string().nullable(),
  })
  .meta({ id: 'Recording' });
export type Recording = z.infer<typeof recording>;

export const replayBody = z.object({ reason: z.string().trim().min(2).max(500) });
