/** The facts of a track as they stand in every segment's comment and in the manifest. */
import { z } from 'zod';
import { parties } from '../parties.ts';
import type { TrackFacts } from './recording-part.ts';

export const trackFacts = z.strictObject({
  party: z.enum(parties),
  kind: z.enum(['audio', 'video']),
  codec: z.enum(['opus', 'VP8']),
  payloadType: z.number().int(),
  clockRate: z.number().int().positive(),
  channels: z.number().int().optional(),
  ssrc: z.number().int(),
  rtxSsrc: z.number().int().optional(),
  absCaptureTimeId: z.number().int().optional(),
}) satisfies z.ZodType<TrackFacts>;
