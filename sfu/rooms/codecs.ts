import type { types } from 'mediasoup';
import { MediaRefusal, type TrackKind } from '../media-node.ts';

/**
 * What a room speaks: Opus and VP8, which the recorder can turn into a playable file. mediasoup adds every
 * header extension that it knows, abs-capture-time among them. In-band FEC is asked of every sender; DTX is
 * neither asked nor refused.
 */
export const routerCodecs: types.RouterRtpCodecCapability[] = [
  {
    kind: 'audio',
    mimeType: 'audio/opus',
    clockRate: 48_000,
    channels: 2,
    parameters: { useinbandfec: 1 },
  },
  { kind: 'video', mimeType: 'video/VP8', clockRate: 90_000 },
];

export const recordedCodec = { audio: 'opus', video: 'VP8' } as const;

/**
 * Refuses what cannot be recorded packet for packet. Simulcast and scalable streams are refused as well: each
 * receiver would get a layer of its own, and the recording could then lack packets that a party received.
 */
export function refuseUnrecordable(kind: TrackKind, rtpParameters: types.RtpParameters): void {
  const media = rtpParameters.codecs?.filter((codec) => !codec.mimeType.toLowerCase().endsWith('/rtx')) ?? [];
  const wanted = `${kind}/${recordedCodec[kind]}`.toLowerCase();
  if (media.length !== 1 || media[0]?.mimeType.toLowerCase() !== wanted) {
    throw new MediaRefusal('codec_not_supported', `${kind} has to be ${recordedCodec[kind]}`);
  }
  const encodings = rtpParameters.encodings ?? [];
  const layered = encodings.some(
    ({ scalabilityMode }) => scalabilityMode && !/^[LS]1T1$/.test(scalabilityMode),
  );
  if (encodings.length > 1 || layered) {
    throw new MediaRefusal('codec_not_supported', 'one layer a track');
  }
}
