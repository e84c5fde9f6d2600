/*
 * Signalling of a visit over socket.io: one schema a message, the same types on both ends.
 *
 * A client connects to the namespace `/visits` of its own origin, over WebSocket, with its cookies, and joins one visit:
 *
 *   const socket: Socket<ServerToClientEvents, ClientToServerEvents> =
 *     io('/visits', { forceNew: true, transports: ['websocket'], auth: { language: 'zh' } });
 *   const joined = await socket.emitWithAck('join', { visitId, as: 'visit_room' });
 *
 * The handshake's `language` is `zh` or `en`, in which refusals are said; anything else is taken as Chinese.
 *
 * After that: a transport for sending (parties) and one for receiving, `connectTransport` when mediasoup-client asks for
 * it, `publish` a camera and a microphone, `consume` each of `joined.answer.tracks` and of every `trackPublished`, then
 * `resumeConsumer`. A consumer stays silent until the gate opens; the client need not know when.
 * Join again after a reconnect and after `rejoin`: all transports are gone then.
 */
import type { types } from 'mediasoup';
import { z } from 'zod';
import type {
  ConsumerDescription,
  Party,
  PublishedTrack,
  TrackKind,
  TransportDescription,
} from '../../sfu/media-node.ts';
import type { Text } from '../edge/language.ts';
import { dtlsParameters, mediaId, rtpCapabilities, rtpParameters, trackKind } from './media-schema.ts';
import {
  completeStopReasonBody,
  extendBody,
  finishBody,
  stopBody,
  type VisitSnapshot,
  type WarningCode,
  warnBody,
} from './schema.ts';

export const visitsNamespace = '/visits';

export const clientMessages = {
  /**
   * `as` says which of the keys that this browser holds is meant. Which party that is, and whether it may,
   * follows from the key and the booking.
   */
  join: z.object({ visitId: z.uuid(), as: z.enum(['visit_room', 'terminal', 'supervisor']) }),
  leave: z.object({}),
  createTransport: z.object({ direction: z.enum(['send', 'receive']) }),
  connectTransport: z.object({ transportId: mediaId, dtlsParameters }),
  restartIce: z.object({ transportId: mediaId }),
  publish: z.object({ transportId: mediaId, kind: trackKind, rtpParameters }),
  watchableTracks: z.object({}),
  consume: z.object({ transportId: mediaId, producerId: mediaId, rtpCapabilities }),
  resumeConsumer: z.object({ consumerId: mediaId }),
  /** Only for supervisors, from here on. */
  warn: warnBody,
  pause: z.object({}),
  resume: z.object({}),
  extend: extendBody,
  stop: stopBody,
  finish: finishBody,
  completeStopReason: completeStopReasonBody,
} satisfies Record<string, z.ZodType>;

export type ClientMessageName = keyof typeof clientMessages;
/** What a client sends. */
export type ClientMessage<N extends ClientMessageName> = z.input<(typeof clientMessages)[N]>;
/** What a handler gets. */
export type ParsedMessage<N extends ClientMessageName> = z.output<(typeof clientMessages)[N]>;

export type Joined = {
  you: Party | 'supervisor';
  routerRtpCapabilities: types.RtpCapabilities;
  snapshot: VisitSnapshot;
  /** What can be consumed now. */
  tracks: PublishedTrack[];
};

type Answers = {
  join: Joined;
  createTransport: TransportDescription;
  restartIce: types.IceParameters;
  publish: { producerId: string; kind: TrackKind };
  watchableTracks: PublishedTrack[];
  consume: ConsumerDescription;
};
export type Answer<N extends ClientMessageName> = N extends keyof Answers ? Answers[N] : null;

/** `title` is in the language of the handshake. Nothing was changed. */
export type SocketRefusal = { ok: false; code: string; title: string };
export type Ack<N extends ClientMessageName> = { ok: true; answer: Answer<N> } | SocketRefusal;

export type ClientToServerEvents = {
  [N in ClientMessageName]: (message: ClientMessage<N>, ack: (result: Ack<N>) => void) => void;
};

export type ServerToClientEvents = {
  /** After each change; the whole moving part of the visit, cut to what this client may see. */
  visitState(snapshot: VisitSnapshot): void;
  trackPublished(track: PublishedTrack): void;
  trackEnded(track: PublishedTrack): void;
  /** Goes to both parties and to the supervisors. */
  warningShown(warning: { code: WarningCode; text: Text; at: string }): void;
  timeWarning(warning: { minutes: number; at: string }): void;
  /** The room's media is gone (a media worker died): throw the transports away and join again. */
  rejoin(): void;
  /** The server is about to close this connection: replaced by a newer one, revoked, flooding, session ended. */
  refused(refusal: { code: string; title: string }): void;
};
