import type { types } from 'mediasoup';
import { z } from 'zod';

/*
 * The shape of what mediasoup-client sends. Only the outline is checked here, with limits on size; the media node checks
 * what it means and refuses with `codec_not_supported`.
 */
const short = z.string().max(256);
const id = z.string().min(1).max(64);
const parameters = z.record(short, z.unknown()).optional();
const rtcpFeedback = z
  .array(z.object({ type: short, parameter: short.optional() }))
  .max(20)
  .optional();
const kind = z.enum(['audio', 'video']);
const extensionUri = z.custom<types.RtpHeaderExtensionUri>(
  (uri) => typeof uri === 'string' && uri.length <= 256,
);

export const mediaId = id;
export const trackKind = kind;

export const dtlsParameters = z.object({
  role: z.enum(['auto', 'client', 'server']).optional(),
  fingerprints: z
    .array(
      z.object({
        algorithm: z.enum(['sha-1', 'sha-224', 'sha-256', 'sha-384', 'sha-512']),
        value: short,
      }),
    )
    .min(1)
    .max(10),
});

const payloadType = z.int().min(0).max(127);
const ssrc = z.int().min(0).max(0xffff_ffff);

export const rtpParameters = z.object({
  mid: z.string().max(32).optional(),
  codecs: z
    .array(
      z.object({
        mimeType: short,
        payloadType,
        clockRate: z.int().positive(),
        channels: z.int().positive().optional(),
        parameters,
        rtcpFeedback,
      }),
    )
    .min(1)
    .max(10),
  headerExtensions: z
    .array(
      z.object({
        uri: extensionUri,
        id: z.int().min(1).max(255),
        encrypt: z.boolean().optional(),
        parameters,
      }),
    )
    .max(30)
    .optional(),
  encodings: z
    .array(
      z.object({
        ssrc: ssrc.optional(),
        rid: z.string().max(32).optional(),
        codecPayloadType: payloadType.optional(),
        rtx: z.object({ ssrc }).optional(),
        dtx: z.boolean().optional(),
        scalabilityMode: z.string().max(32).optional(),
        maxBitrate: z.int().positive().optional(),
      }),
    )
    .max(4)
    .optional(),
  rtcp: z.object({ cname: short.optional(), reducedSize: z.boolean().optional() }).optional(),
  msid: short.optional(),
});

export const rtpCapabilities = z.object({
  codecs: z
    .array(
      z.object({
        kind,
        mimeType: short,
        preferredPayloadType: payloadType,
        clockRate: z.int().positive(),
        channels: z.int().positive().optional(),
        parameters,
        rtcpFeedback,
      }),
    )
    .max(100)
    .optional(),
  headerExtensions: z
    .array(
      z.object({
        kind,
        uri: extensionUri,
        preferredId: z.int().min(1).max(255),
        preferredEncrypt: z.boolean().optional(),
        direction: z.enum(['sendrecv', 'sendonly', 'recvonly', 'inactive']).optional(),
      }),
    )
    .max(100)
    .optional(),
});
